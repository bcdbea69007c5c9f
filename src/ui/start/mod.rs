//! Where a pipeline comes from: the first screen, and the same choice as a dialog.

mod draft_list;
mod new_dialog;
mod recent_list;
mod screen;
mod starter_list;

use draft_list::DraftList;
pub(crate) use new_dialog::NewDialog;
use recent_list::RecentList;
pub(crate) use screen::StartScreen;
use starter_list::StarterList;
