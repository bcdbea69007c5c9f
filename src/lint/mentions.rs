//! The variables that a file defines, and the places where it uses some.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::text::Span;
use crate::yaml::{Document, Kind, NodeRef};

/// Definitions and uses.
pub struct Mentions<'d> {
    /// Variables by name with the node of the name, of the first definition: `variables` anywhere, and `matrix`.
    pub defined: HashMap<&'d str, NodeRef<'d>>,
    /// Names that some command sets.
    pub set_by_commands: HashSet<&'d str>,
    /// Each use: the name, and where it stands.
    pub used: Vec<(&'d str, Span)>,
}

impl<'d> Mentions<'d> {
    /// Goes over the text once.
    pub fn of(document: &'d Document) -> Self {
        let mut mentions = Self { defined: HashMap::new(), set_by_commands: HashSet::new(), used: Vec::new() };
        for node in document.all_nodes() {
            match node.kind() {
                Kind::Mapping => {
                    for entry in node.entries() {
                        match entry.key.value() {
                            "variables" => mentions.define(entry.value),
                            "matrix" => entry.value.items().for_each(|item| mentions.define(item)),
                            _ => {}
                        }
                    }
                }
                Kind::Scalar => mentions.read(node),
                _ => {}
            }
        }
        mentions
    }

    fn define(&mut self, variables: NodeRef<'d>) {
        for entry in variables.entries().filter(|entry| entry.key.kind() == Kind::Scalar) {
            self.defined.entry(entry.key.value()).or_insert(entry.key);
        }
    }

    fn read(&mut self, node: NodeRef<'d>) {
        let (text, from) = (node.text(), node.span().from());
        for (at, _) in text.match_indices('$') {
            if text[..at].ends_with(['$', '\\']) {
                continue;
            }
            let name = at + 1 + usize::from(text[at + 1..].starts_with('{'));
            let length = word(&text[name..]);
            if length > 0 {
                self.used.push((&text[name..name + length], Span::new(from + name, from + name + length)));
            }
        }
        if text.contains([' ', '=']) {
            self.commands(text);
        }
    }

    /// What the shell sets: `NAME=`, `export NAME`, `read NAME`, `for NAME in`.
    fn commands(&mut self, text: &'d str) {
        let mut sets = false;
        for piece in
            text.split(|c: char| c.is_whitespace() || ";(`\"'&|{".contains(c)).filter(|piece| !piece.is_empty())
        {
            let length = word(piece);
            let rest = &piece[length..];
            if length > 0 && (rest.starts_with('=') || rest.starts_with("+=") || sets && rest.is_empty()) {
                self.set_by_commands.insert(&piece[..length]);
            }
            sets = matches!(piece, "export" | "read" | "for" | "local" | "declare" | "mapfile" | "readarray")
                || sets && piece.starts_with('-');
        }
    }
}

/// The length of the name that a text begins with.
fn word(text: &str) -> usize {
    let starts = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let length = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    if starts {
        length
    } else {
        0
    }
}
