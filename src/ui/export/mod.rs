//! Handing the file out: whether it is valid, what was changed, download and copy.

mod dialog;
mod diff;

pub(crate) use dialog::ExportDialog;
pub(crate) use diff::Diff;
