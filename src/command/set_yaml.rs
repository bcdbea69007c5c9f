//! `set_yaml`: a keyword's value as YAML text. What was typed stays as it was typed, comments and style.

use super::{set_keyword, target, Refusal};
use crate::yaml::edit::{Draft, EditError};
use crate::yaml::{Document, NewValue, NodeRef};

pub(super) fn draft(draft: &mut Draft<'_>, job: Option<&str>, path: &[String], yaml: &str) -> Result<(), Refusal> {
    // With a line break at the end, as the text has one behind the value.
    let fragment = Document::parse(format!("{}\n", yaml.trim_end()));
    if let Some(error) = fragment.errors().first() {
        return Err(Refusal::NotYaml(error.message.clone(), fragment.position(error.span.from()).line));
    }
    let root = fragment.roots().next().ok_or_else(|| Refusal::NotYaml("it is empty".to_owned(), 1))?;
    if let Some(old) = value_at(draft.document(), job, path)? {
        match draft.rewrite(old, &fragment) {
            Err(EditError::Unsupported) => {}
            done => return Ok(done?),
        }
    }
    let value = NewValue::copy_with_aliases(root).ok_or_else(|| Refusal::NotEditable(yaml.to_owned()))?;
    set_keyword::draft(draft, job, path, Some(&value))
}

/// What stands at the path now, as written there.
fn value_at<'d>(document: &'d Document, job: Option<&str>, path: &[String]) -> Result<Option<NodeRef<'d>>, Refusal> {
    let holder = match job {
        Some(job) => Some(target::keywords(document, job)?),
        None => document.top(),
    };
    Ok(path.iter().try_fold(holder, |holder, key| holder.map(|holder| holder.get(key))).flatten())
}
