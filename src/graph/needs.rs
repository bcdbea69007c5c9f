//! `needs` taken apart (lib/gitlab/ci/config/entry/needs.rb, need.rb).

use crate::resolve::{Data, Value};

/// What a need is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeedKind {
    /// A job of this pipeline.
    Job,
    /// A job of another pipeline or project.
    Cross,
    /// Another project's pipeline.
    Bridge,
}

impl NeedKind {
    /// GitLab's name for it.
    pub fn name(self) -> &'static str {
        match self {
            NeedKind::Job => "job",
            NeedKind::Cross => "cross_dependency",
            NeedKind::Bridge => "bridge",
        }
    }
}

/// The items of `needs`, lists among them flattened, a mapping taken for a list of one.
pub fn need_items(value: &Value) -> Vec<&Value> {
    let mut items = Vec::new();
    flatten(value, &mut items);
    items
}

fn flatten<'v>(value: &'v Value, into: &mut Vec<&'v Value>) {
    match value.as_list() {
        Some(list) => list.iter().for_each(|item| flatten(item, into)),
        None if value.is_null() => {}
        None => into.push(value),
    }
}

/// Which kind of need a value is.
pub fn need_kind(value: &Value) -> Option<NeedKind> {
    match &value.data {
        Data::Text(_) => Some(NeedKind::Job),
        Data::Map(map) if map.has("project") => Some(NeedKind::Cross),
        Data::Map(map) if map.has("job") && map.has("pipeline") => Some(NeedKind::Cross),
        Data::Map(map) if map.has("job") && !map.has("ref") => Some(NeedKind::Job),
        Data::Map(map) if map.has("job") => None,
        Data::Map(_) => Some(NeedKind::Bridge),
        _ => None,
    }
}
