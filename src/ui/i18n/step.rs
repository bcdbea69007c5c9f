//! What an undo step did, in the page's language. Every command has its words here.

use yew::AttrValue;

use super::{command_done, t, I18n};
use crate::command::Command;
use crate::editor::StepKind;

/// The words for a step.
pub(crate) fn step_text(i18n: &I18n, kind: &StepKind) -> AttrValue {
    match kind {
        StepKind::Command(command) => command_text(i18n, command),
        StepKind::Typing(_) => t!(i18n, "step-typing"),
        StepKind::Revert => t!(i18n, "step-revert"),
        StepKind::Merge => t!(i18n, "step-merge"),
        StepKind::Earlier(words) => words.clone().into(),
    }
}

fn command_text(i18n: &I18n, command: &Command) -> AttrValue {
    if let Some(done) = command_done(i18n, command) {
        return done;
    }
    let set = |job: Option<&str>, what: &str| {
        let place = job.map_or_else(|| t!(i18n, "file"), |job| job.to_owned().into());
        t!(i18n, "step-set", place = place.as_str(), what = what)
    };
    match command {
        Command::SetVariable { job, name, .. } | Command::DeleteVariable { job, name } => set(job.as_deref(), name),
        Command::RenameVariable { name, to, .. } => t!(i18n, "done-rename", old = name.as_str(), name = to.as_str()),
        Command::AddTag { job, .. } | Command::RemoveTag { job, .. } => set(Some(job), "tags"),
        Command::AddArtifactPath { job, .. } => set(Some(job), "artifacts:paths"),
        Command::SetScript { job, keyword, .. } => set(Some(job), keyword),
        Command::SetKeyword { job, path, .. }
        | Command::SetYaml { job, path, .. }
        | Command::MoveItem { job, path, .. }
        | Command::OverrideKeyword { job, path } => set(job.as_deref(), &path.join(":")),
        // Those that say what they did have said it above.
        _ => t!(i18n, "step-edit"),
    }
}
