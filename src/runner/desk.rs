//! What lies on the desk of the one who looks after the runners: the open `config.toml` files, and what was done to them and
//! to the fleet, to be taken back step by step. Nothing of it is ever stored: the files hold tokens.

use std::rc::Rc;

use super::config::{plan, ConfigRunner, Document, Edit, Refusal};
use super::{Fleet, Runner};

/// Steps that can be taken back.
const STEPS: usize = 100;

/// Bytes of files that the steps may hold.
const BYTES: usize = 8 * 1024 * 1024;

/// Files that are open at once.
pub const FILES: usize = 20;

/// An open file.
#[derive(Debug, Clone, PartialEq)]
pub struct ConfigFile {
    /// Its identity, for as long as the page is open.
    pub id: u32,
    /// Its name.
    pub name: Rc<str>,
    /// What stands in it.
    pub document: Rc<Document>,
}

/// One state of all that can be taken back.
#[derive(Debug, Clone)]
struct Moment {
    fleet: Rc<Fleet>,
    files: Rc<[ConfigFile]>,
    /// A mark of the caller, to order these steps among others.
    mark: usize,
}

/// The desk.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    files: Rc<[ConfigFile]>,
    past: Vec<Moment>,
    future: Vec<Moment>,
    opened: u32,
}

impl Desk {
    /// The open files.
    pub fn files(&self) -> Rc<[ConfigFile]> {
        self.files.clone()
    }

    /// An open file.
    pub fn file(&self, id: u32) -> Option<&ConfigFile> {
        self.files.iter().find(|file| file.id == id)
    }

    /// The mark of the step that undo would take back.
    pub fn last(&self) -> Option<usize> {
        self.past.last().map(|moment| moment.mark)
    }

    /// The mark of the step that redo would do again.
    pub fn next(&self) -> Option<usize> {
        self.future.last().map(|moment| moment.mark)
    }

    /// Remembers the state before a change of the fleet.
    pub fn before(&mut self, fleet: &Rc<Fleet>, mark: usize) {
        self.past.push(Moment { fleet: fleet.clone(), files: self.files.clone(), mark });
        self.future.clear();
        self.forget_oldest();
    }

    /// Opens a file: its runners join the fleet. What the fleet is then, and the file's identity.
    pub fn open(&mut self, fleet: &Rc<Fleet>, mark: usize, name: &str, document: Document) -> (Rc<Fleet>, u32) {
        self.before(fleet, mark);
        self.opened += 1;
        let joined = absorb(fleet, &[], &document.machine().runners);
        let file = ConfigFile { id: self.opened, name: name.into(), document: Rc::new(document) };
        self.files = self.files.iter().cloned().chain([file]).collect();
        (Rc::new(joined), self.opened)
    }

    /// Closes a file. Its runners stay in the fleet.
    pub fn close(&mut self, fleet: &Rc<Fleet>, mark: usize, id: u32) {
        self.before(fleet, mark);
        self.files = self.files.iter().filter(|file| file.id != id).cloned().collect();
    }

    /// Edits a file. What the fleet is then.
    pub fn edit(&mut self, fleet: &Rc<Fleet>, mark: usize, id: u32, edit: &Edit) -> Result<Rc<Fleet>, Refusal> {
        let file = self.file(id).ok_or(Refusal::NotThere)?;
        let (transaction, document) = plan(&file.document, edit)?;
        if transaction.is_empty() {
            return Ok(fleet.clone());
        }
        Ok(self.replace(fleet, mark, id, document))
    }

    /// Puts another text in a file's place. What the fleet is then.
    pub fn replace(&mut self, fleet: &Rc<Fleet>, mark: usize, id: u32, document: Document) -> Rc<Fleet> {
        let Some(file) = self.file(id) else { return fleet.clone() };
        let before = file.document.clone();
        if *before == document {
            return fleet.clone();
        }
        // A text that is no TOML for now says nothing about its runners.
        let absorbed = match (before.tree(), document.tree()) {
            (Ok(_), Ok(_)) => Rc::new(absorb(fleet, &before.machine().runners, &document.machine().runners)),
            (Err(_), Ok(_)) => Rc::new(absorb(fleet, &[], &document.machine().runners)),
            (_, Err(_)) => fleet.clone(),
        };
        self.before(fleet, mark);
        let document = Rc::new(document);
        let put = |file: &ConfigFile| match file.id == id {
            true => ConfigFile { document: document.clone(), ..file.clone() },
            false => file.clone(),
        };
        self.files = self.files.iter().map(put).collect();
        absorbed
    }

