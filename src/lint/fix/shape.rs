//! Fixes of findings about shapes, driven by the keyword table.

use super::place::{forms, groups, takes_text, takes_texts};
use super::site::{take_entry_out, use_text};
use super::{nearest, Fix, Label, Site, Step};
use crate::keywords::Form;
use crate::lint::duration;
use crate::yaml::{Kind, NewValue, NodeRef, Scalar, Style};

/// Each unknown keyword of the mapping becomes the one that was probably meant, or goes.
pub fn unknown_keyword(site: &Site<'_>) -> Option<Fix> {
    let key = site.node()?;
    let mapping = key.own_entry().filter(|entry| entry.key == key)?.key.parent()?;
    let groups = groups(mapping);
    let known: Vec<&str> = groups.iter().flat_map(|group| group.keywords).map(|keyword| keyword.name).collect();
    // What the table knows there is barred by something else in the job, which only a person can weigh.
    let strange = |key: &NodeRef<'_>| key.value() != "<<" && !known.contains(&key.value());
    if known.is_empty() || !strange(&key) {
        return None;
    }
    let mut taken: Vec<&str> = Vec::new();
    let mut fix: Option<Fix> = None;
    for key in mapping.entries().map(|entry| entry.key).filter(strange) {
        let free = known.iter().copied().filter(|name| mapping.get(name).is_none() && !taken.contains(name));
        let own = match nearest(key.value(), free) {
            Some(meant) => {
                taken.push(meant);
                Fix::new(Label::Rename(meant.to_owned()), Step::Rename(key.id(), meant.to_owned()))
            }
            None => take_entry_out(key),
        };
        fix = Some(match fix {
            Some(fix) => fix.joined(own),
            None => own,
        });
    }
    fix
}

/// A value in the form that its keyword takes.
pub fn wrong_type(site: &Site<'_>) -> Option<Fix> {
    let node = site.node()?;
    let forms = forms(node);
    let any = |test: fn(&Form) -> bool| forms.iter().any(test);
    match node.kind() {
        Kind::Scalar if node.scalar() == Some(Scalar::Str) => {
            let plain = |label, text: String| Some(Fix::new(label, Step::Replace(node.id(), NewValue::Plain(text))));
            match node.value() {
                flag @ ("true" | "false") if any(|form| matches!(form, Form::Flag)) => {
                    plain(Label::Unquote, flag.to_owned())
                }
                number if number.parse::<i64>().is_ok() && any(|form| matches!(form, Form::Integer { .. })) => {
                    plain(Label::Unquote, number.to_owned())
                }
                _ if any(takes_texts) || forms.iter().any(lists_texts) => Some(in_list(node)),
                _ => None,
            }
        }
        Kind::Scalar if !node.is_null() && any(takes_text) => quoted(node),
        Kind::Scalar if !node.is_null() && any(takes_texts) => Some(in_list(node)),
        // A colon with a blank after it made a mapping of a command.
        Kind::Mapping if any(|form| matches!(form, Form::Text)) && !node.text().contains('\n') => {
            let text = node.text().trim();
            Some(Fix::new(Label::Quote, Step::Replace(node.id(), NewValue::String(text.to_owned()))))
        }
        Kind::Mapping => {
            let first = node.entries().next()?.key.value();
            let fits =
                |form: &Form| matches!(form, Form::List(_)) && form.groups().iter().any(|g| g.keyword(first).is_some());
            forms.iter().any(fits).then(|| in_list(node))
        }
        Kind::Sequence if any(|form| matches!(form, Form::Text | Form::Choice(_) | Form::Duration(_))) => {
            let mut items = node.items();
            let only = items.next().filter(|item| item.scalar() == Some(Scalar::Str))?;
            if items.next().is_some() {
                return None;
            }
            let value = NewValue::copy_of(only)?;
            Some(Fix::new(Label::Single, Step::Replace(node.id(), value)))
        }
        // artifacts, cache: a list is that of the paths.
        Kind::Sequence => {
            let group = groups(node).into_iter().find(|group| group.keyword("paths").is_some())?;
            let value = NewValue::Map(vec![(group.keyword("paths")?.name.to_owned(), NewValue::copy_of(node)?)]);
            Some(Fix::new(Label::Add("paths".to_owned()), Step::Replace(node.id(), value)))
        }
        _ => None,
    }
}

/// Whether a list whose items may be texts may stand there.
fn lists_texts(form: &Form) -> bool {
    match form {
        Form::List(Form::OneOf(items)) => items.iter().any(|item| matches!(item, Form::Text)),
        Form::List(item) => matches!(item, Form::Text),
        _ => false,
    }
}

