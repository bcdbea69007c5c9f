//! Files on disk: saved in place, read again where another program changed them.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::files::Opened;
use super::{Ask, Session};
use crate::editor::{Editor, SIZE_LIMIT};
use crate::ui::browser::disk::{self, FileHandle, Known, OnDisk, Saved};
use crate::ui::browser::files::ReadFile;
use crate::ui::browser::keeper::Failure;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::t;
use crate::ui::widget::ToastKind;

/// A save that is over.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SaveEnd {
    /// Which opened file it was.
    file: u32,
    /// Where.
    handle: FileHandle,
    /// What was written.
    text: Rc<str>,
    /// Another name, where it was saved under one.
    name: Option<String>,
    /// How it went; nothing where the person chose no place.
    end: Result<Option<Saved>, Failure>,
}

impl Session {
    /// Saves in place; where there is no place, shows what is to be handed out.
    pub(super) fn save(&mut self) {
        if self.host.is_some() {
            return self.hand_to_host("save");
        }
        match (&self.editor, &self.disk) {
            (Some(_), Some(disk)) => self.save_to(disk.handle.clone(), disk.known()),
            (Some(_), None) => self.ask = Some(Ask::Export),
            (None, _) => {}
        }
    }

    /// Saves although the file changed on disk.
    pub(super) fn overwrite(&mut self) {
        self.ask = None;
        self.pending = None;
        if let Some(OnDisk { handle, .. }) = self.disk.clone() {
            self.save_to(handle, Known::Anything);
        }
    }

    fn save_to(&mut self, handle: FileHandle, known: Known) {
        let Some(editor) = self.editor.as_ref().filter(|_| !self.saving) else { return };
        self.saving = true;
        let (dispatch, file, text) = (self.dispatch.clone(), self.file, Rc::<str>::from(editor.text()));
        spawn_local(async move {
            let end = disk::save(&handle, &text, known, SIZE_LIMIT).await.map(Some);
            dispatch.send(Msg::Saved(Box::new(SaveEnd { file, handle, text, name: None, end })));
        });
    }

    /// Saves where the person chooses.
    pub(super) fn save_as(&mut self) {
        let Some(editor) = self.editor.as_ref().filter(|_| !self.saving) else { return };
        self.saving = true;
        let (dispatch, file, text) = (self.dispatch.clone(), self.file, Rc::<str>::from(editor.text()));
        let suggested = editor.name().to_owned();
        spawn_local(async move {
            let (handle, name, end) = match disk::pick_place(&suggested).await {
                Ok(Some((handle, name))) => {
                    let end = disk::save(&handle, &text, Known::Anything, SIZE_LIMIT).await.map(Some);
                    (Some(handle), Some(name), end)
                }
                Ok(None) => (None, None, Ok(None)),
                Err(failure) => (None, None, Err(failure)),
            };
            dispatch.send(match handle {
                Some(handle) => Msg::Saved(Box::new(SaveEnd { file, handle, text, name, end })),
                None => Msg::NotSaved(end.err()),
            });
        });
    }

    pub(super) fn save_ended(&mut self, save: SaveEnd) {
        self.saving = false;
        let Some(editor) = self.editor.as_mut().filter(|_| save.file == self.file) else { return };
        match save.end {
            Ok(Some(Saved::Written(stamp))) => {
                if let Some(name) = save.name {
                    editor.rename(name);
                    remember(&save.handle);
                }
                editor.saved(&save.text);
                let text = t!(self.i18n, "saved", file = editor.name());
                self.saved = None;
                self.disk = Some(OnDisk { handle: save.handle, stamp: Some(stamp) });
                if self.ask == Some(Ask::Export) {
                    self.ask = None;
                }
                self.messages.show(&self.dispatch, ToastKind::Done, text, None);
            }
            Ok(Some(Saved::Changed(file))) => self.changed_on_disk(file, true),
            Ok(None) => {}
            Err(failure) => self.not_saved(Some(failure)),
        }
    }

