//! Giving a job to a runner: the fewest tags that lead there.

use super::Session;
use crate::command::Command;
use crate::ui::browser::announce;
use crate::ui::i18n::t;
use crate::view::board::Berth;

impl Session {
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
            return self.refuse(text);
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
