//! The jobs that a parallel job becomes (lib/gitlab/ci/config/normalizer.rb).

use std::rc::Rc;

use super::ruby;
use super::value::{Data, Map, Value};

/// One of the jobs that a parallel job becomes.
pub struct Instance {
    /// Its name.
    pub name: Rc<str>,
    /// Its variables.
    pub variables: Vec<(Rc<str>, String)>,
}

/// What a parallel job becomes (normalizer/number_strategy.rb, matrix_strategy.rb).
pub fn instances(name: &str, parallel: &Value) -> Option<Vec<Instance>> {
    match &parallel.data {
        Data::Int(total) if (1..=200).contains(&**total) => Some(
            (1..=**total)
                .map(|index| Instance { name: format!("{name} {index}/{total}").into(), variables: Vec::new() })
                .collect(),
        ),
        Data::Map(map) => {
            let items = map.get("matrix")?.as_list()?;
            let mut instances = Vec::new();
            for item in items {
                combinations(name, item.as_map()?, &mut instances)?;
            }
            Some(instances)
        }
        _ => None,
    }
}

/// The product of the variables, the first slowest. None for more than GitLab takes.
fn combinations(name: &str, item: &Map, into: &mut Vec<Instance>) -> Option<()> {
    let values = |value: &Value| -> Vec<String> {
        match value.as_list() {
            Some(items) => items.iter().map(ruby::to_s).collect(),
            None => vec![ruby::to_s(value)],
        }
    };
    let mut rows: Vec<Vec<(Rc<str>, String)>> = vec![Vec::new()];
    for entry in item.entries() {
        let key: Rc<str> = entry.key.text().into();
        let values = values(&entry.value);
        if rows.len() * values.len() > 1000 {
            return None;
        }
        rows = rows
            .iter()
            .flat_map(|row| values.iter().map(|value| [row.as_slice(), &[(key.clone(), value.clone())]].concat()))
            .collect();
    }
    for variables in rows {
        let listed: Vec<&str> = variables.iter().map(|(_, value)| value.as_str()).collect();
        into.push(Instance { name: format!("{name}: [{}]", listed.join(", ")).into(), variables });
    }
    Some(())
}

/// How many jobs a parallel job becomes; one where that can't be told.
pub fn instance_count(parallel: &Value) -> usize {
    let of_variable = |value: &Value| value.as_list().map_or(1, <[Value]>::len);
    let of_item = |item: &Value| {
        let variables = item.as_map().map(Map::entries).unwrap_or_default();
        variables.iter().fold(1usize, |count, entry| count.saturating_mul(of_variable(&entry.value)))
    };
    match &parallel.data {
        Data::Int(total) if (1..=200).contains(&**total) => usize::try_from(**total).unwrap_or(1),
        Data::Map(map) => {
            let items = map.get("matrix").and_then(Value::as_list).unwrap_or_default();
            items.iter().map(of_item).fold(0usize, usize::saturating_add).max(1)
        }
        _ => 1,
    }
}
