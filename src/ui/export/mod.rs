//! Handing the file out: whether it is valid, what was changed, download and copy.

mod diff;
mod dialog;

pub(crate) use dialog::ExportDialog;
