//! Messages between this page and the one that it is embedded in (js/port.js), as plain values.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;

use super::keeper::object;

/// A request of the page around this one. Its parts may be anything.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Letter {
    /// What is asked for.
    pub kind: String,
    /// What the answer carries, so that its asker knows it.
    id: JsValue,
    message: JsValue,
}

impl Letter {
    /// A part that is a text.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.part(name).as_string()
    }

    /// A part that is true or false.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        self.part(name).as_bool()
    }

    fn part(&self, name: &str) -> JsValue {
        Reflect::get(&self.message, &name.into()).unwrap_or(JsValue::UNDEFINED)
    }
}

/// A value of a message.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// A text.
    Text(String),
    /// True or false.
    Flag(bool),
    /// A number.
    Number(usize),
    /// A list.
    List(Vec<Value>),
    /// Parts with names.
    Object(Vec<(&'static str, Value)>),
}

impl From<&Value> for JsValue {
    fn from(value: &Value) -> Self {
        match value {
            Value::Text(text) => text.as_str().into(),
            Value::Flag(flag) => (*flag).into(),
            Value::Number(number) => (*number as f64).into(),
            Value::List(list) => list.iter().map(JsValue::from).collect::<js_sys::Array>().into(),
            Value::Object(parts) => {
                let parts: Vec<_> = parts.iter().map(|(name, value)| (*name, value.into())).collect();
                object(&parts)
            }
        }
    }
}

/// Hears the parent's requests from now on, if it is of that origin.
pub(crate) fn open(origin: &str, hear: impl Fn(Letter) + 'static) {
    let hear = move |kind: String, id: JsValue, message: JsValue| hear(Letter { kind, id, message });
    open_port(origin, Closure::<dyn Fn(String, JsValue, JsValue)>::new(hear).into_js_value());
}

/// Tells the parent of that origin something; `to` is the request that it answers.
pub(crate) fn post(origin: &str, kind: &str, to: Option<&Letter>, parts: &[(&'static str, Value)]) {
    let mut entries = vec![("type", kind.into())];
    entries.extend(to.map(|letter| ("id", letter.id.clone())));
    entries.extend(parts.iter().map(|(name, value)| (*name, value.into())));
    post_message(origin, &object(&entries));
}

/// The parts of the page's address behind `?`, each with its value.
pub(crate) fn query() -> Vec<(String, String)> {
    let search = gloo::utils::window().location().search().unwrap_or_default();
    let Ok(parameters) = web_sys::UrlSearchParams::new_with_str(&search) else { return Vec::new() };
    let pairs = js_sys::Array::from(&parameters);
    let pair = |pair: JsValue| {
        let pair = js_sys::Array::from(&pair);
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    pairs.iter().filter_map(pair).collect()
}

#[wasm_bindgen(module = "/src/ui/browser/js/port.js")]
extern "C" {
    #[wasm_bindgen(js_name = openPort)]
    fn open_port(origin: &str, hear: JsValue);
    #[wasm_bindgen(js_name = post)]
    fn post_message(origin: &str, message: &JsValue);
}
