//! A text as a link, and a link as a text.

use wasm_bindgen_futures::spawn_local;

use super::files::Opened;
use super::{Ask, Session};
use crate::editor::{Editor, SIZE_LIMIT};
use crate::ui::browser::keeper::Failure;
use crate::ui::browser::link::{self, Shared};
use crate::ui::dispatch::Msg;
use crate::ui::i18n::t;

/// Characters of a link, at most. Longer ones are cut by chats, mail programs and some browsers.
pub(crate) const LINK_LIMIT: usize = 32 * 1024;

impl Session {
    pub(super) fn share(&self) {
        let Some(editor) = &self.editor else { return };
        let (dispatch, name, text) = (self.dispatch.clone(), editor.name().to_owned(), editor.text().to_owned());
        spawn_local(async move { dispatch.send(Msg::LinkMade(link::make(&name, &text).await)) });
    }

    pub(super) fn link_made(&mut self, link: Result<String, Failure>) {
        match link {
            Ok(link) => self.ask = Some(Ask::Share(link.into())),
            Err(_) => self.refuse(t!(self.i18n, "share-failed")),
        }
    }

    /// Reads what the page's address holds, if it is a link of this kind.
    pub(super) fn read_link(&self) {
        let dispatch = self.dispatch.clone();
        spawn_local(async move {
            match link::read(LINK_LIMIT, SIZE_LIMIT).await {
                Ok(None) => {}
                Ok(Some(shared)) => dispatch.send(Msg::LinkRead(Ok(shared))),
                Err(failure) => dispatch.send(Msg::LinkRead(Err(failure))),
            }
        });
    }

    /// Offers what the link holds. What is open stays until the person decides.
    pub(super) fn link_read(&mut self, shared: Result<Shared, Failure>) {
        let opened =
            shared.and_then(|shared| Editor::open(shared.name, shared.text.as_bytes()).map_err(|_| Failure::Damaged));
        match opened {
            // A frame shows what its address holds.
            Ok(editor) if self.host.is_some() => {
                self.show(Opened::new(editor));
                self.show_view();
            }
            Ok(editor) => {
                let lines = editor.text().lines().count();
                self.ask = Some(Ask::Shared(editor.name().into(), lines));
                self.pending = Some(Opened::new(editor));
            }
            Err(failure) => {
                let text = match failure {
                    Failure::TooMuch => t!(self.i18n, "share-too-much"),
                    Failure::Newer => t!(self.i18n, "share-newer"),
                    _ => t!(self.i18n, "share-damaged"),
                };
                self.refuse(text);
            }
        }
    }

    pub(super) fn open_shared(&mut self) {
        if let Some(opened) = self.pending.take() {
            link::clear();
            self.open(opened);
        }
    }
}
