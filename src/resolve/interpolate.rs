//! `$[[ inputs.name | function ]]` (lib/gitlab/ci/config/interpolation). Only files with a header are interpolated.

use std::collections::HashSet;

use super::building::Building;
use super::inputs::Inputs;
use super::problem::{Problem, ProblemKind};
use super::ruby;
use super::value::{Data, Entry, Key, Value};
use crate::text::Span;

const MOST_FUNCTIONS: usize = 3;
const MOST_INDICES: usize = 5;
const MOST_SEGMENTS: usize = 5;
const LONGEST_ACCESS: usize = 1024;
const PREFIX: &str = "$[[";
/// Blocks that differ (interpolation/template.rb).
const MOST_BLOCKS: usize = 10_000;
/// Bytes of one text (interpolation/config.rb).
const LARGEST_NODE: usize = 1024 * 1024;

/// Interpolates a configuration.
pub(super) struct Interpolation<'i> {
    inputs: &'i Inputs,
    pub problems: Vec<Problem>,
    blocks: HashSet<String>,
    /// Whether a limit was passed, so that nothing more is replaced.
    stopped: bool,
}

impl<'i> Interpolation<'i> {
    /// Nothing replaced yet.
    pub fn by(inputs: &'i Inputs) -> Self {
        Self { inputs, problems: Vec::new(), blocks: HashSet::new(), stopped: false }
    }

    /// The value with every block replaced. As deep as values nest.
    pub fn value(&mut self, value: &Value) -> Value {
        if self.stopped {
            return Value::unknown(value.span);
        }
        match &value.data {
            Data::Text(text) if text.len() > LARGEST_NODE => {
                self.stop("config node too large", value.span);
                Value::unknown(value.span)
            }
            Data::Text(text) if text.contains(PREFIX) => self.text(text, value.span),
            Data::List(list) => {
                let mut items = Vec::with_capacity(list.items.len());
                for item in &list.items {
                    let interpolated = self.value(item);
                    let spliced = interpolated.as_list().filter(|_| item.as_text().is_some());
                    match spliced {
                        Some(list) => items.extend_from_slice(list),
                        None => items.push(interpolated),
                    }
                }
                Value::list(items, value.span)
            }
            Data::Map(map) => {
                let mut building = Building::default();
                building.open = map.open;
                for entry in map.entries() {
                    let key = self.key(entry, &mut building.open);
                    let inner = self.value(&entry.value);
                    if let Some(key) = key {
                        building.set(Entry { key, key_span: entry.key_span, value: inner });
                    }
                }
                Value::map(building.entries, building.open, value.span)
            }
            _ => value.clone(),
        }
    }

    /// Tells that a limit is passed, once.
    fn stop(&mut self, message: &str, span: Span) {
        if !std::mem::replace(&mut self.stopped, true) {
            self.problems.push(Problem::new(ProblemKind::Input, message, span));
        }
    }

    /// A key; none where it can't be known, which leaves the mapping open.
    fn key(&mut self, entry: &Entry, open: &mut bool) -> Option<Key> {
        match &entry.key {
            Key::Name(name) if name.contains(PREFIX) => {
                let key = self.text(name, entry.key_span);
                if key.is_unknown() {
                    *open = true;
                    return None;
                }
                let text = ruby::to_s(&key).into();
                Some(if key.as_text().is_some() { Key::Name(text) } else { Key::Other(text) })
            }
            key => Some(key.clone()),
        }
    }

    fn text(&mut self, text: &str, span: Span) -> Value {
        let mut out = String::new();
        let mut rest = text;
        let mut unknown = false;
        while let Some(at) = rest.find(PREFIX) {
            let after = &rest[at + PREFIX.len()..];
            let Some(end) = block_end(after) else { break };
            let content = after[..end].trim();
            let whole = at == 0 && out.is_empty() && end + 2 == after.len();
            out.push_str(&rest[..at]);
            rest = &after[end + 2..];
            match self.block(content, span) {
                None => out.push_str(&text[text.len() - after.len() - PREFIX.len()..text.len() - rest.len()]),
                Some(value) if value.is_unknown() => unknown = true,
                Some(value) if whole => return Value::new(value.data, span),
                Some(value) => out.push_str(&ruby::to_s(&value)),
            }
        }
        if unknown {
            return Value::unknown(span);
        }
        out.push_str(rest);
        Value::text(out, span)
    }

