//! `rules` of jobs and of `workflow` (lib/gitlab/ci/config/entry/rules/rule.rb, rule/changes.rb, rule/exists.rb).

use super::{Choice, Duration, Form, Group, Keyword};

/// When a job runs, as a rule may say.
pub(super) const RULE_WHEN: Choice =
    Choice { values: &["on_success", "on_failure", "always", "never", "manual", "delayed"], says: "unknown value" };

/// When a pipeline or an include counts, as a rule may say.
pub(super) const ALWAYS_OR_NEVER: Choice = Choice { values: &["always", "never"], says: "unknown value" };

/// `start_in` of rules and jobs: less than a week.
pub(super) const WITHIN_A_WEEK: Duration =
    Duration { never: false, variables: false, limit: Some(("1 week", 7 * 24 * 3600)) };

const CHANGES_FORM: Form = Form::OneOf(&[Form::TextList { max: Some(50) }, Form::Mapping(&CHANGES)]);
const EXISTS_FORM: Form = Form::OneOf(&[Form::Text, Form::TextList { max: Some(50) }, Form::Mapping(&EXISTS)]);
const NEEDS_FORM: Form = Form::List(&Form::Mapping(&super::NEED));

const IF: Keyword = Keyword::attribute("if", Form::Expression, "The rule counts if this expression is true.");
const CHANGES_KEYWORD: Keyword =
    Keyword::entry("changes", CHANGES_FORM, "The rule counts if one of these files was changed.");
const EXISTS_KEYWORD: Keyword = Keyword::entry("exists", EXISTS_FORM, "The rule counts if one of these files exists.");
const START_IN: Keyword =
    Keyword::unchecked("start_in", Form::Duration(WITHIN_A_WEEK), "How long a delayed job waits.");
const ALLOW_FAILURE: Keyword =
    Keyword::attribute("allow_failure", Form::Flag, "Whether the pipeline goes on if the job fails.");
const VARIABLES: Keyword =
    Keyword::entry("variables", Form::Named(&Form::Scalar), "Variables that are set if the rule decides.");
const NEEDS: Keyword = Keyword::entry("needs", NEEDS_FORM, "Replaces the job's needs.");

/// One of a job's `rules`
pub static RULE: Group = Group {
    path: "rules",
    keywords: &[
        IF,
        CHANGES_KEYWORD,
        EXISTS_KEYWORD,
        Keyword::unchecked(
            "when",
            Form::Choice(RULE_WHEN),
            "When the job runs if the rule decides; never leaves it out.",
        ),
        START_IN,
        ALLOW_FAILURE,
        VARIABLES,
        NEEDS,
        Keyword::attribute("interruptible", Form::Flag, "Whether a newer pipeline may cancel the job."),
    ],
};

/// One of `workflow:rules`
pub static WORKFLOW_RULE: Group = Group {
    path: "workflow.rules",
    keywords: &[
        IF,
        CHANGES_KEYWORD,
        EXISTS_KEYWORD,
        Keyword::unchecked("when", Form::Choice(ALWAYS_OR_NEVER), "Whether there is a pipeline if the rule decides."),
        START_IN,
        ALLOW_FAILURE,
        VARIABLES,
        NEEDS,
        Keyword::entry("auto_cancel", Form::Mapping(&super::AUTO_CANCEL), "When GitLab cancels the pipeline."),
    ],
};

/// `rules:changes`
pub static CHANGES: Group = Group {
    path: "rules.changes",
    keywords: &[
        Keyword::attribute("paths", Form::TEXTS, "Files, wildcards allowed.").required(),
        Keyword::attribute("compare_to", Form::Text, "Branch, tag or commit to compare with."),
    ],
};

/// `rules:exists`
pub static EXISTS: Group = Group {
    path: "rules.exists",
    keywords: &[
        Keyword::attribute("paths", Form::TEXTS, "Files, wildcards allowed.").required(),
        Keyword::attribute("project", Form::Text, "The project in which to look."),
        Keyword::attribute("ref", Form::Text, "The branch, tag or commit of that project."),
    ],
};
