//! The variables that a file gives a job, for the few keywords in which GitLab expands them before a runner is picked.
//!
//! A variable of the project's settings wins over one of the file, and rules may set others: what the file does not
//! settle is unknown, and nothing is said of it.

use std::borrow::Cow;
use std::rc::Rc;

use crate::resolve::{ruby, Data, Map, Value};

/// The variables of one job, of one of its instances if it is parallel.
#[derive(Clone, Copy)]
pub(super) struct Scope<'c> {
    config: &'c Map,
    job: &'c Map,
    instance: &'c [(Rc<str>, String)],
}

impl<'c> Scope<'c> {
    pub fn new(config: &'c Map, job: &'c Map) -> Self {
        Self { config, job, instance: &[] }
    }

    pub fn of_instance(self, instance: &'c [(Rc<str>, String)]) -> Self {
        Self { instance, ..self }
    }

    /// A text with its variables put in; none where one of them is unknown (lib/expand_variables.rb: `$NAME`, `${NAME}`
    /// and `%NAME%`).
    pub fn expand<'t>(&self, text: &'t str) -> Option<Cow<'t, str>> {
        if !has_variables(text) {
            return Some(Cow::Borrowed(text));
        }
        let mut expanded = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['$', '%']) {
            let (before, from) = rest.split_at(at);
            let (name, after) = reference(from)?;
            expanded.push_str(before);
            expanded.push_str(&self.value(name)?);
            rest = after;
        }
        expanded.push_str(rest);
        Some(Cow::Owned(expanded))
    }

    /// The value of a variable, where the file settles it: a matrix wins over the job, the job over the file
    /// (doc/ci/variables: precedence).
    fn value(&self, name: &str) -> Option<String> {
        if let Some((_, value)) = self.instance.iter().find(|(known, _)| **known == *name) {
            return plain(value.clone());
        }
        if sets(self.job.given("rules"), name)
            || sets(of(self.config, "workflow")?.and_then(|map| map.given("rules")), name)
        {
            return None;
        }
        match of(self.job, "variables")? {
            Some(own) if own.has(name) => written(own.get(name)?),
            Some(own) if own.open => None,
            _ if self.job.open || !self.inherits(name) => None,
            _ => written(of(self.config, "variables")??.get(name)?),
        }
    }

    /// Whether the job takes a variable of the file (doc/ci/yaml: inherit:variables).
    fn inherits(&self, name: &str) -> bool {
        let rule = self.job.given("inherit").and_then(Value::as_map).and_then(|inherit| inherit.given("variables"));
        match rule.map(|rule| &rule.data) {
            None => true,
            Some(Data::Bool(all)) => *all,
            Some(Data::List(names)) => names.items.iter().any(|item| item.as_text() == Some(name)),
            Some(_) => false,
        }
    }
}

/// Whether a text may refer to variables or inputs.
pub(super) fn has_variables(text: &str) -> bool {
    text.contains(['$', '%'])
}

/// The mapping under a keyword. The outer none: it can't be known.
fn of<'c>(map: &'c Map, keyword: &str) -> Option<Option<&'c Map>> {
    match map.given(keyword).map(|value| &value.data) {
        None => Some(None),
        Some(Data::Map(map)) => Some(Some(map)),
        Some(_) => None,
    }
}

/// Whether rules may give a variable another value.
fn sets(rules: Option<&Value>, name: &str) -> bool {
    let Some(rules) = rules else { return false };
    let Some(rules) = rules.as_list() else { return true };
    let by_rule = |rule: &Value| match &rule.data {
        Data::Map(rule) => of(rule, "variables").is_none_or(|set| set.is_some_and(|set| set.has(name) || set.open)),
        // A list of rules in the place of one.
        _ => true,
    };
    rules.iter().any(by_rule)
}

/// The name that a reference at the start of a text has, and what comes behind it.
fn reference(text: &str) -> Option<(&str, &str)> {
    let word = |text: &str| text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    let (open, close) = match text {
        _ if text.starts_with("${") => (2, "}"),
        _ if text.starts_with('%') => (1, "%"),
        _ => (1, ""),
    };
    let inner = &text[open..];
    let (name, after) = inner.split_at(word(inner));
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    Some((name, after.strip_prefix(close)?)).filter(|_| starts)
}

/// The value of a variable as it is written: a text, or a mapping with `value`.
fn written(value: &Value) -> Option<String> {
    let value = match &value.data {
        Data::Map(map) => map.get("value")?,
        _ => value,
    };
    match &value.data {
        Data::Text(_) | Data::Int(_) | Data::Float(_) | Data::Bool(_) => plain(ruby::to_s(value)),
        _ => None,
    }
}

/// A value that refers to no other; what is empty may be one that is not known.
fn plain(value: String) -> Option<String> {
    (!value.is_empty() && !has_variables(&value)).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::of_file;
    use crate::yaml::Document;

    fn expanded(text: &str, what: &str) -> Option<String> {
        let config = of_file(&Document::parse(text)).config;
        let config = config.as_map().unwrap();
        let job = config.get("j").and_then(Value::as_map).unwrap();
        Scope::new(config, job).expand(what).map(Cow::into_owned)
    }

    #[test]
    fn the_job_wins_over_the_file_and_all_three_forms_are_read() {
        let text = "variables: {A: one, B: {value: two}}\nj: {script: x, variables: {A: own}}\n";
        assert_eq!(expanded(text, "$A-${B}-%A%").as_deref(), Some("own-two-own"));
        assert_eq!(expanded(text, "plain").as_deref(), Some("plain"));
    }

    #[test]
    fn what_the_file_does_not_settle_is_unknown() {
        let job = |more: &str| format!("variables: {{A: one, N: $A}}\nj: {{script: x{more}}}\n");
        assert_eq!(expanded(&job(""), "$C"), None, "it may be set in the project");
        assert_eq!(expanded(&job(""), "$N"), None, "it refers to another");
        assert_eq!(expanded(&job(", rules: [{if: $B, variables: {A: two}}]"), "$A"), None);
        assert_eq!(expanded(&job(", rules: [{if: $B}]"), "$A").as_deref(), Some("one"));
        assert_eq!(expanded(&job(", inherit: {variables: false}"), "$A"), None);
        assert_eq!(
            expanded(&format!("include: a.yml\n{}", job(", extends: .elsewhere")), "$A"),
            None,
            "its base may set it"
        );
        for odd in ["$", "$$A", "${A", "%A", "100%", "$[[ inputs.a ]]"] {
            assert_eq!(expanded(&job(""), odd), None, "{odd}");
        }
    }
}
