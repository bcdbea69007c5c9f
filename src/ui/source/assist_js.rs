//! The answers to what the text pane's editor asks, as JavaScript takes them (js/assist.js).

use wasm_bindgen::JsValue;

use super::editor_js::object;

/// What can be written at a caret.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The first UTF-16 unit that is replaced.
    pub from: u32,
    /// The first one that stays.
    pub to: u32,
    /// Whether to show it only when asked for.
    pub on_request: bool,
    /// What can be written, the likely first.
    pub items: Vec<OfferItem>,
}

/// One thing that can be written.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferItem {
    /// What is compared with what is typed.
    pub label: String,
    /// A word beside it.
    pub detail: String,
    /// A line beside the list; empty for none.
    pub info: String,
    /// What comes in place of the span.
    pub insert: String,
    /// Whether something else is to be chosen after it.
    pub keyword: bool,
}

/// What a word means.
#[derive(Clone, Debug, PartialEq)]
pub struct Help {
    /// The word's first UTF-16 unit.
    pub from: u32,
    /// The first one after it.
    pub to: u32,
    /// Its name in full.
    pub title: String,
    /// A line on it.
    pub help: String,
    /// Names and values of what else is known.
    pub facts: Vec<(String, String)>,
    /// Where more is to be read.
    pub href: String,
    /// The name of that.
    pub link: String,
}

impl From<Offer> for JsValue {
    fn from(offer: Offer) -> Self {
        let item = |item: &OfferItem| {
            object(&[
                ("label", item.label.as_str().into()),
                ("detail", item.detail.as_str().into()),
                ("info", item.info.as_str().into()),
                ("apply", item.insert.as_str().into()),
                ("keyword", item.keyword.into()),
            ])
        };
        object(&[
            ("from", offer.from.into()),
            ("to", offer.to.into()),
            ("onRequest", offer.on_request.into()),
            ("items", offer.items.iter().map(item).collect::<js_sys::Array>().into()),
        ])
    }
}

impl From<Help> for JsValue {
    fn from(help: Help) -> Self {
        let fact = |(name, value): &(String, String)| -> JsValue {
            js_sys::Array::of2(&name.as_str().into(), &value.as_str().into()).into()
        };
        object(&[
            ("from", help.from.into()),
            ("to", help.to.into()),
            ("title", help.title.as_str().into()),
            ("help", help.help.as_str().into()),
            ("facts", help.facts.iter().map(fact).collect::<js_sys::Array>().into()),
            ("href", help.href.as_str().into()),
            ("link", help.link.as_str().into()),
        ])
    }
}
