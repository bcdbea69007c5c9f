//! The rule handbook (docs/rules.md), made of the rules' own texts.

use super::{out_of_reach, rules, Rule, Severity, FORMATS, OUT_OF_REACH, RULES};

/// What GitLab checks on its server with things that no file shows.
const NEEDS_A_SERVER: &[&str] = &[
    "whether included files, projects, templates and components exist, and what they hold",
    "whether the project, its branches, environments, clusters and runners exist, and who may do what",
    "how many jobs and pipelines the plan allows, and what its limits are set to",
    "the variables of the project, its groups and the instance",
    "whether images can be pulled, scripts succeed and artifacts are there",
];

/// The handbook.
pub fn handbook() -> String {
    let mut text = String::from(HEAD);
    let fixes = RULES.iter().filter(|rule| rule.fix.is_some()).count();
    let errors = RULES.iter().filter(|rule| rule.severity == Severity::Error).count();
    text.push_str(&format!(
        "{} rules: {errors} errors, {} warnings, {fixes} with a quick fix.\n\n",
        RULES.len(),
        RULES.len() - errors
    ));
    text.push_str("| rule | | what it is about |\n| --- | --- | --- |\n");
    for rule in RULES {
        text.push_str(&format!("| [{0}](#{0}) | {1} | {2} |\n", rule.code, kind(rule), rule.summary));
    }
    text.push_str("\n## What needs a server\n\nThese GitLab alone can tell; Pipewright says nothing of them:\n\n");
    NEEDS_A_SERVER.iter().for_each(|what| text.push_str(&format!("- {what}\n")));
    text.push_str(&formats());
    for rule in RULES {
        text.push_str(&section(rule));
    }
    text
}

/// The number of GitLab's error formats, and those that are not emitted.
fn formats() -> String {
    let missing = out_of_reach::count();
    let mut text = format!(
        "\nOf GitLab's {FORMATS} error formats, {} are emitted word for word. The {missing} others:\n\n",
        FORMATS - missing
    );
    for (reason, formats) in OUT_OF_REACH {
        text.push_str(&format!("- {reason}:\n"));
        formats.iter().for_each(|format| text.push_str(&format!("  - `` {format} ``\n")));
    }
    text
}

const HEAD: &str = "# Rules

What Pipewright finds in a `.gitlab-ci.yml`, made of the rules' own texts by `PIPEWRIGHT_WRITE=1 cargo test --test
handbook`. Errors are what GitLab refuses a file for, in its words. Warnings never make a file invalid; each can be made an
error, a hint or nothing in the list of problems. Where one is none, a comment on its line or right above says so for
everybody: `# pipewright: ignore unpinned-image`, several with commas between, a reason behind a dash.

";

fn kind(rule: &Rule) -> &'static str {
    match (rule.severity, rule.on) {
        (Severity::Error, _) => "error",
        (_, true) => "warning",
        (_, false) => "warning, off unless turned on",
    }
}

fn section(rule: &Rule) -> String {
    let own = rules::ADVICE.iter().any(|(advice, _)| advice.code == rule.code);
    let fix = if rule.fix.is_some() { ", has a quick fix" } else { "" };
    let whose = if own { "; not GitLab's, ours" } else { "" };
    format!(
        "\n## {}\n\n{} {}\n\n*{}{whose}{fix}. Source: {}.*\n\n{}Bad:\n\n{}\nGood:\n\n{}",
        rule.code,
        rule.summary,
        rule.help,
        kind(rule),
        rule.source.trim_end_matches('.'),
        with_runners(rule),
        fenced(rule.bad),
        fenced(rule.good)
    )
}

/// The runners that the examples are about.
fn with_runners(rule: &Rule) -> String {
    let runners = rule.example_runners().runners;
    let described = runners.iter().map(|runner| {
        let protected = if runner.protected { ", protected" } else { "" };
        format!("{} (tags {}; for {}{protected})", runner.name, runner.tags.join(", "), runner.environment)
    });
    match runners.is_empty() {
        true => String::new(),
        false => format!("With the runners {}:\n\n", described.collect::<Vec<_>>().join(" and ")),
    }
}

fn fenced(text: &str) -> String {
    format!("```yaml\n{}```\n", text.strip_prefix('\n').unwrap_or(text))
}
