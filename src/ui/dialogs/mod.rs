//! Small dialogs that ask for a name or a decision.

mod changed_on_disk;
mod discard;
mod drop_draft;
mod extract;
mod history;
mod merge;
mod name;
mod new_job;
mod rewrite;
mod share;
mod shortcuts;

pub(crate) use changed_on_disk::ChangedOnDiskDialog;
pub(crate) use discard::DiscardDialog;
pub(crate) use drop_draft::DropDraftDialog;
pub(crate) use extract::ExtractDialog;
pub(crate) use history::HistoryDialog;
pub(crate) use merge::MergeDialog;
pub(crate) use name::NameDialog;
pub(crate) use new_job::NewJobDialog;
pub(crate) use rewrite::RewriteDialog;
pub(crate) use share::{ShareDialog, SharedDialog};
pub(crate) use shortcuts::ShortcutsDialog;
