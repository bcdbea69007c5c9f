//! What `only` and `except` say, as the conditions of `rules`.
//!
//! After GitLab's lib/gitlab/ci/build/policy: a job runs if all that `only` names holds (one of the refs, one of the
//! variables, one of the changes) and nothing of what `except` names does. `only` without refs means branches and tags
//! (lib/gitlab/ci/config/entry/policy.rb). A ref matches the kind of pipeline, its source, or in pipelines of branches
//! and tags the name by text or regular expression. A branch that bears the name of a kind, as `schedules`, is not
//! thought of.

use super::refusal::NoRules;
use crate::resolve::Value;
use crate::yaml::NewValue;

/// What `only` means where it names no refs.
const DEFAULT_REFS: &[&str] = &["branches", "tags"];

/// Words for pipelines by their source: singular and plural are taken (policy/refs.rb), and what `$CI_PIPELINE_SOURCE`
/// says then.
const SOURCES: &[(&str, &str, &str)] = &[
    ("api", "apis", "api"),
    ("chat", "chats", "chat"),
    ("external", "externals", "external"),
    ("external_pull_request", "external_pull_requests", "external_pull_request_event"),
    ("merge_request", "merge_requests", "merge_request_event"),
    ("parent_pipeline", "parent_pipelines", "parent_pipeline"),
    ("pipeline", "pipelines", "pipeline"),
    ("push", "pushes", "push"),
    ("schedule", "schedules", "schedule"),
    ("trigger", "triggers", "trigger"),
    ("web", "webs", "web"),
    ("webide", "webides", "webide"),
];

/// One of `only` and `except`.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Policy {
    refs: Option<Vec<String>>,
    variables: Vec<String>,
    changes: Vec<String>,
    kubernetes: bool,
}

impl Policy {
    /// Reads the effective value of the keyword.
    pub fn read(value: &Value) -> Result<Self, NoRules> {
        let Some(map) = value.as_map() else {
            return Ok(Self { refs: Some(texts(value, "refs")?), ..Self::default() });
        };
        let mut policy = Self::default();
        for entry in map.entries().iter().filter(|entry| !entry.value.is_null()) {
            match entry.key.text() {
                "refs" => policy.refs = Some(texts(&entry.value, "refs")?),
                "variables" => policy.variables = texts(&entry.value, "variables")?,
                "changes" => policy.changes = texts(&entry.value, "changes")?,
                "kubernetes" if entry.value.as_text() == Some("active") => policy.kubernetes = true,
                other => return Err(NoRules::Form(other.to_owned())),
            }
        }
        if map.open || map.entries().is_empty() {
            return Err(NoRules::Form("{}".to_owned()));
        }
        Ok(policy)
    }
}

/// The rules that say the same as `only` and `except`.
pub(super) fn rules(only: Option<&Policy>, except: Option<&Policy>) -> Result<NewValue, NoRules> {
    let mut rules = Vec::new();
    if let Some(except) = except {
        for name in except.refs.iter().flatten() {
            rules.push(rule(Some(any(&of_ref(name)?)), &[], true));
        }
        for expression in &except.variables {
            rules.push(rule(Some(expression.clone()), &[], true));
        }
        if !except.changes.is_empty() {
            rules.push(rule(None, checked(&except.changes)?, true));
        }
        if except.kubernetes {
            rules.push(rule(Some(KUBERNETES.to_owned()), &[], true));
        }
    }
    let nothing = Policy::default();
    let only = only.unwrap_or(&nothing);
    let default: Vec<String> = DEFAULT_REFS.iter().map(|name| (*name).to_owned()).collect();
    for name in only.refs.as_ref().unwrap_or(&default) {
        let mut all = vec![of_ref(name)?];
        if !only.variables.is_empty() {
            all.push(only.variables.clone());
        }
        if only.kubernetes {
            all.push(vec![KUBERNETES.to_owned()]);
        }
        let condition = match &all[..] {
            [one] => any(one),
            _ => all.iter().map(|alternatives| grouped(&any(alternatives))).collect::<Vec<_>>().join(" && "),
        };
        rules.push(rule(Some(condition), checked(&only.changes)?, false));
    }
    Ok(NewValue::List(rules))
}

/// True exactly where `kubernetes: active` holds (lib/gitlab/ci/variables/builder.rb).
const KUBERNETES: &str = "$CI_KUBERNETES_ACTIVE == \"true\"";

