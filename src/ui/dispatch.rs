//! What parts of the page ask for, and the one stable way to ask.

use yew::prelude::*;

use crate::command::{Command, Refusal};
use crate::editor::Selection;
use crate::text::{Span, Transaction};

/// Something that a part of the page asks for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Msg {
    /// An edit: one undo step. A refusal is shown as a toast.
    Run(Command),
    /// An edit whose refusal is shown where it was asked for, at the field, instead of as a toast.
    Try(Command, Callback<Refusal>),
    /// Take the last step back.
    Undo,
    /// Do the step that was taken back again.
    Redo,
    /// Select, and mark the place in the text.
    Select(Selection),
    /// Show a place in the text and put the caret there.
    GoTo(Span),
    /// Mark a place in the text without moving the focus, as while a field of the inspector has it.
    Mark(Option<Span>),
    /// Something was typed in the text pane.
    Typed(Transaction),
}

/// The way to ask. A context that never changes.
#[derive(Clone, PartialEq)]
pub(crate) struct Dispatch(Callback<Msg>);

impl Dispatch {
    /// Asks through `callback`.
    pub(crate) fn new(callback: Callback<Msg>) -> Self {
        Self(callback)
    }

    /// Asks for something.
    pub(crate) fn send(&self, msg: Msg) {
        self.0.emit(msg);
    }

    /// Asks for an edit.
    pub(crate) fn run(&self, command: Command) {
        self.send(Msg::Run(command));
    }

    /// A callback that asks for the same each time.
    pub(crate) fn always<E: 'static>(&self, msg: Msg) -> Callback<E> {
        self.0.reform(move |_| msg.clone())
    }

    /// A callback that asks for what it makes of its argument.
    pub(crate) fn with<E: 'static>(&self, make: impl Fn(E) -> Msg + 'static) -> Callback<E> {
        self.0.reform(make)
    }
}

/// The way to ask, inside the page. Outside of it (as in a test of one component) nothing hears.
#[hook]
pub(crate) fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().unwrap_or_else(|| Dispatch::new(Callback::noop()))
}
