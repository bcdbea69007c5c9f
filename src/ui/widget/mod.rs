//! Controls that every part of the page is made of. They know no pipeline: texts and values come in, events go out.

// The forms that use the rest of them land with the inspector.
#![allow(dead_code, unused_imports)]

mod button;
mod checkbox;
mod chips;
mod dialog;
mod field;
mod icon;
mod icon_button;
mod icon_paths;
mod menu;
mod menu_button;
mod select;
mod splitter;
mod suggest;
mod switch;
mod tabs;
mod text_area;
mod text_field;
mod toast;

pub(crate) use button::{Button, ButtonKind};
pub(crate) use checkbox::Checkbox;
pub(crate) use chips::{Chip, Chips};
pub(crate) use dialog::Dialog;
pub(crate) use field::Field;
pub(crate) use icon::Icon;
pub(crate) use icon_button::IconButton;
pub(crate) use icon_paths::Glyph;
pub(crate) use menu::{Menu, MenuItem};
pub(crate) use menu_button::MenuButton;
pub(crate) use select::{Choice, Select};
pub(crate) use splitter::Splitter;
pub(crate) use suggest::{use_suggestions, Suggest, Suggested, Suggestion};
pub(crate) use switch::Switch;
pub(crate) use tabs::{Tab, Tabs};
pub(crate) use text_area::TextArea;
pub(crate) use text_field::TextField;
pub(crate) use toast::{Toast, ToastKind, ToastList};
