//! One field: what is written, what would count without it, and whose that is.

use std::rc::Rc;

use super::{FieldPlace, Owner};
use crate::pipeline::{self, OpaqueReason, Reading};
use crate::resolve::chain::{self, Source};
use crate::text::Span;
use crate::yaml::{Document, Kind, NodeId, NodeRef};

/// Something that forms show as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opaque {
    /// As it stands in the file.
    pub text: Rc<str>,
    /// Why it is not taken apart.
    pub reason: OpaqueReason,
    /// What an alias stands for, where that is a word.
    pub stands_for: Option<Rc<str>>,
    /// Where it stands.
    pub span: Span,
    /// The keyword whose whole value it is, where it is an alias or a `!reference`: that can be written out.
    pub place: Option<FieldPlace>,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The string; for what is none, its text in the file.
    pub text: Rc<str>,
    /// Whether it is a plain string that a form may change.
    pub editable: bool,
    /// Where it stands.
    pub span: Span,
    /// The node, to keep it as it is in an edit of the list.
    pub node: NodeId,
}

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot<T> {
    /// Whose keyword it is.
    pub owner: Owner,
    /// The keys from the owner down.
    pub path: Rc<[String]>,
    /// What the owner has.
    pub own: Option<T>,
    /// What the owner has in a form that no field can show.
    pub opaque: Option<Opaque>,
    /// What counts if the owner has nothing, and whose it is.
    pub inherited: Option<(T, Source)>,
    /// Where what counts stands.
    pub span: Option<Span>,
}

/// Keywords whose value may be a word that stands for a mapping with `name`.
pub(super) const NAMED: &[&str] = &["image", "environment"];

impl Opaque {
    /// What stands at `node`.
    pub fn of(node: NodeRef<'_>) -> Self {
        let span = node.full_span();
        let reason = match Reading::<()>::opaque(node) {
            _ if has_many_items(node) => OpaqueReason::TooManyItems(node.items().len().max(node.entries().len())),
            _ if is_long(node) => OpaqueReason::TooLong(span.len()),
            Reading::Opaque { reason, .. } => reason,
            Reading::Absent | Reading::Value(..) => OpaqueReason::UnexpectedForm,
        };
        let text = span.slice(node.document().text());
        let shown = if is_long(node) { beginning(text) } else { text };
        let target = node.resolved().filter(|_| node.kind() == Kind::Alias);
        Self {
            text: shown.into(),
            reason,
            stands_for: target.and_then(pipeline::text).map(|text| beginning(&text).into()),
            span,
            place: FieldPlace::of(node).filter(|_| node.kind() == Kind::Alias || node.is_reference()),
        }
    }
}

impl Item {
    /// Reads an item.
    pub fn of(node: NodeRef<'_>) -> Self {
        pipeline::ListItem::of(node).into()
    }
}

impl From<pipeline::ListItem> for Item {
    fn from(item: pipeline::ListItem) -> Self {
        Self { text: item.text.into(), editable: item.editable, span: item.span, node: item.node }
    }
}

/// Items and entries that a form shows, each with its fields; of a longer list the text is shown.
const MOST_ITEMS: usize = 500;

/// Bytes of the text of a longer list that are shown.
const MOST_TEXT: usize = 2_000;

/// Bytes of a value that forms show: a field takes a browser minutes to lay out a line of some megabytes.
const MOST_BYTES: usize = 100_000;

/// Whether a value has more than a form can show.
pub(super) fn is_long(node: NodeRef<'_>) -> bool {
    has_many_items(node) || node.full_span().len() > MOST_BYTES
}

fn has_many_items(node: NodeRef<'_>) -> bool {
    node.items().len() > MOST_ITEMS || node.entries().len() > MOST_ITEMS
}

/// What is shown of a text that is too long to be shown.
pub(super) fn beginning(text: &str) -> &str {
    let end = (0..=MOST_TEXT.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or(0)]
}

/// The items of a list, or of the one string that stands for a list of one. None of a list that is too long.
pub(super) fn items(node: NodeRef<'_>) -> Option<Vec<Item>> {
    if is_long(node) {
        return None;
    }
    let list = pipeline::strings(Some(node));
    list.value().map(|items| items.iter().cloned().map(Item::from).collect())
}

/// A word of any type.
pub(super) fn word(node: NodeRef<'_>) -> Option<Rc<str>> {
    pipeline::text(node).map(Rc::from)
}

