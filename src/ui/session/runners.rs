//! The team's runners, kept by the browser, and their `config.toml` files, which are kept nowhere: they hold tokens.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::AttrValue;

use super::{Perspective, Session};
use crate::runner::config::{retyped, Document, Edit, OpenError, SIZE_LIMIT};
use crate::runner::desk::{ConfigFile, FILES};
use crate::runner::{Fleet, Runner};
use crate::ui::browser::disk::{self, Known, OnDisk, Saved};
use crate::ui::browser::files::{self, ReadFile, Unreadable};
use crate::ui::browser::keeper::Failure;
use crate::ui::browser::{announce, download, store};
use crate::ui::dispatch::Msg;
use crate::ui::i18n::t;
use crate::ui::runners::{refusal_text, OpenConfig, Request};
use crate::ui::widget::ToastKind;

/// The runners of the last visit; none where what is kept can't be read.
pub(super) fn kept() -> Rc<Fleet> {
    let fleet = store::get("runners").and_then(|text| serde_json::from_str(&text).ok());
    Rc::new(fleet.unwrap_or_default())
}

/// How a `config.toml` was opened and last saved.
#[derive(Debug, Clone)]
pub(super) struct Baseline {
    /// Which one.
    file: u32,
    /// As it was opened.
    opened: Rc<Document>,
    /// As it was last handed out.
    saved: Rc<str>,
    /// Where it is saved in place.
    disk: Option<OnDisk>,
}

impl Session {
    /// Another fleet, as a step that can be taken back.
    fn set_fleet(&mut self, fleet: Rc<Fleet>) {
        if fleet != self.fleet {
            self.desk.before(&self.fleet, self.steps_done());
            self.keep_fleet(fleet);
        }
    }

    fn keep_fleet(&mut self, fleet: Rc<Fleet>) {
        if fleet == self.fleet {
            return;
        }
        if self.host.is_none() {
            if let Ok(text) = serde_json::to_string(&*fleet) {
                store::set("runners", &text);
            }
        }
        self.fleet = fleet;
        self.derived.forget();
        self.derived_anew();
    }

    pub(super) fn hear_runners(&mut self, request: Request) {
        match request {
            Request::Enter(runner) => {
                let text = t!(self.i18n, "runner-entered", name = runner.name.as_str());
                self.change_fleet(text, |runners| runners.push(runner));
            }
            Request::Change(at, runner) => {
                let text = t!(self.i18n, "runner-changed", name = runner.name.as_str());
                self.change_fleet(text, |runners| {
                    if let Some(known) = runners.get_mut(at) {
                        *known = runner;
                    }
                });
            }
            Request::Duplicate(at) => self.duplicate_runner(at),
            Request::Delete(at) => {
                let Some(runner) = self.fleet.runners.get(at) else { return };
                let text = t!(self.i18n, "runner-deleted", name = runner.name.as_str());
                self.change_fleet(text, |runners| drop(runners.remove(at)));
            }
            Request::Pick => self.pick_configs(),
            Request::Read(file) => self.open_config_file(file),
            Request::Close(id) => self.close_config(id),
            Request::Edit(id, edit) => self.edit_config(id, &edit),
            Request::Type(id, text) => self.type_config(id, &text),
            Request::Download(id) => self.download_config(id),
            Request::Save(id) => self.save_config(id),
            Request::Saved(id, text, end) => self.config_saved(id, text, end),
            Request::Undo => self.undo_runners(),
            Request::Redo => self.redo_runners(),
        }
    }

    fn change_fleet(&mut self, text: AttrValue, change: impl FnOnce(&mut Vec<Runner>)) {
        let mut fleet = (*self.fleet).clone();
        change(&mut fleet.runners);
        self.ask = None;
        self.set_fleet(Rc::new(fleet));
        self.runners_done(text);
    }

    fn duplicate_runner(&mut self, at: usize) {
        let Some(runner) = self.fleet.runners.get(at).cloned() else { return };
        let taken = |name: &str| self.fleet.runners.iter().any(|other| other.name == name);
        let name =
            (2..).map(|number| format!("{} {number}", runner.name)).find(|name| !taken(name)).unwrap_or_default();
        let text = t!(self.i18n, "runner-entered", name = name.as_str());
        self.change_fleet(text, |runners| runners.insert(at + 1, Runner { name, ..runner }));
    }

