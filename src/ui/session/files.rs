//! Opening and handing out.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::AttrValue;

use super::disk::remember;
use super::{warm, Ask, Pane, Session};
use crate::editor::{Editor, OpenError, Selection, SIZE_LIMIT};
use crate::text::{merged_text, MergePart, Side, Transaction};
use crate::ui::browser::disk::{self, OnDisk};
use crate::ui::browser::files::{self, ReadFile, Turn, Unreadable};
use crate::ui::browser::{clock, download, outside};
use crate::ui::dispatch::Msg;
use crate::ui::i18n::t;
use crate::ui::widget::ToastKind;
use crate::view::header::Header;
use crate::yaml::DecodeError;

/// A state of the text: which file, and the editor's revision.
pub(super) type State = (u32, u64);

/// A file that opens.
#[derive(Debug)]
pub(super) struct Opened {
    /// Its text and history.
    pub editor: Editor,
    /// Where it can be saved in place.
    pub disk: Option<OnDisk>,
    /// The draft that it goes on with.
    pub draft: Option<String>,
    /// When it was given.
    pub turn: Turn,
}

impl Opened {
    pub(super) fn new(editor: Editor) -> Self {
        Self { editor, disk: None, draft: None, turn: Turn::next() }
    }
}

impl Session {
    /// Whether changes would be lost.
    pub(super) fn is_unsaved(&self) -> bool {
        self.header().is_some_and(|header| header.unsaved)
    }

    pub(super) fn header(&self) -> Option<Header> {
        let editor = self.editor.as_ref()?;
        Some(Header::of(editor, &self.derived.problems, self.saved.as_deref()))
    }

    pub(super) fn pick(&mut self) {
        let dispatch = self.dispatch.clone();
        if !disk::can_save() {
            return files::pick(SIZE_LIMIT, move |file| dispatch.send(Msg::OpenFile(file)));
        }
        spawn_local(async move {
            match disk::pick(SIZE_LIMIT).await {
                Ok(Some(file)) => dispatch.send(Msg::OpenFile(file)),
                Ok(None) => {}
                Err(_) => files::pick(SIZE_LIMIT, move |file| dispatch.send(Msg::OpenFile(file))),
            }
        });
    }

    pub(super) fn open_file(&mut self, file: ReadFile) {
        match file.content {
            // What was given later is open already.
            Ok(_) if file.turn < self.turn => {}
            Ok(bytes) => self.open_bytes(file.name, &bytes, file.disk, file.turn),
            Err(Unreadable::TooLarge(bytes)) => self.refuse_file(&file.name, &OpenError::TooLarge(bytes)),
            Err(Unreadable::Failed) => self.refuse(t!(self.i18n, "open-failed", file = file.name.as_str())),
        }
    }

    pub(super) fn open_text(&mut self, text: &str) {
        self.open_bytes(".gitlab-ci.yml".to_owned(), text.as_bytes(), None, Turn::next());
    }

