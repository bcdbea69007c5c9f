//! Effective values, as values to write into a file.

use super::ruby;
use super::value::{Data, Value};
use crate::yaml::NewValue;

/// A value to write that reads as `value`. None where part of it is unknown or has no plain form.
pub fn written(value: &Value) -> Option<NewValue> {
    Some(match &value.data {
        Data::Null => NewValue::Plain("null".to_owned()),
        Data::Bool(flag) => NewValue::bool(*flag),
        Data::Int(number) => NewValue::Plain(number.to_string()),
        Data::Float(number) if number.is_finite() => NewValue::Plain(ruby::float(*number)),
        Data::Text(text) => NewValue::String(text.to_string()),
        Data::List(list) => NewValue::List(list.items.iter().map(written).collect::<Option<_>>()?),
        Data::Map(map) if !map.open => {
            let entries =
                map.entries().iter().map(|entry| Some((entry.key.name()?.to_owned(), written(&entry.value)?)));
            NewValue::Map(entries.collect::<Option<_>>()?)
        }
        _ => return None,
    })
}