    /// Says what was done, with a button that takes it back.
    fn runners_done(&mut self, text: AttrValue) {
        self.messages.forget_actions();
        let undo = Some(t!(self.i18n, "undo"));
        self.runners_toast = Some(self.messages.show(&self.dispatch, ToastKind::Done, text, undo));
    }

    fn pick_configs(&self) {
        let dispatch = self.dispatch.clone();
        let read = move |file| dispatch.send(Msg::Runners(Request::Read(file)));
        if !disk::can_save() {
            return files::pick_all(".toml", SIZE_LIMIT, read);
        }
        spawn_local(async move {
            match disk::pick_configs(SIZE_LIMIT).await {
                Ok(picked) => picked.into_iter().for_each(read),
                Err(_) => files::pick_all(".toml", SIZE_LIMIT, read),
            }
        });
    }

    fn open_config_file(&mut self, file: ReadFile) {
        let name = file.name.as_str();
        let bytes = match &file.content {
            Ok(bytes) => bytes,
            Err(Unreadable::TooLarge(_)) => return self.refuse(t!(self.i18n, "config-too-large", file = name)),
            Err(Unreadable::Failed) => return self.refuse(t!(self.i18n, "open-failed", file = name)),
        };
        if self.desk.files().len() >= FILES {
            return self.refuse(t!(self.i18n, "config-too-many", count = FILES));
        }
        match Document::open(bytes) {
            Err(OpenError::TooLarge) => self.refuse(t!(self.i18n, "config-too-large", file = name)),
            Err(OpenError::NoText) => self.refuse(t!(self.i18n, "config-no-text", file = name)),
            Ok(document) => {
                let (opened, saved) = (Rc::new(document.clone()), document.text().clone());
                let count = document.machine().runners.len();
                let (fleet, id) = self.desk.open(&self.fleet, self.steps_done(), name, document);
                self.baselines.push(Baseline { file: id, opened, saved, disk: file.disk });
                self.keep_fleet(fleet);
                self.perspective = Perspective::Runners;
                self.runners_done(t!(self.i18n, "config-opened", file = name, count = count));
            }
        }
    }

    fn close_config(&mut self, id: u32) {
        let Some(file) = self.desk.file(id) else { return };
        let text = t!(self.i18n, "config-closed", file = &*file.name);
        self.desk.close(&self.fleet, self.steps_done(), id);
        self.runners_done(text);
    }

    fn edit_config(&mut self, id: u32, edit: &Edit) {
        match self.desk.edit(&self.fleet, self.steps_done(), id, edit) {
            Ok(fleet) => {
                self.keep_fleet(fleet);
                match edit {
                    Edit::RemoveRunner(_) => self.runners_done(t!(self.i18n, "config-runner-removed")),
                    _ => announce::say(&t!(self.i18n, "config-changed")),
                }
            }
            Err(refusal) => self.refuse(refusal_text(&self.i18n, refusal)),
        }
    }

    fn type_config(&mut self, id: u32, typed: &str) {
        let Some(file) = self.desk.file(id) else { return };
        let text = retyped(file.document.text(), typed);
        if text.len() > SIZE_LIMIT {
            return self.refuse(t!(self.i18n, "config-too-large", file = &*file.name));
        }
        let fleet = self.desk.replace(&self.fleet, self.steps_done(), id, Document::new(text));
        self.keep_fleet(fleet);
    }

    fn download_config(&mut self, id: u32) {
        let Some(file) = self.desk.file(id).cloned() else { return };
        if !download::typed(&file.name, file.document.text(), "application/toml") {
            return self.refuse(t!(self.i18n, "download-failed"));
        }
        self.mark_saved(id, file.document.text().clone());
        self.ask = None;
        self.messages.show(&self.dispatch, ToastKind::Done, t!(self.i18n, "downloaded", file = &*file.name), None);
    }