    pub(super) fn not_saved(&mut self, failure: Option<Failure>) {
        self.saving = false;
        let (Some(failure), Some(editor)) = (failure, &self.editor) else { return };
        let file = editor.name();
        let text = match failure {
            Failure::Refused => t!(self.i18n, "save-refused", file = file),
            Failure::Full => t!(self.i18n, "save-full", file = file),
            _ => t!(self.i18n, "save-failed", file = file),
        };
        self.refuse(text);
    }

    /// The page came to the front: another program may have changed the file.
    pub(super) fn check_disk(&self) {
        let Some(disk) = self.disk.clone().filter(|_| !self.saving && self.ask.is_none()) else { return };
        let (dispatch, file) = (self.dispatch.clone(), self.file);
        spawn_local(async move {
            // Without permission, or if the file is gone, there is nothing to tell before it is saved.
            if let Ok(Some(read)) = disk::read_changed(&disk, SIZE_LIMIT).await {
                dispatch.send(Msg::ReadAgain(file, read));
            }
        });
    }

    pub(super) fn read_again(&mut self, file: u32, read: ReadFile) {
        if file == self.file && !self.saving && self.ask.is_none() {
            self.changed_on_disk(read, false);
        }
    }

    /// The file on disk is another: takes it where nothing is unsaved, asks where something is.
    fn changed_on_disk(&mut self, read: ReadFile, saving: bool) {
        let Ok(bytes) = &read.content else { return };
        let Ok(theirs) = Editor::open(read.name.clone(), bytes) else {
            // No text any more: saving must not pass over that.
            if saving {
                self.refuse(t!(self.i18n, "save-changed-kind", file = read.name));
            }
            return;
        };
        let Some(editor) = &self.editor else { return };
        if theirs.text() == editor.opened_text() {
            // Written anew with the same text.
            self.disk = read.disk;
            if saving {
                self.save();
            }
        } else if !self.is_unsaved() {
            self.disk = read.disk;
            let text = theirs.text();
            self.change_text(|editor| editor.take_merge(text, text));
            let message = t!(self.i18n, "read-again", file = theirs.name());
            self.messages.show(&self.dispatch, ToastKind::Done, message, Some(t!(self.i18n, "undo")));
        } else if saving || self.seen != read.disk {
            self.seen.clone_from(&read.disk);
            self.pending = Some(Opened { disk: read.disk, ..Opened::new(theirs) });
            self.ask = Some(Ask::ChangedOnDisk(saving));
        }
    }

    /// Opens a file of an earlier visit.
    pub(super) fn open_recent(&mut self, id: &str) {
        let Some(recent) = self.drafts.recent.iter().find(|recent| recent.id == id).cloned() else { return };
        let dispatch = self.dispatch.clone();
        spawn_local(async move {
            match disk::read(&recent.handle, true, SIZE_LIMIT).await {
                Ok(file) => dispatch.send(Msg::OpenFile(file)),
                Err(failure) => {
                    if failure == Failure::Gone {
                        disk::forget(&recent.id).await;
                        dispatch.send(Msg::FindDrafts);
                    }
                    dispatch.send(Msg::NotOpened(recent.name, failure));
                }
            }
        });
    }

    /// Forgets that a file was open.
    pub(super) fn forget_recent(&mut self, id: String) {
        let dispatch = self.dispatch.clone();
        spawn_local(async move {
            disk::forget(&id).await;
            dispatch.send(Msg::FindDrafts);
        });
    }

    pub(super) fn not_opened(&mut self, name: &str, failure: Failure) {
        let text = match failure {
            Failure::Gone => t!(self.i18n, "recent-gone", file = name),
            Failure::Refused => t!(self.i18n, "recent-refused", file = name),
            _ => t!(self.i18n, "open-failed", file = name),
        };
        self.refuse(text);
    }
}

/// Remembers the file for the next visit.
pub(super) fn remember(handle: &FileHandle) {
    let handle = handle.clone();
    spawn_local(async move { disk::remember(&handle).await });
}