fn rule(condition: Option<String>, changes: &[String], never: bool) -> NewValue {
    let mut entries = Vec::new();
    if let Some(condition) = condition {
        entries.push(("if".to_owned(), NewValue::String(condition)));
    }
    if !changes.is_empty() {
        entries.push(("changes".to_owned(), NewValue::strings(changes)));
    }
    if never {
        entries.push(("when".to_owned(), NewValue::String("never".to_owned())));
    }
    NewValue::Map(entries)
}

fn any(alternatives: &[String]) -> String {
    match alternatives {
        [one] => one.clone(),
        many => many
            .iter()
            .map(|one| if one.contains("||") { format!("({one})") } else { one.clone() })
            .collect::<Vec<_>>()
            .join(" || "),
    }
}

fn grouped(condition: &str) -> String {
    if condition.contains("||") {
        format!("({condition})")
    } else {
        condition.to_owned()
    }
}

/// The conditions of which one must hold for a ref to match.
fn of_ref(pattern: &str) -> Result<Vec<String>, NoRules> {
    let (name, project) = match pattern.split_once('@') {
        Some((name, project)) => (name, Some(project)),
        None => (pattern, None),
    };
    let mut conditions = match name {
        "branches" => vec!["$CI_COMMIT_BRANCH".to_owned()],
        "tags" => vec!["$CI_COMMIT_TAG".to_owned()],
        _ => match SOURCES.iter().find(|(one, many, _)| [one, many].contains(&&name)) {
            Some((.., source)) => vec![format!("$CI_PIPELINE_SOURCE == \"{source}\"")],
            None => {
                let test = match regex(name)? {
                    Some(regex) => format!("=~ {regex}"),
                    None => format!("== {}", string(name)?),
                };
                vec![format!("$CI_COMMIT_BRANCH {test}"), format!("$CI_COMMIT_TAG {test}")]
            }
        },
    };
    if let Some(project) = project {
        let project = string(project)?;
        for condition in &mut conditions {
            condition.push_str(&format!(" && $CI_PROJECT_PATH == {project}"));
        }
    }
    Ok(conditions)
}

/// `/…/flags` as rules take it; none where the pattern is a plain name. Only there a slash inside needs a backslash.
fn regex(pattern: &str) -> Result<Option<String>, NoRules> {
    let Some((body, flags)) = pattern.strip_prefix('/').and_then(|rest| rest.rsplit_once('/')) else { return Ok(None) };
    if !flags.chars().all(|flag| "imsU".contains(flag)) {
        return Ok(None);
    }
    let (mut escaped, mut out) = (false, String::from("/"));
    for c in body.chars() {
        if c == '/' && !escaped {
            out.push('\\');
        }
        escaped = c == '\\' && !escaped;
        out.push(c);
    }
    if body.is_empty() || escaped {
        return Err(NoRules::Form(pattern.to_owned()));
    }
    Ok(Some(format!("{out}/{flags}")))
}

fn string(text: &str) -> Result<String, NoRules> {
    match (text.contains('"'), text.contains('\'')) {
        (false, _) => Ok(format!("\"{text}\"")),
        (true, false) => Ok(format!("'{text}'")),
        _ => Err(NoRules::Form(text.to_owned())),
    }
}

fn checked(paths: &[String]) -> Result<&[String], NoRules> {
    match paths.iter().find(|path| path.contains('$')) {
        Some(path) => Err(NoRules::VariableInPath(path.clone())),
        None => Ok(paths),
    }
}

