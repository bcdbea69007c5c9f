//! `script`, `before_script` and `after_script`: runs of one-line commands, and what stands between them.
//!
//! Neighbouring items of one line each are one box, a command a line. An item of several lines is a box of its own, so
//! that it stays one item, and what is no string is shown between them as it stands.

use std::rc::Rc;

use super::copied::copied_by_id;
use super::edit::{self, Edit};
use super::{Item, Owner, Slot};
use crate::pipeline::{Reading, Script, ScriptForm};
use crate::text::Span;
use crate::yaml::{Document, NewValue, NodeRef};

/// A box of a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Commands of a line each.
    Lines(Rc<str>),
    /// One command of several lines.
    Block(Rc<str>),
    /// What is no string.
    Fixed(Rc<str>, Span),
}

/// A script as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commands {
    form: ScriptForm,
    items: Vec<Item>,
    /// The boxes.
    pub segments: Vec<Segment>,
    /// How many items each box holds.
    sizes: Vec<usize>,
}

/// One of the scripts of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptView {
    /// Its commands.
    pub slot: Rc<Slot<Commands>>,
}

fn is_line(item: &Item) -> bool {
    item.editable && !item.text.contains('\n')
}

impl Commands {
    fn read(node: NodeRef<'_>) -> Option<Self> {
        let Reading::Value(script, _) = Script::read(Some(node)) else { return None };
        let items: Vec<Item> = script.items.into_iter().map(Item::from).collect();
        let (mut segments, mut sizes) = (Vec::new(), Vec::new());
        for run in items.chunk_by(|one, next| is_line(one) && is_line(next)) {
            let first = &run[0];
            sizes.push(run.len());
            segments.push(if is_line(first) {
                let lines: Vec<&str> = run.iter().map(|item| &*item.text).collect();
                Segment::Lines(lines.join("\n").into())
            } else if first.editable {
                Segment::Block(first.text.strip_suffix('\n').unwrap_or(&first.text).into())
            } else {
                Segment::Fixed(first.text.clone(), first.span)
            });
        }
        Some(Self { form: script.form, items, segments, sizes })
    }

    /// Whether the whole script is one string, so that no box can be put beside it.
    pub fn is_one_block(&self) -> bool {
        self.form == ScriptForm::Text && self.items.iter().any(|item| !is_line(item))
    }

    /// Commands, for a summary.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether it has no command.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl ScriptView {
    /// One of the scripts of the owner.
    pub fn of(document: &Document, owner: &Owner, keyword: &str) -> Self {
        Self { slot: Slot::read(document, owner, &[keyword], Commands::read) }
    }

    /// The text of a box was changed. The box behind the last is a new one; `block` says whether it is one command.
    pub fn change(&self, document: &Document, segment: usize, text: &str, block: bool) -> Edit {
        let text = text.replace("\r\n", "\n");
        let commands = self.slot.effective();
        let is_own = self.slot.own.is_some();
        let is_list = commands.is_some_and(|commands| commands.form == ScriptForm::List);
        let (mut values, mut at) = (Vec::new(), 0);
        let (segments, sizes) = commands.map_or((&[][..], &[][..]), |all| (&all.segments[..], &all.sizes[..]));
        for (place, size) in sizes.iter().enumerate() {
            let items = &commands.map_or(&[][..], |all| &all.items)[at..at + size];
            at += size;
            if place != segment {
                for item in items {
                    let kept = is_own && is_list;
                    values.push(if kept { NewValue::Kept(item.node) } else { copied_by_id(document, item.node)? });
                }
                continue;
            }
            match &segments[place] {
                Segment::Lines(_) => values.extend(lines(&text)),
                Segment::Block(_) => values.extend(as_block(&text, items[0].text.ends_with('\n'))),
                Segment::Fixed(..) => return Ok(None),
            }
        }
        if segment >= sizes.len() {
            if text.trim().is_empty() {
                return Ok(None);
            }
            if block {
                values.extend(as_block(&text, true));
            } else {
                values.extend(lines(&text));
            }
        }
        if values.is_empty() && self.slot.inherited.is_none() {
            return edit::reset(document, &self.slot);
        }
        let one_string = commands.is_some_and(|commands| commands.form == ScriptForm::Text) && values.len() == 1;
        let value = match values.pop() {
            Some(only) if one_string => only,
            last => NewValue::List(values.into_iter().chain(last).collect()),
        };
        edit::set(document, &self.slot.owner, &self.slot.path, value)
    }
}

