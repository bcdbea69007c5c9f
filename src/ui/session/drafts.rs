//! Drafts: each edit is in the browser's storage within a second, and found there by the next visit.
//!
//! The first edit after a rest starts a wait; when the browser is idle after it, the text as it is then is written, once
//! for all edits in between. A draft goes when its file is saved, exported or discarded.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::files::{Opened, State};
use super::Session;
use crate::editor::Editor;
use crate::text::Transaction;
use crate::ui::browser::disk::{self, OnDisk, Recent};
use crate::ui::browser::drafts::{self, Draft, Found};
use crate::ui::browser::keeper::Failure;
use crate::ui::browser::{announce, clock, download};
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{step_text, t};
use crate::ui::widget::ToastKind;

/// Milliseconds from an edit to its writing: at least, so that typing is written in runs, and at most.
const WAIT: (u32, u32) = (250, 600);

/// The draft of the open file, and those of earlier visits.
#[derive(Debug)]
pub(super) struct Drafts {
    /// The open file's.
    id: String,
    /// Whether one is in the storage.
    kept: bool,
    /// The state that was written last, or could not be.
    tried: Option<State>,
    waiting: bool,
    /// How many writes are under way.
    writing: usize,
    /// Whether the open file came over a load of the page: its draft is taken up where there is one.
    carried: bool,
    /// The draft that it takes up.
    taken_up: Option<String>,
    /// Whether another file opens once this one's draft is written.
    aside: bool,
    /// Why the last one was not written.
    pub trouble: Option<Failure>,
    /// What earlier visits left, or why that is not known.
    pub found: Result<Rc<[Found]>, Failure>,
    /// Files that were open.
    pub recent: Rc<[Recent]>,
}

impl Drafts {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self {
            id: String::new(),
            kept: false,
            tried: None,
            waiting: false,
            writing: 0,
            carried: false,
            taken_up: None,
            aside: false,
            trouble: None,
            found: Ok(Rc::default()),
            recent: Rc::default(),
        }
    }
}

impl Session {
    /// Looks for what earlier visits left.
    pub(super) fn find_drafts(&self) {
        let dispatch = self.dispatch.clone();
        spawn_local(async move {
            let found = drafts::list().await;
            let recent = disk::recent().await.unwrap_or_default();
            dispatch.send(Msg::DraftsFound(found, recent));
        });
    }

    pub(super) fn drafts_found(&mut self, found: Result<Vec<Found>, Failure>, recent: Vec<Recent>) {
        // The open file's own draft is nothing to go on with.
        let others = |found: Vec<Found>| found.into_iter().filter(|found| found.draft.id != self.drafts.id).collect();
        self.drafts.found = found.map(others);
        self.drafts.recent = recent.into();
        if std::mem::take(&mut self.drafts.carried) {
            if let Some(id) = self.draft_of_carried() {
                self.drafts.taken_up = Some(id.clone());
                self.continue_draft(id);
            }
        }
    }

    /// The draft that the last load of the page kept of the open file.
    fn draft_of_carried(&self) -> Option<String> {
        let (editor, found) = (self.editor.as_ref()?, self.drafts.found.as_ref().ok()?);
        let same = |draft: &Draft| draft.name == editor.name() && draft.opened == editor.opened_text();
        let found = found.iter().find(|found| !found.elsewhere && same(&found.draft))?;
        Some(found.draft.id.clone())
    }

    /// Takes up a draft with its history; what came over the load, which may be newer, is its last step.
    fn take_up(&mut self, draft: Draft) {
        let Some(text) = self.editor.as_ref().map(|editor| editor.text().to_owned()) else { return };
        self.forget_draft();
        let mut editor = Editor::go_on(draft.name, &draft.opened, &draft.text, &draft.history);
        let newer = editor.text() != text;
        if newer {
            let edits = Transaction::between(editor.text(), &text);
            editor.type_text(edits, clock::now());
        }
        let disk = draft.handle.map(|handle| OnDisk { handle, stamp: None });
        self.show(Opened { disk, draft: Some(draft.id), ..Opened::new(editor) });
        if newer {
            self.drafts.tried = None;
        }
    }

    /// The open file came over a load of the page.
    pub(super) fn was_carried(&mut self) {
        self.drafts.carried = true;
    }

    fn found(&self, id: &str) -> Option<&Found> {
        self.drafts.found.as_ref().ok()?.iter().find(|found| found.draft.id == id)
    }

    /// Goes on with a draft, unless another tab got it in the meantime.
    pub(super) fn continue_draft(&self, id: String) {
        let dispatch = self.dispatch.clone();
        spawn_local(async move {
            let ours = drafts::hold(&id).await;
            dispatch.send(Msg::DraftHeld(id, ours));
        });
    }

    pub(super) fn draft_held(&mut self, id: &str, ours: bool) {
        let Some(found) = self.found(id).cloned() else { return };
        let taken_up = self.drafts.taken_up.take().is_some_and(|taken| taken == id);
        if taken_up {
            if ours {
                self.take_up(found.draft);
            }
        } else if ours {
            self.open_draft(found.draft, true);
        } else {
            self.refuse(t!(self.i18n, "draft-elsewhere", file = found.draft.name));
            self.find_drafts();
        }
    }

    /// Goes on with a copy of a draft that another tab has, and tells that tab.
    pub(super) fn copy_draft(&mut self, id: String) {
        let Some(found) = self.found(&id).cloned() else { return };
        spawn_local(async move { drafts::tell_copied(&id).await });
        self.open_draft(found.draft, false);
    }