    /// Takes the last step back. What the fleet is then.
    pub fn undo(&mut self, fleet: &Rc<Fleet>) -> Option<Rc<Fleet>> {
        let moment = self.past.pop()?;
        self.future.push(Moment { fleet: fleet.clone(), files: self.files.clone(), mark: moment.mark });
        self.files = moment.files;
        Some(moment.fleet)
    }

    /// Does the step that was taken back again. What the fleet is then.
    pub fn redo(&mut self, fleet: &Rc<Fleet>) -> Option<Rc<Fleet>> {
        let moment = self.future.pop()?;
        self.past.push(Moment { fleet: fleet.clone(), files: self.files.clone(), mark: moment.mark });
        self.files = moment.files;
        Some(moment.fleet)
    }

    fn forget_oldest(&mut self) {
        let mut room = BYTES;
        let mut known: Vec<*const Document> = Vec::new();
        let kept = self.past.iter().rev().take(STEPS).take_while(|moment| {
            for file in moment.files.iter() {
                let document = Rc::as_ptr(&file.document);
                if !known.contains(&document) {
                    known.push(document);
                    room = room.saturating_sub(file.document.text().len());
                }
            }
            room > 0
        });
        let over = self.past.len() - kept.count();
        self.past.drain(..over);
    }
}

/// The fleet after a file's runners became others: known ones, by their names, are described anew and keep what GitLab
/// knows of them; new ones join, and those that went leave.
pub fn absorb(fleet: &Fleet, before: &[ConfigRunner], after: &[ConfigRunner]) -> Fleet {
    let mut runners: Vec<Option<Runner>> = fleet.runners.iter().cloned().map(Some).collect();
    let mut taken = vec![false; runners.len()];
    let mut find = |name: &str| {
        let found = fleet.runners.iter().enumerate().position(|(at, runner)| !taken[at] && runner.name == name)?;
        taken[found] = true;
        Some(found)
    };
    let mut names: [Vec<&str>; 2] = [before, after].map(|list| list.iter().map(|r| r.name.as_str()).collect());
    names.iter_mut().for_each(|names| names.sort_unstable());
    // As many as before with other names: some were renamed. Else they were moved, added or taken away.
    let renamed = before.len() == after.len() && names[0] != names[1];
    let mut new = Vec::new();
    for (at, runner) in after.iter().enumerate() {
        let known = if renamed { &before[at].name } else { &runner.name };
        match find(known).and_then(|found| runners[found].as_mut()) {
            Some(known) => runner.describe(known),
            None => {
                // GitLab lets no runner be without tags that takes no untagged jobs.
                let mut joined = Runner { run_untagged: true, ..Runner::default() };
                runner.describe(&mut joined);
                new.push(joined);
            }
        }
    }
    if !renamed {
        let mut left: Vec<&str> = after.iter().map(|runner| runner.name.as_str()).collect();
        for runner in before {
            match left.iter().position(|name| *name == runner.name) {
                Some(at) => drop(left.swap_remove(at)),
                None => {
                    if let Some(found) = find(&runner.name) {
                        runners[found] = None;
                    }
                }
            }
        }
    }
    Fleet { runners: runners.into_iter().flatten().chain(new).collect() }
}

