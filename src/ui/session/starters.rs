//! Starters: opening one, its companion files, and taking jobs of one over.

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::files::Opened;
use super::Session;
use crate::command::{Command, Refusal};
use crate::editor::Editor;
use crate::ui::browser::download;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::t;
use crate::view::starters::{File, Starter};

impl Session {
    pub(super) fn start(&mut self, starter: Starter) {
        let file = starter.pipeline();
        self.open(Opened::new(Editor::new(file.name(), file.text)));
    }

    /// The starter that the open file comes from: it was opened with that text, whatever it is now.
    pub(super) fn starter(&self) -> Option<Starter> {
        Starter::opened_with(self.editor.as_ref()?.opened_text())
    }

    /// The files that come with the open one.
    pub(super) fn companions(&self) -> &'static [File] {
        self.starter().map(Starter::companions).unwrap_or_default()
    }

    /// Puts jobs of a starter into the open pipeline; says so, or why not.
    pub(super) fn insert(&mut self, command: Command, refused: &Callback<Refusal>) {
        match self.run(command) {
            Ok(()) => self.ask = None,
            Err(refusal) => refused.emit(refusal),
        }
    }

    pub(super) fn copy_companion(&self, file: File) {
        let (dispatch, copied, failed) =
            (self.dispatch.clone(), t!(self.i18n, "file-copied", file = file.path), t!(self.i18n, "file-not-copied"));
        download::copy(file.text, move |done| {
            dispatch.send(if done { Msg::Say(copied) } else { Msg::Complain(failed) });
        });
    }

    pub(super) fn download_companion(&mut self, file: File) {
        if !download::typed(file.name(), file.text, "text/plain") {
            self.refuse(t!(self.i18n, "download-failed"));
        }
    }

    /// Hands the open file out with its companions, each where it lies in the repository.
    pub(super) fn download_zip(&mut self) {
        let Some(editor) = &self.editor else { return };
        let starter = self.starter();
        // A file that was renamed since lies where its name says.
        let own = starter.map(Starter::pipeline).filter(|file| file.name() == editor.name());
        let own = own.map_or(editor.name(), |file| file.path).to_owned();
        let companions = self.companions().iter().map(|file| (file.path.to_owned(), file.text.to_owned()));
        let files: Vec<(String, String)> = std::iter::once((own, editor.text().to_owned())).chain(companions).collect();
        let name = format!("{}.zip", starter.map_or("gitlab-ci", Starter::name));
        let (dispatch, done, failed) = (
            self.dispatch.clone(),
            t!(self.i18n, "downloaded", file = name.as_str()),
            t!(self.i18n, "download-failed"),
        );
        spawn_local(async move {
            let went = download::zip(&name, &files).await;
            dispatch.send(if went { Msg::Say(done) } else { Msg::Complain(failed) });
        });
    }
}
