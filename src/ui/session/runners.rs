//! The team's runners: entered by the person, kept by the browser.

use std::rc::Rc;

use super::Session;
use crate::command::Command;
use crate::runner::Fleet;
use crate::ui::browser::{announce, store};
use crate::ui::i18n::t;
use crate::ui::widget::ToastKind;
use crate::view::board::Berth;

/// The runners of the last visit; none where what is kept can't be read.
pub(super) fn kept() -> Rc<Fleet> {
    let fleet = store::get("runners").and_then(|text| serde_json::from_str(&text).ok());
    Rc::new(fleet.unwrap_or_default())
}

impl Session {
    pub(super) fn set_fleet(&mut self, fleet: Rc<Fleet>) {
        if self.host.is_none() {
            if let Ok(text) = serde_json::to_string(&*fleet) {
                store::set("runners", &text);
            }
        }
        self.fleet = fleet;
        self.derived.forget();
        self.derived_anew();
    }

    /// Gives a job the tags that lead to a runner, and says so.
    pub(super) fn give_to(&mut self, job: &str, runner: usize) {
        let board = self.derived.board.clone();
        let Some((editor, berth)) = self.editor.as_ref().zip(board.dock.berths.get(runner)) else { return };
        let name = &*berth.runner.name;
        let trigger = board.find(job).is_some_and(|(_, card)| card.trigger);
        if trigger || berth.leading.is_none() {
            let text = match trigger {
                true => t!(self.i18n, "give-trigger", job = job),
                false => t!(self.i18n, "give-no-tags", runner = name),
            };
            return self.messages.show(&self.dispatch, ToastKind::Refused, text, None);
        }
        match board.dock.command(editor.current(), job, runner) {
            None => announce::say(&t!(self.i18n, "give-stays", job = job, runner = name)),
            Some(command) => self.give(command, job, berth),
        }
    }

    fn give(&mut self, command: Command, job: &str, berth: &Berth) {
        let (name, tags) = (&*berth.runner.name, berth.leading.as_deref().unwrap_or_default().join(", "));
        match self.run(command.clone()) {
            Err(refusal) => self.refused_or_asked(command, refusal),
            Ok(()) if tags.is_empty() => announce::say(&t!(self.i18n, "given-untagged", job = job, runner = name)),
            Ok(()) => announce::say(&t!(self.i18n, "given", job = job, runner = name, tags = tags)),
        }
    }
}
