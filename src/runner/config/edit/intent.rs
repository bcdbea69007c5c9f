//! What a file is to say after an edit.

use std::collections::BTreeMap;

use super::{Edit, NewRunner, NewValue};
use crate::runner::config::document::Step;
use crate::runner::config::read::container_table;
use crate::runner::config::tree::Value;

/// `root` after `edit`; none where the edit is about nothing that is there.
pub(super) fn of(mut root: Value, edit: &Edit) -> Option<Value> {
    match edit {
        Edit::Set(path, value) => {
            let (last, parents) = path.0.split_last()?;
            let Step::Key(key) = last else { return None };
            table(parents.iter().try_fold(&mut root, |at, step| down(at, step, true))?)?
                .insert(key.clone(), plain(value));
        }
        Edit::Remove(path) => {
            let (last, parents) = path.0.split_last()?;
            let Step::Key(key) = last else { return None };
            table(parents.iter().try_fold(&mut root, |at, step| down(at, step, false))?)?.remove(key)?;
        }
        Edit::AddRunner(runner) => {
            let Value::List(runners) =
                table(&mut root)?.entry("runners".to_owned()).or_insert_with(|| Value::List(Vec::new()))
            else {
                return None;
            };
            runners.push(added(runner));
        }
        Edit::RemoveRunner(index) => {
            let runners = runners(&mut root)?;
            if *index >= runners.len() {
                return None;
            }
            runners.remove(*index);
            if runners.is_empty() {
                table(&mut root)?.remove("runners");
            }
        }
        Edit::MoveRunner { from, to } => {
            let runners = runners(&mut root)?;
            if *from >= runners.len() || *to >= runners.len() {
                return None;
            }
            let moved = runners.remove(*from);
            runners.insert(*to, moved);
        }
    }
    Some(root)
}

fn down<'v>(at: &'v mut Value, step: &Step, make: bool) -> Option<&'v mut Value> {
    match at {
        Value::Table(table) => {
            let Step::Key(key) = step else { return None };
            if make && !table.contains_key(key) {
                table.insert(key.clone(), Value::Table(BTreeMap::new()));
            }
            table.get_mut(key)
        }
        Value::List(items) => {
            let Step::Item(index) = step else { return None };
            items.get_mut(*index)
        }
        _ => None,
    }
}

fn table(value: &mut Value) -> Option<&mut BTreeMap<String, Value>> {
    match value {
        Value::Table(table) => Some(table),
        _ => None,
    }
}

fn runners(root: &mut Value) -> Option<&mut Vec<Value>> {
    match table(root)?.get_mut("runners")? {
        Value::List(runners) => Some(runners),
        _ => None,
    }
}

fn plain(value: &NewValue) -> Value {
    match value {
        NewValue::Text(text) => Value::Text(text.clone()),
        NewValue::Integer(number) => Value::Integer(*number),
        NewValue::Flag(flag) => Value::Bool(*flag),
        NewValue::List(items) => Value::List(items.iter().cloned().map(Value::Text).collect()),
    }
}

fn added(runner: &NewRunner) -> Value {
    let text = |text: &String| Value::Text(text.clone());
    let mut table = BTreeMap::from([
        ("name".to_owned(), text(&runner.name)),
        ("url".to_owned(), text(&runner.url)),
        ("executor".to_owned(), text(&runner.executor)),
    ]);
    if let Some(inner) = container_table(&runner.executor) {
        let image = BTreeMap::from([("image".to_owned(), text(&runner.image))]);
        table.insert(inner.to_owned(), Value::Table(image));
    }
    Value::Table(table)
}
