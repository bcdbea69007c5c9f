//! The handbook of keywords (docs/keywords.md), made of the table.

use super::{default_of, groups, since, Form, Group, Holder, Keyword, JOB};

/// The handbook.
pub fn handbook() -> String {
    let mut text = String::from(HEAD);
    for group in groups() {
        let title = match group.path {
            "" if std::ptr::eq(group, &JOB) => "Jobs".to_owned(),
            "" => "The top level".to_owned(),
            path => format!("`{}`", path.replace('.', ":")),
        };
        let listed: Vec<&str> = group.keywords.iter().map(|keyword| keyword.name).collect();
        // A path may lead to mappings of several kinds: the keywords tell them apart.
        text.push_str(&format!("## {title}\n\n<!-- {} -->\n\n", listed.join(" ")));
        text.push_str("| keyword | may hold | | since |\n| --- | --- | --- | --- |\n");
        group.keywords.iter().for_each(|keyword| text.push_str(&row(group, keyword)));
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

const HEAD: &str = "# Keywords

Every keyword of GitLab CI that Pipewright knows, by the mapping that holds it; made of the keyword table by
`PIPEWRIGHT_WRITE=1 cargo test --test handbook`. Names lead to GitLab's documentation. The version is that of GitLab which
brought the keyword; where there is none, the documentation tells none, mostly because the keyword is older than its notes.

";

fn row(group: &Group, keyword: &Keyword) -> String {
    let path = group.path_of(keyword);
    let mut notes = vec![keyword.help.to_owned()];
    if keyword.required {
        notes.push("Required.".to_owned());
    }
    if std::ptr::eq(group, &JOB) && keyword.holder == Holder::Trigger {
        notes.push("For jobs that start a pipeline.".to_owned());
    }
    if keyword.in_default {
        notes.push("May stand in `default`.".to_owned());
    }
    if let Some(default) = default_of(&path) {
        notes.push(format!("Without it: `{default}`."));
    }
    if keyword.paid {
        notes.push("Paid tiers.".to_owned());
    }
    if let Some(instead) = keyword.deprecated {
        notes.push(format!("Deprecated: use `{}`.", instead.replace('.', ":")));
    }
    let cell = |text: String| text.replace('|', "\\|");
    format!(
        "| [`{}`]({}) | {} | {} | {} |\n",
        keyword.name,
        group.documentation(keyword),
        cell(words(&keyword.form)),
        cell(notes.join(" ")),
        since(&path).unwrap_or_default()
    )
}

/// A form in words.
fn words(form: &Form) -> String {
    match form {
        Form::Any => "anything".to_owned(),
        Form::Text => "text".to_owned(),
        Form::Flag => "true or false".to_owned(),
        Form::Integer { min, max } => format!("a number from {min} to {max}"),
        Form::Scalar => "text, number or boolean".to_owned(),
        Form::Choice(choice) => choice.values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", "),
        Form::TextList { max: None } => "a list of texts".to_owned(),
        Form::TextList { max: Some(max) } => format!("a list of at most {max} texts"),
        Form::TextOrList => "text, or a list of texts".to_owned(),
        Form::NestedTextList => "a list of texts, lists among them".to_owned(),
        Form::Script => "commands".to_owned(),
        Form::Duration(duration) => {
            let limit = duration.limit.map_or(String::new(), |(limit, _)| format!(" of at most {limit}"));
            let never = if duration.never { ", or `never`" } else { "" };
            format!("a span of time{limit}{never}")
        }
        Form::Pattern => "`/pattern/`".to_owned(),
        Form::Expression => "a condition".to_owned(),
        Form::IntegerOrList => "a number, or a list of numbers".to_owned(),
        Form::Mapping(_) => "keywords".to_owned(),
        Form::Named(form) => format!("names, each with {}", words(form)),
        Form::List(form) => format!("a list; each {}", words(form)),
        Form::OneOf(forms) => {
            let mut all: Vec<String> = forms.iter().map(words).collect();
            all.dedup();
            all.join("; or ")
        }
    }
}