    /// The value of a block. None where the block stays as it is.
    fn block(&mut self, content: &str, span: Span) -> Option<Value> {
        let mut parts = content.split('|').map(str::trim);
        let access = parts.next().unwrap_or("");
        if access.split('.').next() == Some("matrix") {
            return None;
        }
        if !self.blocks.contains(content) {
            self.blocks.insert(content.to_owned());
        }
        if self.blocks.len() > MOST_BLOCKS {
            self.stop("too many interpolation blocks", span);
            return Some(Value::unknown(span));
        }
        let mut functions: Vec<&str> = parts.collect();
        // Ruby's `split` drops what is empty at the end.
        while functions.pop_if(|last| last.is_empty()).is_some() {}
        let result = self.access(access).and_then(|value| apply(value, &functions));
        Some(match result {
            Ok(value) => value,
            Err(message) => {
                self.problems.push(Problem::new(ProblemKind::Input, message, span));
                Value::unknown(span)
            }
        })
    }

    /// lib/gitlab/ci/config/interpolation/access.rb
    fn access(&self, path: &str) -> Result<Value, String> {
        let segments: Vec<&str> = path.splitn(MOST_SEGMENTS, '.').collect();
        if segments.len() <= 1 {
            return Err("invalid pattern used for interpolation. valid pattern is $[[ inputs.input ]]".to_owned());
        }
        if path.len() > LONGEST_ACCESS {
            return Err("maximum interpolation expression size exceeded".to_owned());
        }
        let unknown = |key: &str| format!("unknown interpolation provided: `{key}` in `{path}`");
        let (key, indices) = indexed(segments[1], path)?;
        let mut value = match segments[0] {
            "inputs" => self.inputs.input(key).ok_or_else(|| unknown(key))?,
            "component" if self.inputs.has_fact(key) => Value::unknown(Span::default()),
            "component" => return Err(unknown(key)),
            other => return Err(unknown(other)),
        };
        for index in indices {
            if value.is_unknown() {
                return Ok(value);
            }
            let Some(items) = value.as_list() else {
                return Err(format!("cannot index into non-array value at [{index}] in `{path}`"));
            };
            let Some(item) = items.get(index) else {
                return Err(format!("array index {index} out of bounds (size: {}) in `{path}`", items.len()));
            };
            value = item.clone();
        }
        for segment in &segments[2..] {
            let (key, _) = indexed(segment, path)?;
            value = match &value.data {
                Data::Unknown => return Ok(value),
                Data::Map(map) => map.get(key).cloned().ok_or_else(|| unknown(key))?,
                _ => return Err(unknown(key)),
            };
        }
        Ok(value)
    }
}

/// The place of the brackets that close a block, after its opening ones: the first `]]` with something before it.
fn block_end(after: &str) -> Option<usize> {
    let mut ends = after.match_indices("]]").map(|(at, _)| at);
    // Of fewer characters it is text (BLOCK_REGEXP of interpolation/template.rb).
    ends.find(|end| after[..*end].trim().chars().nth(1).is_some())
}

/// `name[0][1]`: the name and the indices.
fn indexed<'s>(segment: &'s str, path: &str) -> Result<(&'s str, Vec<usize>), String> {
    let Some(open) = segment.find('[') else { return Ok((segment, Vec::new())) };
    let (key, brackets) = segment.split_at(open);
    let inner = brackets.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
    let numbers: Option<Vec<usize>> = inner.and_then(|inner| {
        let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        inner.split("][").map(|part| if digits(part) { part.parse().ok() } else { None }).collect()
    });
    if let Some(numbers) = numbers.filter(|_| key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')) {
        if key.is_empty() {
            return Err(format!("invalid indexed access without a key in `{path}`"));
        }
        if numbers.len() > MOST_INDICES {
            return Err(format!("too many array indices in `{path}` (maximum depth: {MOST_INDICES})"));
        }
        return Ok((key, numbers));
    }
    if segment.matches('[').count() != segment.matches(']').count() {
        return Err(format!("invalid array index in `{path}`: missing closing bracket"));
    }
    let contents = segment.split('[').skip(1).map(|part| part.split(']').next().unwrap_or(""));
    let invalid = contents.into_iter().find(|c| c.is_empty() || !c.chars().all(|c| c.is_ascii_digit()));
    Err(match invalid {
        Some(content) => format!("invalid array index in `{path}`: `{content}` is not a valid index"),
        None => format!("invalid array index syntax in `{path}`"),
    })
}