    /// Another tab goes on with a copy of a draft.
    pub(super) fn draft_copied(&mut self, id: &str) {
        if let Some(editor) = self.editor.as_ref().filter(|_| self.drafts.id == id) {
            let text = t!(self.i18n, "draft-copied", file = editor.name());
            self.messages.show(&self.dispatch, ToastKind::Refused, text, None);
        }
    }

    fn open_draft(&mut self, draft: Draft, own: bool) {
        let editor = Editor::go_on(draft.name, &draft.opened, &draft.text, &draft.history);
        let disk = draft.handle.map(|handle| OnDisk { handle, stamp: None });
        self.open(Opened { disk, draft: own.then_some(draft.id), ..Opened::new(editor) });
    }

    pub(super) fn drop_draft(&mut self, id: &str) {
        self.ask = None;
        let (id, dispatch) = (id.to_owned(), self.dispatch.clone());
        spawn_local(async move {
            let _ = drafts::forget(&id).await;
            dispatch.send(Msg::FindDrafts);
        });
    }

    pub(super) fn download_draft(&mut self, id: &str) {
        let Some(found) = self.found(id) else { return };
        if !download::file(&found.draft.name, &found.draft.text) {
            self.refuse(t!(self.i18n, "download-failed"));
        }
    }

    /// A file was shown: its draft from now on is `draft`, a new one without it.
    pub(super) fn begin_draft(&mut self, draft: Option<String>) {
        let old = std::mem::take(&mut self.drafts.id);
        self.drafts.kept = draft.is_some();
        self.drafts.tried = draft.as_ref().and(self.state());
        let id = draft.unwrap_or_else(drafts::new_id);
        self.drafts.id.clone_from(&id);
        spawn_local(async move {
            drafts::release(&old).await;
            drafts::hold(&id).await;
        });
    }

    /// After anything happened: sees to it that unsaved edits are written, and that what was saved has no draft.
    pub(super) fn mind_draft(&mut self) {
        let unsaved = self.is_unsaved();
        if unsaved && self.drafts.tried != self.state() && !self.drafts.waiting && self.drafts.writing == 0 {
            self.drafts.waiting = true;
            let dispatch = self.dispatch.clone();
            drafts::when_idle(WAIT.0, WAIT.1, move || dispatch.send(Msg::KeepDraft));
        }
        if !unsaved {
            self.forget_draft();
            self.drafts.trouble = None;
        }
    }

    /// The open file's draft is not wanted any more.
    pub(super) fn forget_draft(&mut self) {
        if std::mem::take(&mut self.drafts.kept) {
            self.drafts.tried = None;
            let id = self.drafts.id.clone();
            // It stays this tab's: the next edit writes it again.
            spawn_local(async move {
                // Where it can't be taken away it is offered again, which loses nothing.
                let _ = drafts::forget(&id).await;
            });
        }
    }

    /// Writes what has not been written yet.
    pub(super) fn keep_draft(&mut self) {
        self.drafts.waiting = false;
        let (Some(state), Some(editor)) = (self.state(), &self.editor) else { return };
        if !self.is_unsaved() || self.drafts.tried == Some(state) {
            return;
        }
        let draft = Draft {
            id: self.drafts.id.clone(),
            name: editor.name().to_owned(),
            text: editor.text().to_owned(),
            opened: editor.opened_text().to_owned(),
            history: editor.history_text(|kind| step_text(&self.i18n, kind).to_string()),
            handle: self.disk.as_ref().map(|disk| disk.handle.clone()),
        };
        self.drafts.tried = Some(state);
        self.drafts.kept = true;
        self.drafts.writing += 1;
        let dispatch = self.dispatch.clone();
        spawn_local(async move {
            let kept = drafts::keep(draft).await;
            dispatch.send(Msg::DraftKept(kept.err()));
        });
    }

    /// Leaves the open file as a draft and opens what was asked about, once the draft is safe.
    pub(super) fn set_aside(&mut self) {
        self.keep_draft();
        if self.drafts.writing > 0 {
            self.drafts.aside = true;
        } else if self.drafts.trouble.is_none() {
            self.go_over();
        }
    }

    /// A draft was written, or why not. Whether that is seen on the page.
    pub(super) fn draft_kept(&mut self, failure: Option<Failure>) -> bool {
        self.drafts.writing -= 1;
        // The last write has the newest text.
        let awaited = self.drafts.writing == 0 && std::mem::take(&mut self.drafts.aside);
        if awaited {
            match failure {
                None => self.go_over(),
                Some(_) => self.refuse(self.trouble_text(failure)),
            }
        }
        let is_news = self.drafts.trouble != failure;
        if failure.is_some() && is_news {
            announce::say(&self.trouble_text(failure));
        }
        self.drafts.trouble = failure;
        awaited || is_news
    }

    /// Why edits are not kept as a draft.
    pub(super) fn trouble_text(&self, failure: Option<Failure>) -> yew::AttrValue {
        match failure {
            Some(Failure::Full) => t!(self.i18n, "draft-full"),
            Some(Failure::Refused) => t!(self.i18n, "draft-refused"),
            Some(Failure::Newer) => t!(self.i18n, "draft-newer"),
            _ => t!(self.i18n, "draft-damaged"),
        }
    }
}