    fn open_bytes(&mut self, name: String, bytes: &[u8], disk: Option<OnDisk>, turn: Turn) {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return self.refuse(t!(self.i18n, "open-empty", file = name.as_str()));
        }
        match clock::measured("open", || Editor::open(name.clone(), bytes)) {
            Ok(editor) => self.open(Opened { disk, turn, ..Opened::new(editor) }),
            Err(error) => self.refuse_file(&name, &error),
        }
    }

    /// Goes on with what the last load of this tab handed over: before an update, or after a breakdown.
    pub(super) fn open_carried(&mut self) {
        let Some(carried) = outside::carried() else { return };
        let mut editor = Editor::new(carried.name, carried.opened);
        let edits = Transaction::between(editor.text(), &carried.text);
        editor.type_text(edits, clock::now());
        self.show(Opened::new(editor));
        self.was_carried();
    }

    /// Opens a file, after asking where changes would be lost.
    pub(super) fn open(&mut self, opened: Opened) {
        self.ask = None;
        self.turn = opened.turn;
        if self.is_unsaved() {
            self.pending = Some(opened);
            self.ask = Some(Ask::Discard);
        } else {
            self.show(opened);
        }
    }

    /// Opens what was asked about.
    pub(super) fn go_over(&mut self) {
        self.ask = None;
        if let Some(opened) = self.pending.take() {
            self.show(opened);
        }
    }

    /// Whether the file that was asked about may be the open one, changed elsewhere.
    pub(super) fn is_mergeable(&self) -> bool {
        let names = (self.editor.as_ref().map(Editor::name), self.pending.as_ref().map(|opened| opened.editor.name()));
        matches!(names, (Some(open), Some(pending)) if open == pending)
    }

    /// Merges the file that was asked about, or asks how to where both sides changed the same lines.
    pub(super) fn merge(&mut self) {
        let (Some(editor), Some(pending)) = (&self.editor, &self.pending) else { return };
        let parts = editor.merge_with(pending.editor.text());
        let clear = parts.iter().all(|part| matches!(part, MergePart::Merged(_)));
        self.ask = Some(Ask::Merge(parts));
        if clear {
            self.take_merge(&[]);
        }
    }

    pub(super) fn take_merge(&mut self, sides: &[Side]) {
        let (Some(Ask::Merge(parts)), Some(pending)) = (self.ask.take(), self.pending.take()) else { return };
        let merged = merged_text(&parts, sides);
        let theirs = pending.editor;
        self.disk = pending.disk.or(self.disk.take());
        self.change_text(|editor| editor.take_merge(theirs.text(), &merged));
        let text = t!(self.i18n, "merged", file = theirs.name());
        self.messages.show(&self.dispatch, ToastKind::Done, text, Some(t!(self.i18n, "undo")));
    }

    /// The state that the text is in.
    pub(super) fn state(&self) -> Option<State> {
        Some((self.file, self.editor.as_ref()?.revision()))
    }

    pub(super) fn show(&mut self, opened: Opened) {
        let Opened { editor, disk, draft, turn: _ } = opened;
        if let Some(disk) = &disk {
            remember(&disk.handle);
        }
        self.file += 1;
        self.disk = disk;
        self.seen = None;
        self.saved = None;
        self.step = None;
        self.reveal = None;
        self.pane = Pane::Board;
        self.messages.forget_actions();
        self.derived.forget();
        warm::stop();
        let broken = !editor.current().is_sound();
        self.editor = Some(editor);
        if self.host.is_none() {
            self.begin_draft(draft);
        }
        self.select(Selection::None);
        self.derived_anew();
        self.problems_open = broken;
        self.offer = !self.companions().is_empty();
        self.check_disk();
    }

    fn refuse_file(&mut self, name: &str, error: &OpenError) {
        let text = match error {
            OpenError::TooLarge(bytes) => {
                let megabytes = |bytes: usize| format!("{:.1}", bytes as f64 / 1_048_576.0);
                t!(self.i18n, "open-too-large", file = name, size = megabytes(*bytes), limit = megabytes(SIZE_LIMIT))
            }
            OpenError::Decode(DecodeError::Binary { .. }) => t!(self.i18n, "open-binary", file = name),
            OpenError::Decode(DecodeError::NotUtf8 { offset }) => {
                t!(self.i18n, "open-not-utf8", file = name, offset = *offset)
            }
            OpenError::Decode(DecodeError::Utf16) => t!(self.i18n, "open-utf16", file = name),
        };
        self.refuse(text);
    }

    pub(super) fn refuse(&mut self, text: AttrValue) {
        self.messages.show(&self.dispatch, ToastKind::Refused, text, None);
    }

    pub(super) fn download(&mut self) {
        let Some(editor) = &self.editor else { return };
        if download::file(editor.name(), editor.text()) {
            self.hand_to_host("export");
            self.saved = Some(Rc::from(editor.text()));
            let text = t!(self.i18n, "downloaded", file = editor.name());
            self.messages.show(&self.dispatch, ToastKind::Done, text, None);
            self.ask = None;
        } else {
            let text = t!(self.i18n, "download-failed");
            self.refuse(text);
        }
    }

    pub(super) fn copy(&mut self) {
        let Some(editor) = &self.editor else { return };
        let dispatch = self.dispatch.clone();
        download::copy(editor.text(), move |done| dispatch.send(Msg::Copied(done)));
    }

    pub(super) fn copy_link(&mut self, link: &str) {
        let (dispatch, copied, failed) =
            (self.dispatch.clone(), t!(self.i18n, "link-copied"), t!(self.i18n, "link-not-copied"));
        download::copy(link, move |done| dispatch.send(if done { Msg::Say(copied) } else { Msg::Complain(failed) }));
    }

    pub(super) fn copied(&mut self, done: bool) {
        let Some(editor) = &self.editor else { return };
        if done {
            self.saved = Some(Rc::from(editor.text()));
            self.messages.show(&self.dispatch, ToastKind::Done, t!(self.i18n, "copied"), None);
        } else {
            self.refuse(t!(self.i18n, "copy-failed"));
        }
    }
}
