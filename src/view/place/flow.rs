//! Reading collections in brackets and braces.

use super::words;
use super::Step;

/// A collection that is still open.
pub(super) struct Flow<'t> {
    braces: bool,
    /// The key whose value is being read.
    key: Option<&'t str>,
    /// The first item, once there is another.
    first: Option<&'t str>,
    /// Whether it is tagged `!reference`.
    pub reference: bool,
    /// Where the part that is being read starts.
    pub start: usize,
}

impl<'t> Flow<'t> {
    /// The step that leads into it.
    pub fn step(&self) -> Option<Step<'t>> {
        match (self.braces, self.reference) {
            (true, _) => self.key.map(Step::Key),
            (false, true) => Some(Step::Reference(self.first)),
            (false, false) => Some(Step::Item),
        }
    }

    /// Whether a key is next.
    pub fn expects_key(&self) -> bool {
        self.braces && self.key.is_none()
    }
}

/// Reads on from `from` to `to`, a line or a part of one.
pub(super) fn read<'t>(text: &'t str, from: usize, to: usize, open: &mut Vec<Flow<'t>>) {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in text[from..to].char_indices().map(|(at, c)| (from + at, c)) {
        if let Some(end) = quote {
            if c == end && before != '\\' {
                quote = None;
            }
            before = c;
            continue;
        }
        let begins = matches!(before, ' ' | '[' | '{' | ',' | ':');
        match c {
            '\'' | '"' if begins => quote = Some(c),
            '#' if before == ' ' && at > from => return,
            '[' | '{' => open.push(Flow { braces: c == '{', key: None, first: None, reference: false, start: at + 1 }),
            ']' | '}' => {
                open.pop();
                if open.is_empty() {
                    return;
                }
            }
            ',' => {
                if let Some(flow) = open.last_mut() {
                    if flow.first.is_none() {
                        flow.first = Some(words::unquoted(&text[flow.start..at]));
                    }
                    (flow.key, flow.start) = (None, at + 1);
                }
            }
            ':' => {
                if let Some(flow) = open.last_mut().filter(|flow| flow.expects_key()) {
                    let ends = text[at + 1..to].chars().next().is_none_or(|next| matches!(next, ' ' | ',' | '}'));
                    if ends || matches!(before, '\'' | '"') {
                        flow.key = Some(words::unquoted(&text[flow.start..at]));
                        flow.start = at + 1;
                    }
                }
            }
            _ => {}
        }
        before = c;
    }
}