    fn save_config(&mut self, id: u32) {
        let place =
            self.baselines.iter().find(|baseline| baseline.file == id).and_then(|baseline| baseline.disk.clone());
        let (Some(file), Some(place)) = (self.desk.file(id), place) else { return };
        let (dispatch, text) = (self.dispatch.clone(), file.document.text().clone());
        spawn_local(async move {
            // Only over the state that was read: another program's changes are not passed over.
            let known = place.stamp.map_or(Known::Unread, Known::Read);
            let end = disk::save(&place.handle, &text, known, SIZE_LIMIT).await;
            dispatch.send(Msg::Runners(Request::Saved(id, text, end)));
        });
    }

    fn config_saved(&mut self, id: u32, text: Rc<str>, end: Result<Saved, Failure>) {
        let Some(name) = self.desk.file(id).map(|file| file.name.clone()) else { return };
        let name = &*name;
        match end {
            Ok(Saved::Written(stamp)) => {
                self.mark_saved(id, text);
                let baseline = self.baselines.iter_mut().find(|baseline| baseline.file == id);
                if let Some(disk) = baseline.and_then(|baseline| baseline.disk.as_mut()) {
                    disk.stamp = Some(stamp);
                }
                self.ask = None;
                self.messages.show(&self.dispatch, ToastKind::Done, t!(self.i18n, "saved", file = name), None);
            }
            Ok(Saved::Changed(_)) => self.refuse(t!(self.i18n, "config-changed-on-disk", file = name)),
            Err(Failure::Refused) => self.refuse(t!(self.i18n, "save-refused", file = name)),
            Err(Failure::Full) => self.refuse(t!(self.i18n, "save-full", file = name)),
            Err(_) => self.refuse(t!(self.i18n, "save-failed", file = name)),
        }
    }

    fn mark_saved(&mut self, id: u32, text: Rc<str>) {
        if let Some(baseline) = self.baselines.iter_mut().find(|baseline| baseline.file == id) {
            baseline.saved = text;
        }
    }

    /// An open file with how it was opened and saved.
    pub(super) fn open_config(&self, file: &ConfigFile) -> Option<OpenConfig> {
        let baseline = self.baselines.iter().find(|baseline| baseline.file == file.id)?;
        Some(OpenConfig {
            file: file.clone(),
            opened: baseline.opened.clone(),
            unsaved: *file.document.text() != baseline.saved,
            on_disk: baseline.disk.is_some(),
        })
    }

    /// Whether leaving the page would lose an edit of a `config.toml`.
    pub(super) fn has_unsaved_configs(&self) -> bool {
        self.desk.files().iter().filter_map(|file| self.open_config(file)).any(|file| file.unsaved)
    }

    pub(super) fn undo_runners(&mut self) {
        if let Some(fleet) = self.desk.undo(&self.fleet) {
            self.after_walk(fleet, t!(self.i18n, "undone"));
        }
    }

    pub(super) fn redo_runners(&mut self) {
        if let Some(fleet) = self.desk.redo(&self.fleet) {
            self.after_walk(fleet, t!(self.i18n, "redone"));
        }
    }

    fn after_walk(&mut self, fleet: Rc<Fleet>, text: AttrValue) {
        self.messages.forget_actions();
        self.runners_toast = None;
        self.keep_fleet(fleet);
        announce::say(&text);
    }

    /// Whether Ctrl+Z is about the runners: they are shown, and what was done to them was done after the pipeline's last step.
    pub(super) fn runners_undo_first(&self) -> bool {
        self.perspective == Perspective::Runners && self.desk.last().is_some_and(|mark| mark >= self.steps_done())
    }

    /// Whether Ctrl+Y is about the runners.
    pub(super) fn runners_redo_first(&self) -> bool {
        self.perspective == Perspective::Runners && self.desk.next().is_some_and(|mark| mark <= self.steps_done())
    }

    /// The pipeline's steps that are done: they order the runners' steps among them.
    fn steps_done(&self) -> usize {
        self.editor.as_ref().map_or(0, |editor| editor.history().done().len())
    }
}
