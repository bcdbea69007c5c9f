//! The variables that a file defines, and the places where it uses some.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::pieces::Pieces;
use super::rules::unset_variable;
use crate::text::Span;
use crate::yaml::{Document, Entry, Kind, NodeRef};

/// Definitions and uses of one part of a file. Places are counted from its start.
#[derive(Debug, Default)]
pub struct Mentioned {
    /// Variables in `variables` anywhere, and in `matrix`.
    defined: Vec<Defined>,
    /// Names that some command sets.
    set_by_commands: Vec<Box<str>>,
    /// Uses.
    used: Vec<Used>,
    /// Whether the name of one of the uses may be a slip.
    pub is_suspect: bool,
}

/// A definition.
#[derive(Debug, Clone)]
pub struct Defined {
    name: Box<str>,
    /// Where the name stands.
    pub span: Span,
    /// Whether it is in a matrix.
    pub of_matrix: bool,
}

/// A use.
#[derive(Debug, Clone, Copy)]
struct Used {
    /// The name.
    span: Span,
    /// Whether it may be a slip, by itself.
    is_suspect: bool,
}

/// Those of a whole file, in places of its text.
pub struct Mentions<'d> {
    /// Variables by name, each by its first definition.
    pub defined: HashMap<&'d str, Defined>,
    /// Names that some command sets.
    pub set_by_commands: HashSet<&'d str>,
    /// Each use: the name, and where it stands.
    pub used: Vec<(&'d str, Span)>,
    /// Those whose name may be a slip, by itself.
    pub suspects: Vec<(&'d str, Span)>,
}

impl<'d> Mentions<'d> {
    /// Puts together what the parts mention.
    pub fn of(document: &'d Document, pieces: &'d Pieces<'_>) -> Self {
        let (defined, set_by_commands) = (HashMap::new(), HashSet::new());
        let mut mentions = Self { defined, set_by_commands, used: Vec::new(), suspects: Vec::new() };
        for (start, piece) in pieces.iter() {
            let place = |span: Span| Span::new(span.from() + start, span.to() + start);
            for found in &piece.mentioned.defined {
                let there = || Defined { span: place(found.span), ..found.clone() };
                mentions.defined.entry(&found.name).or_insert_with(there);
            }
            mentions.set_by_commands.extend(piece.mentioned.set_by_commands.iter().map(|name| &**name));
            for used in &piece.mentioned.used {
                let span = place(used.span);
                let name = span.slice(document.text());
                mentions.used.push((name, span));
                if used.is_suspect {
                    mentions.suspects.push((name, span));
                }
            }
        }
        mentions
    }
}

impl Mentioned {
    /// Reads one node of the part, which starts at `start`.
    pub fn read(&mut self, node: NodeRef<'_>, start: usize) {
        match node.kind() {
            Kind::Mapping => node.entries().for_each(|entry| self.read_entry(entry, start)),
            Kind::Scalar => self.read_scalar(node, start),
            _ => {}
        }
    }

    /// Reads an entry whose mapping is not of the part.
    pub fn read_entry(&mut self, entry: Entry<'_>, start: usize) {
        match entry.key.value() {
            "variables" => self.define(entry.value, false, start),
            "matrix" => entry.value.items().for_each(|item| self.define(item, true, start)),
            _ => {}
        }
    }

    fn define(&mut self, variables: NodeRef<'_>, of_matrix: bool, start: usize) {
        let names = variables.entries().map(|entry| entry.key).filter(|key| key.kind() == Kind::Scalar);
        self.defined.extend(names.map(|key| {
            let span = key.span();
            Defined { name: key.value().into(), span: Span::new(span.from() - start, span.to() - start), of_matrix }
        }));
    }

    fn read_scalar(&mut self, node: NodeRef<'_>, start: usize) {
        let (text, from) = (node.text(), node.span().from() - start);
        for (at, _) in text.match_indices('$') {
            if text[..at].ends_with(['$', '\\']) {
                continue;
            }
            let name = at + 1 + usize::from(text[at + 1..].starts_with('{'));
            let length = word(&text[name..]);
            if length > 0 {
                let is_suspect = unset_variable::is_suspect(&text[name..name + length]);
                self.is_suspect |= is_suspect;
                self.used.push(Used { span: Span::new(from + name, from + name + length), is_suspect });
            }
        }
        if text.contains([' ', '=']) {
            self.read_commands(text);
        }
    }

    /// What the shell sets: `NAME=`, `export NAME`, `read NAME`, `for NAME in`.
    fn read_commands(&mut self, text: &str) {
        let mut sets = false;
        for piece in
            text.split(|c: char| c.is_whitespace() || ";(`\"'&|{".contains(c)).filter(|piece| !piece.is_empty())
        {
            let length = word(piece);
            let rest = &piece[length..];
            if length > 0 && (rest.starts_with('=') || rest.starts_with("+=") || sets && rest.is_empty()) {
                self.set_by_commands.push(piece[..length].into());
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