fn texts(value: &Value, what: &str) -> Result<Vec<String>, NoRules> {
    let form = || NoRules::Form(what.to_owned());
    let list = value.as_list().filter(|list| !list.is_empty()).ok_or_else(form)?;
    list.iter().map(|item| item.as_text().map(str::to_owned).ok_or_else(form)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::of_file;
    use crate::simulate::Expression;
    use crate::yaml::Document;

    /// The conditions of the rules in order, `!` before one whose job does not run.
    fn conditions(job: &str) -> Result<Vec<String>, NoRules> {
        let config = of_file(&Document::parse(format!("a:\n{job}"))).config;
        let job = config.as_map().unwrap().get("a").unwrap().as_map().unwrap().get_policies();
        let NewValue::List(rules) = rules(job.0?.as_ref(), job.1?.as_ref())? else { panic!() };
        Ok(rules.iter().map(shown).collect())
    }

    trait Policies {
        fn get_policies(&self) -> (Result<Option<Policy>, NoRules>, Result<Option<Policy>, NoRules>);
    }

    impl Policies for crate::resolve::Map {
        fn get_policies(&self) -> (Result<Option<Policy>, NoRules>, Result<Option<Policy>, NoRules>) {
            let read = |key: &str| self.given(key).map(Policy::read).transpose();
            (read("only"), read("except"))
        }
    }

    fn shown(rule: &NewValue) -> String {
        let NewValue::Map(entries) = rule else { panic!() };
        let get = |key: &str| entries.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone());
        let condition = match get("if") {
            Some(NewValue::String(text)) => {
                assert!(Expression::parse(&text).is_ok(), "{text}");
                text
            }
            _ => "always".to_owned(),
        };
        let never = if get("when").is_some() { "!" } else { "" };
        let changes = if get("changes").is_some() { " with changes" } else { "" };
        format!("{never}{condition}{changes}")
    }

    #[test]
    fn kinds_of_pipelines_are_told_by_their_variables() {
        assert_eq!(
            conditions("  only: [branches, tags, merge_requests, schedules, web]\n").unwrap(),
            [
                "$CI_COMMIT_BRANCH",
                "$CI_COMMIT_TAG",
                "$CI_PIPELINE_SOURCE == \"merge_request_event\"",
                "$CI_PIPELINE_SOURCE == \"schedule\"",
                "$CI_PIPELINE_SOURCE == \"web\"",
            ]
        );
    }

    #[test]
    fn a_name_matches_branches_and_tags() {
        let main = "$CI_COMMIT_BRANCH == \"main\" || $CI_COMMIT_TAG == \"main\"";
        assert_eq!(conditions("  only: [main]\n").unwrap(), [main]);
        let regex = "$CI_COMMIT_BRANCH =~ /^a\\/b.*$/i || $CI_COMMIT_TAG =~ /^a\\/b.*$/i";
        assert_eq!(conditions("  only: ['/^a/b.*$/i']\n").unwrap(), [regex]);
        assert_eq!(conditions("  only: ['/^a\\/b.*$/i']\n").unwrap(), [regex]);
    }

    #[test]
    fn a_project_belongs_to_each_alternative() {
        assert_eq!(
            conditions("  only: [main@g/p]\n").unwrap(),
            ["$CI_COMMIT_BRANCH == \"main\" && $CI_PROJECT_PATH == \"g/p\" || $CI_COMMIT_TAG == \"main\" && $CI_PROJECT_PATH == \"g/p\""]
        );
    }

    #[test]
    fn all_of_only_must_hold_and_nothing_of_except() {
        let only = "  only:\n    refs: [branches]\n    variables: [$A, $B || $C]\n    changes: [x/**]\n    kubernetes: active\n";
        assert_eq!(
            conditions(only).unwrap(),
            ["$CI_COMMIT_BRANCH && ($A || ($B || $C)) && $CI_KUBERNETES_ACTIVE == \"true\" with changes"]
        );
        let except = "  except:\n    refs: [tags]\n    variables: [$A]\n    changes: [y]\n";
        assert_eq!(
            conditions(except).unwrap(),
            ["!$CI_COMMIT_TAG", "!$A", "!always with changes", "$CI_COMMIT_BRANCH", "$CI_COMMIT_TAG"]
        );
    }

    #[test]
    fn only_without_refs_means_branches_and_tags() {
        let only = "  only:\n    variables: [$A == \"x\"]\n";
        assert_eq!(conditions(only).unwrap(), ["$CI_COMMIT_BRANCH && $A == \"x\"", "$CI_COMMIT_TAG && $A == \"x\""]);
    }

    #[test]
    fn what_has_no_equal_is_told() {
        assert_eq!(conditions("  only:\n    changes: [$X/a]\n"), Err(NoRules::VariableInPath("$X/a".to_owned())));
        assert_eq!(conditions("  only: [1]\n"), Err(NoRules::Form("refs".to_owned())));
        assert_eq!(conditions("  only: ['//']\n"), Err(NoRules::Form("//".to_owned())));
    }
}