/// lib/gitlab/ci/config/interpolation/functions
fn apply(value: Value, functions: &[&str]) -> Result<Value, String> {
    if functions.len() > MOST_FUNCTIONS {
        return Err("too many functions in interpolation block".to_owned());
    }
    let unmatched = |text: &str| {
        format!("no function matching `{text}`: check that the function name, arguments, and types are correct")
    };
    let unknown = functions.iter().filter(|function| function_named(function).is_none());
    let unknown: Vec<String> = unknown.map(|function| unmatched(function)).collect();
    if !unknown.is_empty() {
        return Err(unknown.join(", "));
    }
    functions.iter().try_fold(value, |value, function| {
        let Some((name, arguments)) = function_named(function) else { return Err(unmatched(function)) };
        match (&value.data, arguments) {
            (Data::Unknown, _) => Ok(value),
            (Data::Text(text), Some((offset, length))) => {
                let cut: String = text.chars().skip(offset).take(length).collect();
                Ok(Value::text(cut, value.span))
            }
            (Data::Text(text), None) if name == "posix_escape" => Ok(Value::text(escaped(text), value.span)),
            // Variables are known to GitLab alone.
            (Data::Text(text), None) if text.contains('$') => Ok(Value::unknown(value.span)),
            (Data::Text(_), None) => Ok(value),
            _ => Err(format!(
                "error in `{name}` function: invalid input type: {name} can only be used with string inputs"
            )),
        }
    })
}

/// The name of a function and what `truncate` is given.
// The pair is read once, right where it is made: a type of its own would say no more.
#[allow(clippy::type_complexity)]
fn function_named(text: &str) -> Option<(&'static str, Option<(usize, usize)>)> {
    match text {
        "expand_vars" => return Some(("expand_vars", None)),
        "posix_escape" => return Some(("posix_escape", None)),
        _ => {}
    }
    let inner = text.strip_prefix("truncate(")?;
    let (offset, length) = inner.strip_suffix(')').unwrap_or(inner).split_once(',')?;
    Some(("truncate", Some((offset.trim().parse().ok()?, length.trim().parse().ok()?))))
}

/// Ruby's `Shellwords.escape`.
fn escaped(text: &str) -> String {
    if text.is_empty() {
        return "''".to_owned();
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-.,:+/@\n".contains(c);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !plain(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::resolve::{effective, ruby};
    use crate::yaml::Document;

    fn script_of(text: &str) -> (String, Vec<String>) {
        let document = Document::parse(text);
        let effective = effective(&document, |_| false);
        let script = effective.config.as_map().unwrap().get("x").unwrap().as_map().unwrap().get("script").cloned();
        (ruby::inspect(&script.unwrap()), effective.problems.into_iter().map(|problem| problem.message).collect())
    }

    #[test]
    fn defaults_take_the_place_of_blocks() {
        let header = "spec: {inputs: {a: {default: hello}, l: {type: array, default: [p, q]}}}\n---\n";
        let (script, problems) =
            script_of(&format!("{header}x: {{script: [\"echo $[[ inputs.a | truncate(1,3) ]]!\"]}}\n"));
        assert_eq!((script.as_str(), problems.len()), ("[\"echo ell!\"]", 0));
        let (script, _) =
            script_of(&format!("{header}x:\n  script:\n    - $[[ inputs.l ]]\n    - $[[ inputs.l[1] ]]\n"));
        assert_eq!(script, r#"["p", "q", "q"]"#);
    }

    #[test]
    fn what_has_no_value_is_unknown_and_what_is_not_declared_is_wrong() {
        let (script, problems) = script_of("spec: {inputs: {a: }}\n---\nx: {script: [\"$[[ inputs.a ]]\"]}\n");
        assert_eq!((script.as_str(), problems.len()), ("[nil]", 0));
        let (_, problems) = script_of("spec: {inputs: {a: }}\n---\nx: {script: [\"$[[ inputs.b ]]\"]}\n");
        assert_eq!(problems, ["unknown interpolation provided: `b` in `inputs.b`"]);
    }

    #[test]
    fn without_a_header_the_text_stays() {
        let (script, problems) = script_of("x: {script: [\"$[[ inputs.b ]]\"]}\n");
        assert_eq!((script.as_str(), problems.len()), (r#"["$[[ inputs.b ]]"]"#, 0));
    }
}
