//! What a header gives to its configuration: inputs by their defaults, and facts about the component
//! (lib/gitlab/ci/config/header, lib/ci/inputs).

use std::collections::HashMap;
use std::rc::Rc;

use super::ruby;
use super::value::{Data, Map, Value};
use crate::text::Span;

/// The inputs that a file declares, with the values that they have when it runs as a pipeline of its own.
#[derive(Debug, Default)]
pub struct Inputs {
    values: HashMap<Rc<str>, Value>,
    /// Facts of the component that are declared; their values are unknown.
    component: Vec<Rc<str>>,
    /// Whether further inputs may come from files that the header includes, or the header is not sound.
    pub open: bool,
}

impl Inputs {
    /// Reads a header.
    pub fn of(header: &Value) -> Self {
        let mut inputs = Self::default();
        let Some(spec) = header.as_map().and_then(|header| header.get("spec")).filter(|spec| !spec.is_null()) else {
            return inputs;
        };
        let Some(spec) = spec.as_map() else {
            inputs.open = true;
            return inputs;
        };
        inputs.open = spec.open || spec.given("include").is_some();
        let listed = spec.given("component").and_then(Value::as_list).unwrap_or_default();
        inputs.component = listed.iter().filter_map(|fact| fact.as_text().map(Into::into)).collect();
        match spec.given("inputs").map(|value| &value.data) {
            Some(Data::Map(map)) => {
                for entry in map.entries() {
                    let name = entry.key.name().map(Into::into);
                    name.map(|name| inputs.values.insert(name, default_of(&entry.value)));
                }
            }
            Some(_) => inputs.open = true,
            None => {}
        }
        inputs
    }

    /// The value of an input. None where it is not declared.
    pub fn input(&self, name: &str) -> Option<Value> {
        match self.values.get(name) {
            Some(value) => Some(value.clone()),
            None => self.open.then(|| Value::unknown(Default::default())),
        }
    }

    /// Whether a fact about the component is declared.
    pub fn has_fact(&self, name: &str) -> bool {
        self.open || self.component.iter().any(|fact| &**fact == name)
    }
}

/// The default of an input; unknown where there is none, where rules decide on it, or where it does not fit the type.
fn default_of(input: &Value) -> Value {
    let unknown = Value::unknown(input.span);
    let Some(map) = input.as_map() else { return unknown };
    let Some(default) = Deciding::of(map).default else { return unknown };
    let kind = map.given("type").map_or_else(|| "string".to_owned(), ruby::to_s);
    if default.is_unknown() || (default.is_null() && kind != "string") {
        return default.clone();
    }
    typed(&kind, default).unwrap_or(unknown)
}

/// What an input takes where nothing is given for it.
#[derive(Debug, Default)]
pub struct Deciding<'v> {
    /// The value.
    pub default: Option<&'v Value>,
    /// What it may be.
    pub options: Option<&'v Value>,
}

impl<'v> Deciding<'v> {
    /// The input's own, or those of the first rule (lib/ci/inputs/rules_evaluator.rb); none where that has a condition.
    pub fn of(input: &'v Map) -> Self {
        let Some(rules) = input.given("rules") else {
            return Self { default: input.get("default"), options: input.given("options") };
        };
        let first = rules.as_list().and_then(|rules| rules.first()).and_then(Value::as_map);
        match first.filter(|rule| rule.given("if").is_none() && !rule.open) {
            Some(rule) => Self { default: rule.get("default"), options: rule.given("options") },
            None => Self::default(),
        }
    }
}

/// The value of an input of this type; none where it does not fit. Texts are read as JSON, if they are that
/// (lib/ci/inputs/base_input.rb, `coerced_value`).
pub fn typed(kind: &str, given: &Value) -> Option<Value> {
    // Texts take anything and make text of it (lib/ci/inputs/string_input.rb).
    if kind == "string" {
        return Some(Value::text(ruby::to_s(given), given.span));
    }
    let parsed = given.as_text().and_then(|text| serde_json::from_str(text).ok());
    let value = parsed.map_or_else(|| given.clone(), |parsed| of_json(&parsed, given.span));
    let fits = match kind {
        "number" => matches!(value.data, Data::Int(_) | Data::Float(_)),
        "boolean" => matches!(value.data, Data::Bool(_)),
        "array" => matches!(value.data, Data::List(_)),
        _ => true,
    };
    fits.then_some(value)
}

fn of_json(json: &serde_json::Value, span: Span) -> Value {
    use serde_json::Value as Json;
    match json {
        Json::Null => Value::new(Data::Null, span),
        Json::Bool(flag) => Value::new(Data::Bool(*flag), span),
        Json::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(number), _) => Value::new(Data::Int(Rc::new(number.into())), span),
            (None, number) => Value::new(Data::Float(number.unwrap_or_default()), span),
        },
        Json::String(text) => Value::text(text.as_str(), span),
        Json::Array(items) => Value::list(items.iter().map(|item| of_json(item, span)).collect(), span),
        // What is in a mapping does not matter to any type of input.
        Json::Object(_) => Value::unknown(span),
    }
}