impl<T> Slot<T> {
    /// Reads the field at `keys` of `owner` with `read`.
    pub fn read(
        document: &Document,
        owner: &Owner,
        keys: &[&str],
        read: impl Fn(NodeRef<'_>) -> Option<T>,
    ) -> Rc<Self> {
        let read = |node: NodeRef<'_>| read(node).filter(|_| !is_long(node));
        let path: Rc<[String]> = keys.iter().map(|key| (*key).to_owned()).collect();
        let top = own_keyword(document, owner, keys[0]);
        let (mut own, mut opaque, mut span) = (None, None, None);
        match top.map_or(Below::Nothing, |node| below(node, keys)) {
            Below::Nothing => {}
            Below::Node(node) => {
                span = Some(node.full_span());
                own = read(node);
                if own.is_none() {
                    opaque = Some(Opaque::of(node));
                }
            }
            Below::Blocked(node) => {
                span = Some(node.full_span());
                opaque = Some(Opaque::of(node));
            }
        }
        let inherited = inherited(document, owner, top.is_some(), keys)
            .and_then(|(node, source)| Some((read(node)?, source, node.full_span())));
        let span = span.or(inherited.as_ref().map(|(_, _, span)| *span));
        let inherited = inherited.map(|(value, source, _)| (value, source));
        Rc::new(Self { owner: owner.clone(), path, own, opaque, inherited, span })
    }

    /// What counts: the owner's, else what it inherits.
    pub fn effective(&self) -> Option<&T> {
        self.own.as_ref().or(self.inherited.as_ref().map(|(value, _)| value))
    }

    /// Whose the value is if the owner has none.
    pub fn source(&self) -> Option<&Source> {
        self.inherited.as_ref().map(|(_, source)| source)
    }

    /// Whether the owner has something that can be taken away.
    pub fn is_own(&self) -> bool {
        self.own.is_some() || self.opaque.is_some()
    }

    /// Where it is.
    pub fn place(&self) -> FieldPlace {
        FieldPlace { owner: self.owner.clone(), path: self.path.clone() }
    }

    /// A name for it among the fields of a form: `artifacts-expire_in`.
    pub fn id(&self) -> String {
        self.path.join("-").chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect()
    }
}

/// The owner's own value of a keyword; none where it is null or where a merge key behind it wins.
pub(super) fn own_keyword<'d>(document: &'d Document, owner: &Owner, keyword: &str) -> Option<NodeRef<'d>> {
    let keywords = owner.keywords(document)?;
    let node = keywords.get(keyword).filter(|node| !node.is_null())?;
    let counts = match owner {
        Owner::Job(_) => match chain::keyword(document, keywords, keyword) {
            Some(found) => found.source == Source::Own,
            // An alias without its anchor.
            None => true,
        },
        Owner::Default | Owner::File => true,
    };
    counts.then_some(node)
}

enum Below<'d> {
    Nothing,
    Node(NodeRef<'d>),
    /// Something on the way that is no mapping.
    Blocked(NodeRef<'d>),
}

/// What stands below the value of the first key at the further keys.
fn below<'d>(value: NodeRef<'d>, keys: &[&str]) -> Below<'d> {
    let mut node = value;
    for key in &keys[1..] {
        if node.kind() == Kind::Scalar && NAMED.contains(&keys[0]) && keys.len() == 2 {
            return if *key == "name" { Below::Node(node) } else { Below::Nothing };
        }
        if node.kind() != Kind::Mapping {
            return Below::Blocked(node);
        }
        match node.get(key).filter(|node| !node.is_null()) {
            Some(next) => node = next,
            None => return Below::Nothing,
        }
    }
    Below::Node(node)
}

fn found_below<'d>(value: NodeRef<'d>, keys: &[&str]) -> Option<NodeRef<'d>> {
    match below(value, keys) {
        Below::Node(node) => node.resolved(),
        Below::Nothing | Below::Blocked(_) => None,
    }
}

