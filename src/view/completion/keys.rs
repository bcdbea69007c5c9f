//! Keywords that may stand at a caret.

use super::{Item, ItemKind};
use crate::keywords::{Form, Group, Holder, Keyword, Site, JOB};
use crate::view::place::{siblings, Place, Slot, Step};

/// One step of indentation.
const STEP: usize = 2;

/// The keywords of the mappings that may stand there, but for those that are there already.
pub(super) fn items(text: &str, place: &Place<'_>, site: &Site) -> Vec<Item> {
    if matches!(place.path.last(), Some(Step::Reference(_))) {
        return Vec::new();
    }
    let beside = siblings(text, place);
    let (groups, dash) = groups(place, site);
    let mut found: Vec<&'static Keyword> = groups.iter().flat_map(|group| group.keywords).collect();
    found.retain(|keyword| !beside.contains(&keyword.name));
    if groups.iter().any(|group| std::ptr::eq(*group, &JOB)) {
        found.retain(|keyword| fits_job(keyword, place, &beside));
    }
    found.sort_by_key(|keyword| keyword.deprecated.is_some());
    found.into_iter().map(|keyword| item(keyword, place, dash)).collect()
}

/// The groups of which one may stand there, and whether its first key needs a dash.
fn groups(place: &Place<'_>, site: &Site) -> (Vec<&'static Group>, bool) {
    let direct = |form: &Form| if let Form::Mapping(group) = form { Some(*group) } else { None };
    let groups: Vec<_> = site.forms.iter().filter_map(direct).collect();
    let list_is_next = groups.is_empty() && place.slot == Slot::Node && matches!(place.path.last(), Some(Step::Key(_)));
    if !list_is_next {
        return (groups, false);
    }
    (site.clone().item().forms.iter().filter_map(direct).collect(), true)
}

/// Whether a keyword fits beside the others of a job, or in `default`.
fn fits_job(keyword: &Keyword, place: &Place<'_>, beside: &[&str]) -> bool {
    if place.top() == Some("default") {
        return keyword.in_default;
    }
    match keyword.holder {
        Holder::Both => true,
        Holder::Job => !beside.contains(&"trigger"),
        Holder::Trigger => !beside.contains(&"script") && !beside.contains(&"run"),
    }
}

fn item(keyword: &Keyword, place: &Place<'_>, dash: bool) -> Item {
    let lead = if dash { "- " } else { "" };
    let name = keyword.name;
    let below = " ".repeat(place.column + lead.len() + STEP);
    let insert = if place.colon {
        format!("{lead}{name}")
    } else if place.flow {
        format!("{name}: ")
    } else {
        match opens(&keyword.form) {
            Opens::Value => format!("{lead}{name}: "),
            Opens::Mapping => format!("{lead}{name}:\n{below}"),
            Opens::List => format!("{lead}{name}:\n{below}- "),
        }
    };
    Item { label: name.to_owned(), detail: keyword.help.to_owned(), insert, kind: ItemKind::Keyword }
}

/// How a value is best begun.
enum Opens {
    Value,
    Mapping,
    List,
}

fn opens(form: &Form) -> Opens {
    match form {
        Form::Mapping(_) | Form::Named(_) => Opens::Mapping,
        Form::List(_) | Form::TextList { .. } | Form::NestedTextList | Form::Script => Opens::List,
        // A mapping or a list of them begins as one; a text or more begins as text.
        Form::OneOf(forms) => forms.first().map_or(Opens::Value, opens),
        _ => Opens::Value,
    }
}
