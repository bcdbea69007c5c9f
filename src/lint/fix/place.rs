//! What the keyword table lets stand at a node of the text.

use crate::keywords::{Form, Group, GLOBAL, HEADER, JOB};
use crate::pipeline::is_job_entry;
use crate::yaml::{Kind, NodeRef};

/// The forms that a value may have, alternatives each on their own. Empty where the table says nothing.
pub fn forms(node: NodeRef<'_>) -> Vec<Form> {
    let mut forms = Vec::new();
    for form in written(node) {
        match form {
            Form::OneOf(of) => forms.extend(of.iter().copied()),
            other => forms.push(other),
        }
    }
    forms
}

fn written(node: NodeRef<'_>) -> Vec<Form> {
    let Some(parent) = node.parent() else {
        let header = node.document().header() == Some(node);
        return vec![Form::Mapping(if header { &HEADER } else { &GLOBAL })];
    };
    if parent.kind() == Kind::Sequence {
        return forms(parent).into_iter().filter_map(item).collect();
    }
    let Some(entry) = node.own_entry().filter(|entry| entry.value == node) else { return Vec::new() };
    if Some(parent) == node.document().top() && is_job_entry(&entry) {
        return vec![Form::Mapping(&JOB)];
    }
    let name = entry.key.value();
    let of = |form: Form| match form {
        Form::Mapping(group) => group.keyword(name).map(|keyword| keyword.form),
        Form::Named(form) => Some(*form),
        _ => None,
    };
    forms(parent).into_iter().filter_map(of).collect()
}

/// What an item of a list of that form may be.
fn item(form: Form) -> Option<Form> {
    match form {
        Form::List(form) => Some(*form),
        Form::TextList { .. } | Form::TextOrList | Form::NestedTextList | Form::Script => Some(Form::Text),
        _ => None,
    }
}

/// The keywords that a mapping may hold.
pub fn groups(mapping: NodeRef<'_>) -> Vec<&'static Group> {
    let group = |form: Form| match form {
        Form::Mapping(group) => Some(group),
        _ => None,
    };
    forms(mapping).into_iter().filter_map(group).collect()
}

/// Whether a list of texts may stand there.
pub fn takes_texts(form: &Form) -> bool {
    matches!(form, Form::TextList { .. } | Form::TextOrList | Form::NestedTextList | Form::Script)
}

/// Whether a single text may stand there.
pub fn takes_text(form: &Form) -> bool {
    matches!(
        form,
        Form::Text
            | Form::TextOrList
            | Form::Script
            | Form::Choice(_)
            | Form::Duration(_)
            | Form::Pattern
            | Form::Scalar
    )
}
