//! From the parser's events to the arena. The only file that knows granit-parser.

use foldhash::{HashMap, HashMapExt};

use granit_parser::{Event, Parser, ScalarStyle, ScanError, StrInput, StructureStyle};

use super::arena::Arena;
use super::document::SyntaxError;
use super::node::{without_mark, Kind, Node, NodeId, Style};
use super::trivia;
use crate::text::Span;

/// Nesting that we read. GitLab stops at depth 100 (lib/gitlab/config/loader/yaml.rb), the parser at 255.
const NESTING_LIMIT: usize = 250;

/// Nodes that we read: twice those of 5,000 jobs of ten lines. GitLab refuses what takes more than 2 MB once read
/// (`max_yaml_size_bytes`, config/object size by lib/gitlab/utils/deep_size.rb), and a string takes 40 bytes there: no file
/// that it takes by its default has so many.
pub(super) const NODE_LIMIT: usize = 200_000;

/// GitLab's words for that (lib/gitlab/config/loader/yaml.rb).
pub(super) const TOO_BIG: &str = "The parsed YAML is too big";

/// Builds the arena of one text, whole or piece by piece.
pub(super) struct Builder<'t> {
    text: &'t str,
    pub arena: Arena,
    pub roots: Vec<NodeId>,
    anchors: HashMap<String, NodeId>,
    /// Whether the pieces that are read belong to one YAML document, so that anchors outlive a piece.
    pub one_document: bool,
    /// How many nodes it reads.
    pub limit: usize,
    open: Vec<Open>,
    /// One past the last token that belongs to a node: where the search for the next indicator starts.
    cursor: usize,
}

/// A collection whose end did not come yet.
struct Open {
    id: NodeId,
    children: Vec<NodeId>,
}