/// One command a line; blank lines are none.
fn lines(text: &str) -> impl Iterator<Item = NewValue> + '_ {
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| NewValue::String(line.trim_end().to_owned()))
}

/// One command of several lines, with the line break at its end that blocks have.
fn as_block(text: &str, ends_line: bool) -> Option<NewValue> {
    let text = text.trim_end_matches('\n');
    let ending = if ends_line && text.contains('\n') { "\n" } else { "" };
    (!text.trim().is_empty()).then(|| NewValue::String(format!("{text}{ending}")))
}

#[cfg(test)]
mod tests {
    use super::super::edit::after;
    use super::*;

    const TEXT: &str =
        "a:\n  script:\n    - make # all\n    # why\n    - \"make test\"\n    - |\n      if x; then\n        \
                        y\n      fi\n    - !reference [.b, script]\n    - done\n";

    fn view(document: &Document) -> ScriptView {
        ScriptView::of(document, &Owner::Job("a".into()), "script")
    }

    fn changed(text: &str, segment: usize, new: &str, block: bool) -> String {
        after(text, |document| view(document).change(document, segment, new, block))
    }

    #[test]
    fn lines_are_one_box_and_a_block_is_its_own() {
        let view = view(&Document::parse(TEXT));
        let commands = view.slot.own.as_ref().unwrap();
        assert!(matches!(
            &commands.segments[..],
            [Segment::Lines(a), Segment::Block(b), Segment::Fixed(c, _), Segment::Lines(d)]
                if &**a == "make\nmake test" && &**b == "if x; then\n  y\nfi" && c.starts_with("!ref") && &**d == "done"
        ));
    }

    #[test]
    fn a_line_more_leaves_the_others_as_they_are() {
        let wanted = TEXT.replace("    - |\n", "    - make install\n    - |\n");
        assert_eq!(changed(TEXT, 0, "make\nmake test\nmake install\n", false), wanted);
        assert_eq!(changed(TEXT, 0, "make\n\nmake check", false), TEXT.replace("\"make test\"", "\"make check\""));
    }

    #[test]
    fn a_block_stays_a_block() {
        assert_eq!(changed(TEXT, 1, "if x; then\n  z\nfi", true), TEXT.replace("        y", "        z"));
        let text = "a:\n  script: |\n    one\n    two\n";
        assert_eq!(changed(text, 0, "one\ntwo\nthree", false), format!("{text}    three\n"));
    }

    #[test]
    fn a_new_block_comes_behind_the_rest() {
        let text = "a:\n  script:\n    - x\n";
        assert_eq!(changed(text, 1, "y\nz", true), format!("{text}    - |\n      y\n      z\n"));
    }

    #[test]
    fn one_command_becomes_a_list_when_there_are_two() {
        assert_eq!(changed("a:\n  script: x\n", 0, "w", false), "a:\n  script: w\n");
        assert_eq!(changed("a:\n  script: x\n", 0, "x\nw", false), "a:\n  script:\n    - x\n    - w\n");
        assert_eq!(changed("a:\n  stage: b\n", 0, "x", false), "a:\n  stage: b\n  script:\n    - x\n");
    }

    #[test]
    fn an_inherited_script_is_written_out_with_the_change() {
        let text = "default:\n  before_script:\n    - x\na:\n  script: y\n";
        let changed = after(text, |document| {
            ScriptView::of(document, &Owner::Job("a".into()), "before_script").change(document, 0, "x\nz", false)
        });
        let wanted = "default:\n  before_script:\n    - x\na:\n  before_script:\n    - x\n    - z\n  script: y\n";
        assert_eq!(changed, wanted);
    }
}
