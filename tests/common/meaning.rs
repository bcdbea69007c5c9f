//! The effective configuration of a file by a reader that shares no code with ours: yaml_serde, and merging in the few
//! lines of GitLab's documentation. Files that it can't be sure of are left out.

use serde_yaml::{Mapping, Value};

const FLATTENED: &[&str] = &["script", "before_script", "after_script", "rules"];

/// Keys of the top level that are no jobs.
const GLOBAL: &[&str] = &[
    "default",
    "include",
    "before_script",
    "image",
    "services",
    "after_script",
    "variables",
    "stages",
    "cache",
    "workflow",
];

const DEFAULT: &[&str] = &[
    "before_script",
    "after_script",
    "hooks",
    "cache",
    "image",
    "services",
    "interruptible",
    "timeout",
    "retry",
    "tags",
    "artifacts",
    "id_tokens",
    "identity",
];

/// What each visible job and keyword of the file has in the end; none where this reader can't tell.
pub fn meaning(text: &str) -> Option<Mapping> {
    let mut value: Value = serde_yaml::from_str(text).ok()?;
    if merges_behind_a_key(&value) {
        return None;
    }
    value.apply_merge().ok()?;
    let Value::Mapping(top) = value else { return None };
    let mut extended = Mapping::new();
    for (key, value) in &top {
        extended.insert(key.clone(), extend(&top, value, 0)?);
    }
    let mut resolved = Mapping::new();
    for (key, value) in extended.iter().filter(|(key, _)| !key.as_str().is_some_and(|key| key.starts_with('.'))) {
        let mut value = dereference(&extended, value, 0)?;
        if let Value::Mapping(job) = &mut value {
            job.remove("extends");
            if !key.as_str().is_some_and(|key| GLOBAL.contains(&key)) {
                take_defaults(job, &extended);
            }
            for keyword in FLATTENED {
                if let Some(list) = job.get_mut(*keyword) {
                    *list = flat(list);
                }
            }
        }
        resolved.insert(key.clone(), value);
    }
    Some(resolved)
}

/// What `default:` or the file itself gives a job that has none of it.
fn take_defaults(job: &mut Mapping, top: &Mapping) {
    let inherit = job.get("inherit").and_then(|inherit| inherit.get("default")).cloned();
    for keyword in DEFAULT {
        let taken = match &inherit {
            Some(Value::Bool(flag)) => *flag,
            Some(Value::Sequence(list)) => list.iter().any(|item| item.as_str() == Some(keyword)),
            _ => true,
        };
        let of_default = top.get("default").and_then(|default| default.get(keyword));
        let value = of_default.or_else(|| top.get(*keyword)).filter(|_| taken);
        if let Some(value) = value.and_then(|value| dereference(top, value, 0)) {
            if job.get(*keyword).is_none_or(Value::is_null) {
                job.insert(Value::String((*keyword).to_owned()), value);
            }
        }
    }
}

/// Psych lets a merge key win over the keys before it, yaml_serde does not.
fn merges_behind_a_key(value: &Value) -> bool {
    match value {
        Value::Mapping(map) => {
            map.iter().skip(1).any(|(key, _)| key.as_str() == Some("<<"))
                || map.iter().any(|(_, value)| merges_behind_a_key(value))
        }
        Value::Sequence(items) => items.iter().any(merges_behind_a_key),
        Value::Tagged(tagged) => merges_behind_a_key(&tagged.value),
        _ => false,
    }
}

fn extend(top: &Mapping, value: &Value, depth: usize) -> Option<Value> {
    let Value::Mapping(own) = value else { return Some(value.clone()) };
    let bases: Vec<&str> = match own.get("extends") {
        None | Some(Value::Null) => return Some(value.clone()),
        Some(Value::String(base)) => vec![base],
        Some(Value::Sequence(bases)) => bases.iter().map(Value::as_str).collect::<Option<_>>()?,
        Some(_) => return None,
    };
    let mut merged = Mapping::new();
    for base in bases {
        let base = extend(top, top.get(base).filter(|_| depth < 20)?, depth + 1)?;
        deep_merge(&mut merged, base.as_mapping()?);
    }
    deep_merge(&mut merged, own);
    Some(Value::Mapping(merged))
}

fn deep_merge(into: &mut Mapping, over: &Mapping) {
    for (key, value) in over {
        match (into.get_mut(key), value) {
            (Some(Value::Mapping(old)), Value::Mapping(new)) => deep_merge(old, new),
            _ => drop(into.insert(key.clone(), value.clone())),
        }
    }
}

fn dereference(top: &Mapping, value: &Value, depth: usize) -> Option<Value> {
    if depth > 40 {
        return None;
    }
    Some(match value {
        Value::Tagged(tagged) if tagged.tag == "reference" => {
            let mut found = Value::Mapping(top.clone());
            for step in tagged.value.as_sequence()? {
                found = found.as_mapping()?.get(step)?.clone();
            }
            dereference(top, &found, depth + 1)?
        }
        Value::Sequence(items) => {
            Value::Sequence(items.iter().map(|item| dereference(top, item, depth + 1)).collect::<Option<_>>()?)
        }
        Value::Mapping(map) => {
            let mut resolved = Mapping::new();
            for (key, value) in map {
                resolved.insert(key.clone(), dereference(top, value, depth + 1)?);
            }
            Value::Mapping(resolved)
        }
        other => other.clone(),
    })
}

fn flat(value: &Value) -> Value {
    fn items(value: &Value, into: &mut Vec<Value>) {
        match value {
            Value::Sequence(list) => list.iter().for_each(|item| items(item, into)),
            other => into.push(other.clone()),
        }
    }
    let mut all = Vec::new();
    match value {
        Value::Sequence(_) => items(value, &mut all),
        other => return other.clone(),
    }
    Value::Sequence(all)
}