impl<'t> Builder<'t> {
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            arena: Arena::default(),
            roots: Vec::new(),
            anchors: HashMap::new(),
            one_document: false,
            limit: NODE_LIMIT,
            open: Vec::new(),
            cursor: 0,
        }
    }

    /// Forgets what was read, so that another piece is read into an arena of its own. Of aliases to what was forgotten
    /// the targets are to be found anew.
    pub fn begin_piece(&mut self) {
        self.arena = Arena::default();
        self.roots.clear();
    }

    /// Whether no more nodes are read.
    pub fn is_full(&self) -> bool {
        self.arena.nodes.len() > self.limit
    }

    /// Reads the whole text as a stream of documents.
    pub fn read_stream(&mut self) -> Result<(), SyntaxError> {
        self.read(Span::new(0, self.text.len()))
    }

    /// Reads a piece of the text, whose offsets are those of the whole. On an error the arena holds a part of it.
    pub fn read(&mut self, piece: Span) -> Result<(), SyntaxError> {
        let base = piece.from();
        self.cursor = base;
        self.open.clear();
        let options = granit_parser::options! {
            emit_anchor_events: true,
            emit_unresolved_aliases: true,
            emit_comments: false,
            bom_inside_document_as_content: true,
            block_scalar_eof_without_line_feed: true,
            flow_nesting_limit: NESTING_LIMIT,
            block_nesting_limit: NESTING_LIMIT,
        };
        let mut parser: Parser<'t, StrInput<'t>> = Parser::new_from_str_with_options(piece.slice(self.text), options);
        while let Some(next) = parser.next_event() {
            let (event, span) = next.map_err(|error| self.syntax_error(base, &error))?;
            let place = |range: Option<std::ops::Range<usize>>| {
                range.map(|range| Span::new(base + range.start, base + range.end))
            };
            let tag = span.tag_span().and_then(|tag| place(tag.byte_range()));
            let span = place(span.byte_range()).unwrap_or(Span::empty(base));
            self.event(event, span, tag);
            if self.is_full() {
                return Err(SyntaxError { message: TOO_BIG.to_owned(), span: Span::empty(span.from()) });
            }
        }
        Ok(())
    }

    fn event(&mut self, event: Event<'t>, span: Span, tag: Option<Span>) {
        match event {
            Event::DocumentStart(true, _) => self.cursor = span.to(),
            Event::DocumentEnd if !self.one_document => self.anchors.clear(),
            Event::Scalar(value, style, _, _) => self.scalar(&value, style, span, tag),
            Event::SequenceStart(style, ..) => self.open(Kind::Sequence, style, span, tag),
            Event::MappingStart(style, ..) => self.open(Kind::Mapping, style, span, tag),
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Anchor(_, name) => self.anchor(&name, span),
            Event::Alias(_) | Event::UnresolvedAlias(_) => self.alias(span),
            _ => {}
        }
    }

    fn scalar(&mut self, value: &str, style: ScalarStyle, span: Span, tag: Option<Span>) {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted => Style::SingleQuoted,
            ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
            ScalarStyle::Literal => Style::Literal,
            ScalarStyle::Folded => Style::Folded,
        };
        let id = self.add(Kind::Scalar, style, span, tag);
        let mut span = span;
        if style.is_block_scalar() {
            span = self.block_scalar_span(tag, span);
        }
        // The parser gives an empty plain scalar as `~` at a place that may lie past blanks and comments.
        let absent = style == Style::Plain && span.is_empty();
        if absent {
            span = Span::empty(tag.map_or(self.cursor, |tag| tag.to().max(self.cursor)));
        }
        let value = if absent { "" } else { value };
        let differs = span.slice(self.text) != value;
        self.arena.node_mut(id).span = span;
        if differs {
            self.arena.set_value(value);
        }
        self.cursor = self.cursor.max(span.to());
    }

    /// The parser's span of a block scalar starts after the header and ends at the next token; ours has the header and
    /// ends with the last line that counts, before its line break.
    fn block_scalar_span(&self, tag: Option<Span>, span: Span) -> Span {
        let after_properties = tag.map_or(self.cursor, |tag| tag.to().max(self.cursor));
        // An anchor is told only after its node: pass it here.
        let mut header = after_properties;
        let end = trivia::line_end(self.text, span.from().max(header));
        while let Some(found) = self.text[header..end].find(['|', '>', '&', '!']) {
            header += found;
            if matches!(self.text.as_bytes()[header], b'|' | b'>') {
                break;
            }
            let word = self.text[header..].find(|c: char| c.is_whitespace()).unwrap_or(0);
            header += word.max(1);
        }
        let header_end = trivia::line_end(self.text, header);
        let indicators = self.text[header..header_end].split([' ', '\t']).next().unwrap_or("");
        let keeps = indicators.contains('+');
        // The parser's span of an empty one starts at the next token, and at the end of a text inside its header.
        let body = trivia::next_line(self.text, header);
        let content = Span::new(body, span.to()).slice(self.text);
        let content = if keeps {
            // All trailing blank lines count; what remains after the last break is the next token's indentation.
            content.rfind('\n').map_or(content.trim_end_matches([' ', '\t']), |last| &content[..=last])
        } else {
            content.trim_end_matches([' ', '\t', '\r', '\n'])
        };
        let content = content.strip_suffix('\n').map_or(content, |c| c.strip_suffix('\r').unwrap_or(c));
        let end = body + content.len();
        if content.is_empty() {
            let header_end = header + indicators.len();
            return Span::new(header, if keeps { end.max(header_end) } else { header_end });
        }
        Span::new(header, end)
    }

    fn open(&mut self, kind: Kind, style: StructureStyle, span: Span, tag: Option<Span>) {
        let style = match style {
            StructureStyle::Block => Style::Block,
            StructureStyle::Flow => Style::Flow,
        };
        let id = self.add(kind, style, span, tag);
        self.open.push(Open { id, children: Vec::new() });
        if let Some(tag) = tag {
            self.cursor = self.cursor.max(tag.to());
        }
        // A block collection's span is the place of its first item, past the dash that is still to be found.
        if style == Style::Flow {
            self.cursor = self.cursor.max(span.to());
        }
    }

    fn close(&mut self, span: Span) {
        let Some(Open { id, children }) = self.open.pop() else { return };
        let flow_end = self.arena.node(id).style == Style::Flow;
        if flow_end {
            self.cursor = self.cursor.max(span.to());
        }
        let first = children.first().map(|child| self.start_of(*child));
        self.arena.adopt(id, children);
        let node = self.arena.node(id);
        let start = match first {
            Some(first) if !flow_end => first,
            _ => node.span.from(),
        };
        self.arena.node_mut(id).span = Span::new(start, self.cursor);
    }

    /// Where a child of a block collection starts: its dash, its `?`, or itself with tag and anchor.
    fn start_of(&self, id: NodeId) -> usize {
        // One that has none is further than anything.
        self.arena.full_span(id).from().min(self.arena.node(id).indicator as usize)
    }

    fn anchor(&mut self, name: &str, span: Span) {
        let id = NodeId(self.arena.nodes.len() as u32 - 1);
        if let Some(properties) = self.arena.set_properties() {
            properties.anchor = Some(span);
        }
        self.anchors.insert(name.to_owned(), id);
        let node = self.arena.node_mut(id);
        if node.kind == Kind::Scalar && node.span.is_empty() && node.span.to() < span.to() {
            node.span = Span::empty(span.to());
        }
        self.cursor = self.cursor.max(span.to());
    }

    fn alias(&mut self, span: Span) {
        self.add(Kind::Alias, Style::Plain, span, None);
        let name = without_mark(span.slice(self.text), '*');
        let target = self.anchors.get(name).copied();
        if let Some(properties) = self.arena.set_properties() {
            properties.target = target;
        }
        self.cursor = span.to();
    }

    /// Adds a node under the open collection and finds its indicator.
    fn add(&mut self, kind: Kind, style: Style, span: Span, tag: Option<Span>) -> NodeId {
        let id = NodeId(self.arena.nodes.len() as u32);
        let mut node = Node::new(kind, style, span);
        node.indicator = self.indicator().unwrap_or(Node::NONE);
        node.parent = self.open.last().map_or(node.parent, |open| open.id);
        self.arena.nodes.push(node);
        if let Some(properties) = tag.and_then(|_| self.arena.set_properties()) {
            properties.tag = tag;
        }
        match self.open.last_mut() {
            Some(open) => open.children.push(id),
            None => self.roots.push(id),
        }
        id
    }

    /// Steps over the indicator that stands before the next child of the open collection and returns its offset where
    /// it is one that edits need: a dash, the `?` of a key, the colon of a value.
    fn indicator(&mut self) -> Option<u32> {
        let open = self.open.last()?;
        let parent = self.arena.node(open.id);
        let at = trivia::skip(self.text, self.cursor);
        let next = self.text.as_bytes().get(at).copied();
        let is_key = parent.kind == Kind::Mapping && open.children.len().is_multiple_of(2);
        let is_value = parent.kind == Kind::Mapping && !is_key;
        let found = match next {
            Some(b'-') if parent.kind == Kind::Sequence && parent.style == Style::Block => true,
            Some(b':') if is_value => true,
            Some(b'?') if is_key && self.blank_follows(at) => true,
            Some(b',') if parent.style == Style::Flow => {
                self.cursor = at + 1;
                return None;
            }
            _ => false,
        };
        if found {
            self.cursor = at + 1;
            return Some(at as u32);
        }
        None
    }

    fn blank_follows(&self, at: usize) -> bool {
        matches!(self.text.as_bytes().get(at + 1), None | Some(b' ' | b'\t' | b'\r' | b'\n'))
    }

    fn syntax_error(&self, base: usize, error: &ScanError) -> SyntaxError {
        let offset = base + error.marker().byte_offset().unwrap_or(0);
        SyntaxError { message: error.info(), span: Span::empty(offset.min(self.text.len())) }
    }
}