/// What counts at `keys` if the owner has nothing there; `has_own` says whether it has the first key.
fn inherited<'d>(document: &'d Document, owner: &Owner, has_own: bool, keys: &[&str]) -> Option<(NodeRef<'d>, Source)> {
    let Owner::Job(_) = owner else { return None };
    let job = owner.keywords(document)?;
    let whole = chain::inherited(document, job, keys[0]);
    if keys.len() == 1 {
        return whole.map(|found| (found.value, found.source));
    }
    // A mapping of the job's own hides one that a merge key or `default:` brings; those of bases are merged with it.
    let is_base = |source: &Source| matches!(source, Source::Extends(_));
    if let Some(found) = whole.filter(|found| !has_own || is_base(&found.source)) {
        if let Some(node) = found_below(found.value, keys) {
            return Some((node, found.source));
        }
        if found.source == Source::Default {
            return None;
        }
    }
    chain::bases(job).into_iter().rev().find_map(|base| {
        let keywords = crate::pipeline::job_named(document, base)?.value().resolved()?;
        let entries = chain::entries(document, keywords, keys[0]);
        let (_, found) = entries.into_iter().find(|(key, _)| *key == keys[1])?;
        let node = found_below(found.value, &keys[1..])?;
        Some((node, Source::Extends(base.to_owned())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(text: &str, keys: &[&str]) -> Rc<Slot<Rc<str>>> {
        Slot::read(&Document::parse(text), &Owner::Job("a".into()), keys, word)
    }

    #[test]
    fn what_is_written_counts_and_what_it_hides_is_told() {
        let found = slot(".b:\n  when: manual\na:\n  extends: .b\n  when: always\n", &["when"]);
        assert_eq!(found.own.as_deref(), Some("always"));
        assert_eq!(found.inherited, Some(("manual".into(), Source::Extends(".b".into()))));
    }

    #[test]
    fn an_image_by_its_name_alone_has_a_name() {
        let found = slot("default:\n  image: ruby\na:\n  script: x\n", &["image", "name"]);
        assert_eq!(found.inherited, Some(("ruby".into(), Source::Default)));
        assert_eq!(slot("a:\n  image: go\n", &["image", "name"]).own.as_deref(), Some("go"));
        assert_eq!(slot("a:\n  image:\n    name: go\n", &["image", "name"]).own.as_deref(), Some("go"));
    }

    #[test]
    fn mappings_of_bases_are_merged_and_others_are_hidden() {
        let bases = ".c:\n  artifacts:\n    expire_in: 1 day\n.b:\n  extends: .c\n  artifacts:\n    name: n\n";
        let found =
            slot(&format!("{bases}a:\n  extends: .b\n  artifacts:\n    when: always\n"), &["artifacts", "expire_in"]);
        assert_eq!(found.inherited, Some(("1 day".into(), Source::Extends(".b".into()))));
        let text = "default:\n  artifacts:\n    expire_in: 1 day\na:\n  artifacts:\n    when: always\n";
        assert_eq!(slot(text, &["artifacts", "expire_in"]).inherited, None);
        let text = ".m: &m\n  artifacts:\n    expire_in: 1 day\na:\n  <<: *m\n";
        let merged = Some(("1 day".into(), Source::Merge("m".into())));
        assert_eq!(slot(text, &["artifacts", "expire_in"]).inherited, merged);
    }

    #[test]
    fn of_a_value_of_megabytes_the_beginning_is_shown() {
        let long = "x".repeat(4_000_000);
        let found = slot(&format!("a:\n  image: {long}\n"), &["image", "name"]);
        let opaque = found.opaque.clone().unwrap();
        assert_eq!((opaque.text.len(), opaque.reason), (MOST_TEXT, OpaqueReason::TooLong(4_000_000)));
        let found = slot(&format!(".i: &i {long}\na:\n  image: *i\n"), &["image", "name"]);
        let opaque = found.opaque.clone().unwrap();
        assert_eq!(opaque.stands_for.map(|word| word.len()), Some(MOST_TEXT));
        let found = slot(&format!(".b:\n  image: {long}\na:\n  extends: .b\n"), &["image", "name"]);
        assert_eq!(found.inherited, None);
    }

    #[test]
    fn an_alias_is_opaque_and_says_what_it_stands_for() {
        let found = slot(".i: &i ruby\na:\n  image: *i\n", &["image", "name"]);
        let opaque = found.opaque.clone().unwrap();
        assert_eq!((&*opaque.text, opaque.stands_for.as_deref()), ("*i", Some("ruby")));
        assert_eq!(opaque.reason, OpaqueReason::Alias("i".to_owned()));
    }

    #[test]
    fn a_merge_key_behind_a_keyword_wins_over_it() {
        let found = slot(".m: &m\n  when: manual\na:\n  when: always\n  <<: *m\n", &["when"]);
        assert_eq!((found.own.clone(), found.effective().map(|word| &**word)), (None, Some("manual")));
    }
}
