//! The short messages that are shown, each for a while.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::AttrValue;

use crate::ui::dispatch::{Dispatch, Msg};
use crate::ui::widget::{Toast, ToastKind};

/// Messages shown at once.
const MOST: usize = 3;

/// Milliseconds for which a message stays, and more for each of its characters.
const STAYS: u32 = 5_000;
const STAYS_PER_CHARACTER: u32 = 60;

/// The messages.
#[derive(Debug, Default)]
pub(super) struct Messages {
    shown: Vec<(Toast, Timeout)>,
    next: u32,
}

impl Messages {
    /// Shows a message; `action` is the text of a button that takes the last step back. Its identity.
    pub(super) fn show(
        &mut self,
        dispatch: &Dispatch,
        kind: ToastKind,
        text: AttrValue,
        action: Option<AttrValue>,
    ) -> u32 {
        let (id, dispatch) = (self.next, dispatch.clone());
        self.next += 1;
        let stays = STAYS + STAYS_PER_CHARACTER * text.len() as u32;
        let timer = Timeout::new(stays, move || dispatch.send(Msg::CloseToast(id)));
        self.shown.retain(|(toast, _)| toast.text != text);
        self.shown.push((Toast { id, kind, text, action }, timer));
        let over = self.shown.len().saturating_sub(MOST);
        self.shown.drain(..over);
        id
    }

    /// Takes a message away. Whether it was there.
    pub(super) fn close(&mut self, id: u32) -> bool {
        let before = self.shown.len();
        self.shown.retain(|(toast, _)| toast.id != id);
        self.shown.len() != before
    }

    /// Takes the buttons away: the last step is another one now.
    pub(super) fn forget_actions(&mut self) {
        self.shown.retain(|(toast, _)| toast.action.is_none());
    }

    /// The messages, oldest first.
    pub(super) fn list(&self) -> Rc<[Toast]> {
        self.shown.iter().map(|(toast, _)| toast.clone()).collect()
    }
}
