//! Reading a [`NewValue`] from JSON: strings stay strings, numbers, booleans and null are written as they are.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::write::NewValue;

impl<'de> Deserialize<'de> for NewValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NewValueVisitor)
    }
}

struct NewValueVisitor;

impl<'de> Visitor<'de> for NewValueVisitor {
    type Value = NewValue;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<NewValue, E> {
        Ok(NewValue::bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<NewValue, E> {
        Ok(NewValue::Plain(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<NewValue, E> {
        Ok(NewValue::Plain(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<NewValue, E> {
        Ok(NewValue::Plain(format!("{value:?}")))
    }

    fn visit_str<E>(self, value: &str) -> Result<NewValue, E> {
        Ok(NewValue::String(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<NewValue, E> {
        Ok(NewValue::Plain("null".to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<NewValue, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(NewValue::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<NewValue, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(NewValue::Map(entries))
    }
}
