//! What the whole page listens to: shortcuts, dropped and pasted files, coming to the front, being left.

use gloo::events::EventListener;
use wasm_bindgen_futures::spawn_local;
use web_sys::{BeforeUnloadEvent, ClipboardEvent, DragEvent, Event, KeyboardEvent};

use super::{Ask, Session};
use crate::editor::SIZE_LIMIT;
use crate::runner::config::SIZE_LIMIT as CONFIG_LIMIT;
use crate::ui::browser::{disk, drafts, files, input, listen, page};
use crate::ui::dispatch::{Dispatch, Msg, Shortcut};
use crate::ui::runners::Request;

/// Starts listening.
pub(super) fn listen(dispatch: &Dispatch) -> Vec<EventListener> {
    let key = dispatch.clone();
    let (over, leave, drop, paste) = (dispatch.clone(), dispatch.clone(), dispatch.clone(), dispatch.clone());
    let (shown, hidden, front, link, copied) =
        (dispatch.clone(), dispatch.clone(), dispatch.clone(), dispatch.clone(), dispatch.clone());
    spawn_local(drafts::on_copied(move |id| copied.send(Msg::DraftCopied(id))));
    vec![
        listen::on_document("visibilitychange", move |_: &Event| {
            shown.send(if page::is_hidden() { Msg::KeepDraft } else { Msg::Front });
        }),
        listen::on_window("pagehide", move |_: &Event| hidden.send(Msg::KeepDraft)),
        listen::on_window("focus", move |_: &Event| front.send(Msg::Front)),
        listen::on_window("hashchange", move |_: &Event| link.send(Msg::ReadLink)),
        listen::on_document("keydown", move |event: &KeyboardEvent| {
            if let Some(shortcut) = shortcut(event) {
                event.prevent_default();
                key.send(Msg::Key(shortcut));
            }
        }),
        listen::on_document("dragover", move |event: &DragEvent| {
            if files::holds_files(event) {
                event.prevent_default();
                over.send(Msg::DragOver(true));
            }
        }),
        listen::on_document("dragleave", move |event: &DragEvent| {
            // Out of the page rather than from one element of it to another.
            if event.related_target().is_none() {
                leave.send(Msg::DragOver(false));
            }
        }),
        listen::on_document("drop", move |event: &DragEvent| {
            if files::holds_files(event) {
                event.prevent_default();
                drop.send(Msg::DragOver(false));
                open_first(&drop, event.data_transfer());
            }
        }),
        listen::on_document("paste", move |event: &ClipboardEvent| {
            if input::is_typing(event) || input::in_dialog() {
                return;
            }
            let Some(clipboard) = event.clipboard_data() else { return };
            let text = clipboard.get_data("text/plain").unwrap_or_default();
            if !text.trim().is_empty() {
                event.prevent_default();
                paste.send(Msg::OpenText(text));
            } else {
                open_first(&paste, Some(clipboard));
            }
        }),
    ]
}

fn open_first(dispatch: &Dispatch, transfer: Option<web_sys::DataTransfer>) {
    let Some(transfer) = &transfer else { return };
    let to = dispatch.clone();
    let open_config = move |file| to.send(Msg::Runners(Request::Read(file)));
    match files::dropped(transfer, |name| name.ends_with(".toml")) {
        0 => {
            let dispatch = dispatch.clone();
            disk::read_dropped(transfer, SIZE_LIMIT, move |file| dispatch.send(Msg::OpenFile(file)));
        }
        // One file comes with its place on the disk.
        1 => disk::read_dropped(transfer, CONFIG_LIMIT, open_config),
        _ => files::read_all(files::list(transfer.files().as_ref()), CONFIG_LIMIT, open_config),
    }
}

/// Keeps the page from being left while changes would be lost.
pub(super) fn guard() -> EventListener {
    listen::on_window("beforeunload", |event: &BeforeUnloadEvent| event.prevent_default())
}

fn shortcut(event: &KeyboardEvent) -> Option<Shortcut> {
    let command = if page::is_apple() { event.meta_key() } else { event.ctrl_key() };
    let typing = input::is_typing(event);
    if event.alt_key() || event.default_prevented() {
        return None;
    }
    match (event.key().to_lowercase().as_str(), command, event.shift_key()) {
        // In a field they are the field's own.
        ("z", true, false) if !typing => Some(Shortcut::Undo),
        ("z", true, true) | ("y", true, false) if !typing => Some(Shortcut::Redo),
        ("s", true, false) => Some(Shortcut::Save),
        ("s", true, true) => Some(Shortcut::Export),
        ("o", true, false) => Some(Shortcut::Open),
        ("f8", false, back) => Some(Shortcut::Problem { forward: !back }),
        ("?", false, _) if !typing => Some(Shortcut::Help),
        _ => None,
    }
}

impl Session {
    pub(super) fn shortcut(&mut self, shortcut: Shortcut) {
        if self.ask.is_some() {
            return;
        }
        match shortcut {
            Shortcut::Undo if self.runners_undo_first() => self.undo_runners(),
            Shortcut::Redo if self.runners_redo_first() => self.redo_runners(),
            Shortcut::Undo => self.undo(),
            Shortcut::Redo => self.redo(),
            Shortcut::Save => self.save(),
            Shortcut::Export if self.editor.is_some() => self.ask = Some(Ask::Export),
            Shortcut::Export => {}
            Shortcut::Open => self.pick(),
            Shortcut::Problem { forward } if self.editor.is_some() => self.walk(forward),
            Shortcut::Problem { .. } => {}
            Shortcut::Help => self.ask = Some(Ask::Shortcuts),
        }
    }
}
