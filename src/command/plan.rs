//! From a command to its plan: each command's own module drafts the change, and the draft verifies it.

use super::{
    add_job, add_stage, delete_job, delete_stage, delete_variable, duplicate_job, extract_base, fix, inline_anchor,
    inline_base, insert_jobs, list_item, move_item, move_job, move_stage, only_to_rules, override_keyword,
    rename_anchor, rename_job, rename_stage, rename_variable, reorder_job, replace_anchors, set_keyword, set_script,
    set_variable, set_yaml, sort_by_stage, split_matrix, Command, Refusal,
};
use crate::text::Transaction;
use crate::yaml::edit::{Draft, EditError};
use crate::yaml::Document;

/// A verified edit: the change and the document that it gives.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The change of the text.
    pub transaction: Transaction,
    /// The text after it, parsed.
    pub document: Document,
    /// How many other places an edit inside an anchored value changes too: the aliases of that value.
    pub also_changes: usize,
}

impl Command {
    /// Plans the edit on a sound document.
    pub fn plan(&self, document: &Document) -> Result<Plan, Refusal> {
        if !document.is_sound() {
            return Err(Refusal::BrokenText);
        }
        self.planned(document).map_err(|refusal| refusal.with_uses(document))
    }

    fn planned(&self, document: &Document) -> Result<Plan, Refusal> {
        match self {
            Command::OverrideKeyword { job, path } => override_keyword::plan(document, job.as_deref(), path),
            Command::ExtractBase { jobs, name, keywords } => {
                extract_base::plan(document, jobs, name, keywords.as_deref())
            }
            Command::InlineBase { job, base } => inline_base::plan(document, job, base.as_deref()),
            Command::InsertJobs { from, jobs } => insert_jobs::plan(document, from, jobs),
            Command::InlineAnchor { anchor } => inline_anchor::plan(document, anchor),
            Command::RewriteUses { then } => inline_anchor::plan_rewriting(document, then),
            Command::SortByStage {} => sort_by_stage::plan(document),
            Command::OnlyToRules { job } => only_to_rules::plan(document, job),
            Command::ReplaceAnchors { job } => replace_anchors::plan(document, job.as_deref()),
            Command::SplitMatrix { job } => split_matrix::plan(document, job),
            _ => {
                let mut draft = Draft::new(document);
                self.draft(&mut draft)?;
                let also_changes = draft.aliases_of_changed();
                let (transaction, document) = draft.finish()?;
                Ok(Plan { transaction, document, also_changes })
            }
        }
    }

    /// The commands that are one edit.
    fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        match self {
            Command::MoveJob { job, stage, before, after } => {
                move_job::draft(draft, job, stage, before.as_deref(), after.as_deref())
            }
            Command::ReorderJob { job, before } => reorder_job::draft(draft, job, before.as_deref()),
            Command::AddJob { name, stage, script, keywords, after } => {
                add_job::draft(draft, name, stage, script, keywords, after.as_deref())
            }
            Command::DuplicateJob { job, name } => duplicate_job::draft(draft, job, name),
            Command::RenameJob { job, name } => rename_job::draft(draft, job, name),
            Command::DeleteJob { job } => delete_job::draft(draft, job),
            Command::AddStage { name, before } => add_stage::draft(draft, name, before.as_deref()),
            Command::RenameStage { stage, name } => rename_stage::draft(draft, stage, name),
            Command::MoveStage { stage, before } => move_stage::draft(draft, stage, before.as_deref()),
            Command::DeleteStage { stage } => delete_stage::draft(draft, stage),
            Command::SetVariable { job, name, value } => set_variable::draft(draft, job.as_deref(), name, value),
            Command::RenameVariable { job, name, to, references } => {
                rename_variable::draft(draft, job.as_deref(), name, to, *references)
            }
            Command::DeleteVariable { job, name } => delete_variable::draft(draft, job.as_deref(), name),
            Command::AddTag { job, tag } => list_item::add(draft, job, &["tags"], tag),
            Command::RemoveTag { job, tag } => list_item::remove(draft, job, &["tags"], tag),
            Command::AddArtifactPath { job, path } => list_item::add(draft, job, &["artifacts", "paths"], path),
            Command::SetScript { job, lines, keyword } => set_script::draft(draft, job, keyword, lines),
            Command::SetKeyword { job, path, value } => set_keyword::draft(draft, job.as_deref(), path, value.as_ref()),
            Command::SetYaml { job, path, yaml } => set_yaml::draft(draft, job.as_deref(), path, yaml),
            Command::MoveItem { job, path, item, before } => {
                move_item::draft(draft, job.as_deref(), path, *item, *before)
            }
            Command::Fix { rule, line, column, runners } => fix::one(draft, rule, *line, *column, runners),
            Command::FixAll { rule, runners } => fix::all(draft, rule, runners),
            Command::RenameAnchor { anchor, name } => rename_anchor::draft(draft, anchor, name),
            // Those of several edits are planned in `planned`.
            Command::OverrideKeyword { .. }
            | Command::ExtractBase { .. }
            | Command::InlineBase { .. }
            | Command::InsertJobs { .. }
            | Command::InlineAnchor { .. }
            | Command::RewriteUses { .. }
            | Command::SortByStage {}
            | Command::OnlyToRules { .. }
            | Command::ReplaceAnchors { .. }
            | Command::SplitMatrix { .. } => Err(Refusal::NotVerified),
        }
    }
}

impl From<EditError> for Refusal {
    fn from(error: EditError) -> Self {
        match error {
            EditError::AnchorInUse(name) => Refusal::AnchorInUse(name, Vec::new()),
            EditError::AnchorOrder(name) => Refusal::AnchorOrder(name),
            EditError::Unsupported => Refusal::NotEditable("this place".to_owned()),
            EditError::Differs => Refusal::NotVerified,
        }
    }
}
