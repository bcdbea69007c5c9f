//! The inspector: forms for what is selected. Shows the models of `view::inspector`, asks for the edits of its `edit`.

mod artifacts;
mod chips_row;
mod claims;
mod environment;
mod failure;
mod file_panel;
mod flag_row;
mod form;
mod further_list;
mod general;
mod head;
mod image;

mod job_links;
mod job_panel;
mod list_fields;
mod list_row;
mod needs;
mod opaque_box;
mod origin_choice;
mod pane;
mod refactor_file;
mod reports;
mod row;
mod runners;
mod script_box;
mod section;
mod select_row;
mod services;
mod stage_panel;
mod suggest;
mod text_row;
mod variable_line;
mod variables;

pub(crate) use pane::Inspector;
