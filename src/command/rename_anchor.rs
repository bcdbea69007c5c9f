//! `rename_anchor`: an anchor gets another name, with its aliases.

use super::Refusal;
use crate::yaml::edit::Draft;
use crate::yaml::Kind;

pub(super) fn draft(draft: &mut Draft<'_>, anchor: &str, name: &str) -> Result<(), Refusal> {
    // What libyaml takes as the name of an anchor.
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-') {
        return Err(Refusal::BadName(name.to_owned()));
    }
    if anchor == name {
        return Ok(());
    }
    let document = draft.document();
    let anchored = |name: &str| document.anchored().any(|node| node.anchor() == Some(name));
    if !anchored(anchor) {
        return Err(Refusal::NotThere(format!("&{anchor}")));
    }
    if anchored(name) {
        return Err(Refusal::NameTaken(name.to_owned()));
    }
    // A name may be anchored more than once: an alias means the last one before it, and does so afterwards too.
    for node in document.all_nodes() {
        if node.anchor() == Some(anchor) {
            draft.rename_anchor(node, Some(name))?;
        }
        if node.kind() == Kind::Alias && node.value() == anchor {
            draft.rename_alias(node, name)?;
        }
    }
    Ok(())
}
