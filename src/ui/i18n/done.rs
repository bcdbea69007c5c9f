//! What a command did, in the page's language.

use yew::AttrValue;

use super::{t, I18n};
use crate::command::Command;

/// The sentence for a command that was carried out; none where what changed is in front of the person, as in a form.
pub(crate) fn command_done(i18n: &I18n, command: &Command) -> Option<AttrValue> {
    Some(match command {
        Command::MoveJob { job, stage, .. } => t!(i18n, "done-move-job", job = job.as_str(), stage = stage.as_str()),
        Command::ReorderJob { job, .. } => t!(i18n, "done-reorder-job", job = job.as_str()),
        Command::AddJob { name, stage, .. } => t!(i18n, "done-add-job", job = name.as_str(), stage = stage.as_str()),
        Command::DuplicateJob { job, name } => t!(i18n, "done-duplicate-job", job = job.as_str(), name = name.as_str()),
        Command::RenameJob { job, name } => t!(i18n, "done-rename", old = job.as_str(), name = name.as_str()),
        Command::DeleteJob { job } => t!(i18n, "done-delete-job", job = job.as_str()),
        Command::AddStage { name, .. } => t!(i18n, "done-add-stage", stage = name.as_str()),
        Command::RenameStage { stage, name } => t!(i18n, "done-rename", old = stage.as_str(), name = name.as_str()),
        Command::MoveStage { stage, .. } => t!(i18n, "done-move-stage", stage = stage.as_str()),
        Command::DeleteStage { stage } => t!(i18n, "done-delete-stage", stage = stage.as_str()),
        Command::ExtractBase { jobs, name, .. } => {
            t!(i18n, "done-extract-base", name = name.as_str(), count = jobs.len())
        }
        Command::InsertJobs { jobs, .. } => t!(i18n, "done-insert-jobs", jobs = jobs.join(", ")),
        Command::InlineBase { job, .. } => t!(i18n, "done-inline-base", job = job.as_str()),
        Command::RenameAnchor { anchor, name } => t!(i18n, "done-rename", old = anchor.as_str(), name = name.as_str()),
        Command::RewriteUses { then } => return command_done(i18n, then),
        Command::OnlyToRules { job } => t!(i18n, "done-only-to-rules", job = job.as_str()),
        Command::ReplaceAnchors { .. } => t!(i18n, "done-replace-anchors"),
        Command::SplitMatrix { job } => t!(i18n, "done-split-matrix", job = job.as_str()),
        Command::InlineAnchor { anchor } => t!(i18n, "done-inline-anchor", anchor = anchor.as_str()),
        Command::Fix { .. } | Command::FixAll { .. } => t!(i18n, "done-fix"),
        Command::SortByStage {} => t!(i18n, "done-sort-by-stage"),
        _ => return None,
    })
}
