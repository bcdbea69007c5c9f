//! Where a pipeline comes from: the first screen, and the same choice as a dialog.

mod new_dialog;
mod screen;
mod starter_list;

pub(crate) use new_dialog::NewDialog;
pub(crate) use screen::StartScreen;
use starter_list::StarterList;
