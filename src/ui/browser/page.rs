//! The page itself: its document, size, language and theme.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// The document of the page.
pub(crate) fn document() -> Document {
    gloo::utils::document()
}

/// The element with that id.
pub(crate) fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Width and height of what can be seen, in CSS pixels.
pub(crate) fn size() -> (f64, f64) {
    let window = gloo::utils::window();
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    (number(window.inner_width()), number(window.inner_height()))
}

fn root() -> Option<Element> {
    document().document_element()
}

/// Says which language the page is in.
pub(crate) fn set_language(code: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", code);
    }
}

/// Sets the theme; none follows the system.
pub(crate) fn set_theme(theme: Option<&str>) {
    let Some(root) = root() else { return };
    let _ = match theme {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    };
}

/// The languages that the person prefers, best first.
pub(crate) fn preferred_languages() -> Vec<String> {
    let languages = gloo::utils::window().navigator().languages();
    languages.iter().filter_map(|language| language.as_string()).collect()
}

/// The title of the tab.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// A colour of styles/tokens.css in the theme that is shown, as CSS writes it.
pub(crate) fn colour(token: &str) -> String {
    let probe = || {
        let probe: HtmlElement = document().create_element("span").ok()?.dyn_into().ok()?;
        document().body()?.append_child(&probe).ok()?;
        probe.style().set_property("color", &format!("var({token})")).ok()?;
        let style = gloo::utils::window().get_computed_style(&probe).ok().flatten();
        // The style is live: it says nothing once the probe is gone.
        let colour = style.and_then(|style| style.get_property_value("color").ok());
        probe.remove();
        colour
    };
    probe().filter(|colour| !colour.is_empty()).unwrap_or_else(|| "currentColor".to_owned())
}

/// Whether the page is out of sight, as in a tab behind another.
pub(crate) fn is_hidden() -> bool {
    document().hidden()
}

/// Whether a media query holds.
pub(crate) fn matches(query: &str) -> bool {
    gloo::utils::window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Whether it runs on a system whose shortcuts go with the command key.
pub(crate) fn is_apple() -> bool {
    gloo::utils::window()
        .navigator()
        .platform()
        .map(|name| name.starts_with("Mac") || name.starts_with("iP"))
        .unwrap_or(false)
}
