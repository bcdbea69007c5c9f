//! Small dialogs that ask for a name or a decision.

mod discard;
mod extract;
mod history;
mod merge;
mod name;
mod new_job;
mod rewrite;
mod shortcuts;

pub(crate) use discard::DiscardDialog;
pub(crate) use extract::ExtractDialog;
pub(crate) use history::HistoryDialog;
pub(crate) use merge::MergeDialog;
pub(crate) use name::NameDialog;
pub(crate) use new_job::NewJobDialog;
pub(crate) use rewrite::RewriteDialog;
pub(crate) use shortcuts::ShortcutsDialog;
