//! A command of several edits: each is verified, and together they are one plan and so one undo step.

use super::{Plan, Refusal};
use crate::resolve;
use crate::text::Transaction;
use crate::yaml::edit::Draft;
use crate::yaml::Document;

/// Edits that were planned one after the other.
pub(super) struct Steps<'d> {
    before: &'d Document,
    now: Document,
    also_changes: usize,
}

impl<'d> Steps<'d> {
    /// No edit yet.
    pub fn new(before: &'d Document) -> Self {
        Self { before, now: before.clone(), also_changes: 0 }
    }

    /// The document after the edits so far.
    pub fn now(&self) -> &Document {
        &self.now
    }

    /// Plans one more edit.
    pub fn edit(&mut self, plan: impl for<'x> FnOnce(&mut Draft<'x>) -> Result<(), Refusal>) -> Result<(), Refusal> {
        let (edited, also_changes) = {
            let mut draft = Draft::new(&self.now);
            plan(&mut draft)?;
            let also_changes = draft.aliases_of_changed();
            (draft.finish()?.1, also_changes)
        };
        self.now = edited;
        self.also_changes = self.also_changes.max(also_changes);
        Ok(())
    }

    /// Takes over another command's plan as the last edit.
    pub fn then(&mut self, plan: Plan) {
        self.now = plan.document;
        self.also_changes = self.also_changes.max(plan.also_changes);
    }

    /// All of them as one plan.
    pub fn plan(self) -> Plan {
        let transaction = Transaction::between(self.before.text(), self.now.text());
        Plan { transaction, document: self.now, also_changes: self.also_changes }
    }

    /// All of them as one plan that changes nothing of what any job does; refused where it would.
    pub fn plan_with_same_meaning(self) -> Result<Plan, Refusal> {
        check_same_meaning(self.before, &self.now, None)?;
        let mut plan = self.plan();
        // What they share does not change either.
        plan.also_changes = 0;
        if plan.transaction.is_empty() {
            return Err(Refusal::NothingToDo);
        }
        Ok(plan)
    }
}

/// Refuses an edit that changes the effective configuration of the file or of a job other than `but`, whatever other
/// files complete it.
pub(super) fn check_same_meaning(before: &Document, after: &Document, but: Option<&str>) -> Result<(), Refusal> {
    let same = resolve::same_meaning(&resolve::of_part(before), &resolve::of_part(after), but);
    // A file that is whole by itself stays so.
    let whole = |document: &Document| resolve::of_file(document).problems.is_empty();
    if same && (whole(after) || !whole(before)) {
        Ok(())
    } else {
        Err(Refusal::ChangesMeaning)
    }
}