/// For each runner of the fleet the open file that holds it, and which of its runners it is there.
pub fn origins(fleet: &Fleet, files: &[ConfigFile]) -> Vec<Option<(u32, usize)>> {
    let mut origins = vec![None; fleet.runners.len()];
    for file in files {
        for (index, held) in file.document.machine().runners.iter().enumerate() {
            let at = fleet.runners.iter().enumerate().position(|(at, r)| origins[at].is_none() && r.name == held.name);
            if let Some(at) = at {
                origins[at] = Some((file.id, index));
            }
        }
    }
    origins
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::config::{NewValue, Path};

    const TWO: &str = "[[runners]]\nname = \"build\"\nexecutor = \"docker\"\n[runners.docker]\nimage = \"a\"\n\n[[runners]]\nname = \"live\"\nexecutor = \"shell\"\n";

    fn names(fleet: &Fleet) -> Vec<&str> {
        fleet.runners.iter().map(|runner| runner.name.as_str()).collect()
    }

    fn opened() -> (Desk, Rc<Fleet>, u32) {
        let mut desk = Desk::default();
        let (fleet, id) = desk.open(&Rc::default(), 0, "config.toml", Document::new(TWO));
        (desk, fleet, id)
    }

    #[test]
    fn the_runners_of_an_opened_file_join_and_keep_their_tags_when_it_changes() {
        let (mut desk, fleet, id) = opened();
        assert_eq!(names(&fleet), ["build", "live"]);
        let mut tagged = (*fleet).clone();
        tagged.runners[0].tags = vec!["docker".to_owned()];
        let edit = Edit::Set(Path::runner(0).key("name"), NewValue::Text("builder".to_owned()));
        let fleet = desk.edit(&Rc::new(tagged), 0, id, &edit).unwrap();
        assert_eq!(names(&fleet), ["builder", "live"]);
        assert_eq!(fleet.runners[0].tags, ["docker"]);
        let fleet = desk.edit(&fleet, 0, id, &Edit::MoveRunner { from: 0, to: 1 }).unwrap();
        assert_eq!(fleet.runners[0].tags, ["docker"]);
        let fleet = desk.edit(&fleet, 0, id, &Edit::RemoveRunner(1)).unwrap();
        assert_eq!(names(&fleet), ["live"]);
    }

    #[test]
    fn undo_and_redo_walk_fleet_and_files_together() {
        let (mut desk, fleet, id) = opened();
        let edit = Edit::Set(Path::runner(0).key("docker").key("privileged"), NewValue::Flag(true));
        let after = desk.edit(&fleet, 7, id, &edit).unwrap();
        assert!(after.runners[0].privileged);
        assert_eq!(desk.last(), Some(7));
        let back = desk.undo(&after).unwrap();
        assert_eq!(back, fleet);
        assert_eq!(&**desk.file(id).unwrap().document.text(), TWO);
        assert_eq!(desk.redo(&back).unwrap(), after);
        desk.undo(&after).unwrap();
        assert_eq!(names(&desk.undo(&fleet).unwrap()), [] as [&str; 0]);
        assert!(desk.files().is_empty() && desk.undo(&fleet).is_none());
    }

    #[test]
    fn a_text_that_is_broken_for_a_while_loses_no_runner() {
        let (mut desk, fleet, id) = opened();
        let broken = desk.replace(&fleet, 0, id, Document::new("[[runners"));
        assert_eq!(broken, fleet);
        assert_eq!(desk.replace(&broken, 0, id, Document::new(TWO)), fleet);
    }

    #[test]
    fn runners_of_one_name_are_told_apart_by_their_order() {
        let (mut desk, fleet, first) = opened();
        let (fleet, second) = desk.open(&fleet, 0, "other.toml", Document::new("[[runners]]\nname = \"x\"\n"));
        assert_eq!(origins(&fleet, &desk.files()), [Some((first, 0)), Some((first, 1)), Some((second, 0))]);
        let (same, _) = desk.open(&fleet, 0, "again.toml", Document::new(TWO));
        assert_eq!(same, fleet, "the runners are known");
    }

    #[test]
    fn old_steps_are_forgotten_and_so_are_those_of_large_files() {
        let mut desk = Desk::default();
        let fleet = Rc::<Fleet>::default();
        for _ in 0..STEPS + 20 {
            desk.before(&fleet, 0);
        }
        assert_eq!(desk.past.len(), STEPS);
        let (_, id) = desk.open(&fleet, 0, "a", Document::new(""));
        for at in 0..40 {
            desk.replace(&fleet, 0, id, Document::new(format!("#{at}{}", "x".repeat(600_000))));
        }
        assert!(desk.past.len() < 20);
    }
}