/// In quotes, and with it what else in its list is no text.
fn quoted(node: NodeRef<'_>) -> Option<Fix> {
    let list = node.parent().filter(|list| list.kind() == Kind::Sequence);
    let others = list.into_iter().flat_map(|list| list.items()).filter(|item| {
        *item != node && item.kind() == Kind::Scalar && !item.is_null() && item.scalar() != Some(Scalar::Str)
    });
    let quote = |node: NodeRef<'_>| Step::Replace(node.id(), NewValue::String(node.value().to_owned()));
    Some(others.map(quote).fold(Fix::new(Label::Quote, quote(node)), Fix::and))
}

fn in_list(node: NodeRef<'_>) -> Fix {
    let item = match NewValue::copy_of(node) {
        Some(NewValue::Plain(text)) => NewValue::String(text),
        Some(other) => other,
        None => NewValue::String(node.value().to_owned()),
    };
    Fix::new(Label::List, Step::Replace(node.id(), NewValue::List(vec![item])))
}

/// The word of the choice that was probably meant.
pub fn unknown_value(site: &Site<'_>) -> Option<Fix> {
    let node = site.node().filter(|node| node.kind() == Kind::Scalar)?;
    let choices = forms(node).into_iter().filter_map(|form| match form {
        Form::Choice(choice) => Some(choice.values),
        _ => None,
    });
    let meant = nearest(node.value(), choices.flatten().copied())?;
    Some(use_text(node, meant))
}

/// A script that says that it is still to be written; other keywords that hold nothing go.
pub fn missing(site: &Site<'_>) -> Option<Fix> {
    let node = site.node()?;
    let entry = node.own_entry()?;
    let (key, value) = (entry.key, entry.value);
    let is_empty =
        value.is_null() || value.items().len() == 0 && value.entries().len() == 0 && value.value().is_empty();
    if !is_empty {
        return None;
    }
    match key.value() {
        "script" if key.parent()?.parent().is_some() => {
            Some(Fix::new(Label::Add(TO_DO.to_owned()), Step::Replace(value.id(), to_do())))
        }
        // A mapping of a job that is empty, where the job itself would go: that is for a person to say.
        _ if key.parent()? == site.document.top()? => None,
        name => {
            let mapping = key.parent()?;
            let required = groups(mapping).iter().any(|group| group.keyword(name).is_some_and(|word| word.required));
            (!required && mapping.entries().len() > 1).then(|| take_entry_out(key))
        }
    }
}

const TO_DO: &str = "echo \"To do\"";

/// A script that does nothing yet.
pub fn to_do() -> NewValue {
    NewValue::strings([TO_DO])
}

/// A job with such a script.
pub fn a_job() -> NewValue {
    NewValue::Map(vec![("script".to_owned(), to_do())])
}

/// The keyword that the finding points to goes.
pub fn conflicting(site: &Site<'_>) -> Option<Fix> {
    let entry = site.node()?.own_entry()?;
    Some(take_entry_out(entry.key))
}

/// The nearest number that is allowed; of a list the items that are too many go.
pub fn limit(site: &Site<'_>) -> Option<Fix> {
    let node = site.node().filter(|node| node.kind() == Kind::Scalar)?;
    let number: i64 = node.value().parse().ok()?;
    let forms = match node.own_entry().filter(|entry| entry.key.value() == "max") {
        // retry:max has the limits of retry.
        Some(entry) => [forms(node), forms(entry.key.parent()?)].concat(),
        None => forms(node),
    };
    let bounds = forms.into_iter().find_map(|form| match form {
        Form::Integer { min, max } => Some((min, max)),
        _ => None,
    });
    let (min, max) = bounds?;
    let near = number.clamp(min, max);
    let step = Step::Replace(node.id(), NewValue::Plain(near.to_string()));
    (near != number).then(|| Fix::new(Label::Use(near.to_string()), step))
}

/// A number as so many seconds, and what is too long as the longest that is allowed.
pub fn duration(site: &Site<'_>) -> Option<Fix> {
    let node = site.node().filter(|node| node.kind() == Kind::Scalar)?;
    if node.style() == Style::Plain && node.value().parse::<u64>().is_ok_and(|seconds| seconds > 0) {
        return Some(use_text(node, &format!("{} seconds", node.value())));
    }
    let limit = forms(node).into_iter().find_map(|form| match form {
        Form::Duration(duration) => duration.limit,
        _ => None,
    });
    let (words, seconds) = limit?;
    let given = duration::seconds(node.value())?;
    (given > seconds as f64).then(|| use_text(node, words))
}
