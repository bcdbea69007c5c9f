//! What a header gives to its configuration: inputs by their defaults, and facts about the component
//! (lib/gitlab/ci/config/header, lib/ci/inputs).

use std::collections::HashMap;
use std::rc::Rc;

use super::ruby;
use super::value::{Data, Value};

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
                    inputs.values.insert(entry.key.text().into(), default_of(&entry.value));
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
    let Some(map) = input.as_map().filter(|map| !map.has("rules")) else { return unknown };
    let Some(default) = map.get("default") else { return unknown };
    let kind = map.given("type").map_or_else(|| "string".to_owned(), ruby::to_s);
    match (kind.as_str(), &default.data) {
        // Texts take anything and make text of it (lib/ci/inputs/string_input.rb).
        ("string", _) if default.is_unknown() => unknown,
        ("string", _) => Value::text(ruby::to_s(default), default.span),
        ("number", Data::Int(_) | Data::Float(_)) | ("boolean", Data::Bool(_)) | ("array", Data::List(_)) => {
            default.clone()
        }
        _ => unknown,
    }
}
