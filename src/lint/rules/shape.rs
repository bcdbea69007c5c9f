//! The kinds of findings about shapes: what `entry/` reports while it goes through the configuration by the keyword table.

use crate::lint::fix::{shape, text};
use crate::lint::{Rule, Severity};

/// A keyword that may not stand there.
pub static UNKNOWN_KEYWORD: Rule = Rule {
    code: "unknown-keyword",
    severity: Severity::Error,
    summary: "A keyword is not known where it stands.",
    help: "Check its spelling and its indentation: it may belong one level up or down.",
    source: "lib/gitlab/config/entry/validators.rb (AllowedKeysValidator)",
    fix: Some(shape::unknown_keyword),
    on: true,
    bad: "build:\n  script: make\n  tag: [docker]\n",
    good: "build:\n  script: make\n  tags: [docker]\n",
};

/// A value of a type that the keyword does not take.
pub static WRONG_TYPE: Rule = Rule {
    code: "wrong-type",
    severity: Severity::Error,
    summary: "A value has a form that its keyword does not take.",
    help: "See the keyword's forms in its help. Numbers, yes, no, on and off are no text unless they are in quotes.",
    source: "lib/gitlab/config/entry/validators.rb",
    fix: Some(shape::wrong_type),
    on: true,
    bad: "build:\n  script: make\n  tags: docker\n",
    good: "build:\n  script: make\n  tags: [docker]\n",
};

/// A word that is none of those to choose from.
pub static UNKNOWN_VALUE: Rule = Rule {
    code: "unknown-value",
    severity: Severity::Error,
    summary: "A value is none of those that its keyword knows.",
    help: "Take one of the values in the message.",
    source: "lib/gitlab/config/entry/validators.rb (AllowedValuesValidator)",
    fix: Some(shape::unknown_value),
    on: true,
    bad: "build:\n  script: make\n  when: on-success\n",
    good: "build:\n  script: make\n  when: on_success\n",
};

/// Something must be there and is not, or is empty.
pub static MISSING_KEYWORD: Rule = Rule {
    code: "missing-keyword",
    severity: Severity::Error,
    summary: "A keyword that must be given is missing or empty.",
    help: "Give it a value, or take the keyword out that needs it.",
    source: "lib/gitlab/config/entry/validators.rb (RequiredKeysValidator; presence)",
    fix: Some(shape::missing),
    on: true,
    bad: "build:\n  script: []\n",
    good: "build:\n  script: [make]\n",
};

/// Keywords that exclude each other.
pub static CONFLICTING_KEYWORDS: Rule = Rule {
    code: "conflicting-keywords",
    severity: Severity::Error,
    summary: "Keywords stand together that exclude each other.",
    help: "Keep one of them.",
    source: "lib/gitlab/config/entry/validators.rb (MutuallyExclusiveKeysValidator, DisallowedKeysValidator)",
    fix: Some(shape::conflicting),
    on: true,
    bad: "build:\n  script: make\n  rules:\n    - if: $CI_COMMIT_TAG\n  only: [tags]\n",
    good: "build:\n  script: make\n  rules:\n    - if: $CI_COMMIT_TAG\n",
};

/// Too many, too long, too large.
pub static LIMIT: Rule = Rule {
    code: "limit",
    severity: Severity::Error,
    summary: "A value is larger, longer or more than GitLab takes.",
    help: "Stay within the limit in the message.",
    source: "lib/gitlab/ci/config/entry (length, numericality)",
    fix: Some(shape::limit),
    on: true,
    bad: "build:\n  script: make\n  retry: 3\n",
    good: "build:\n  script: make\n  retry: 2\n",
};

/// A name with characters that it may not have.
pub static INVALID_NAME: Rule = Rule {
    code: "invalid-name",
    severity: Severity::Error,
    summary: "A name or address has characters that it may not have.",
    help: "Take the characters out that the message does not allow.",
    source: "lib/gitlab/ci/config/entry (format)",
    fix: Some(text::allowed_characters),
    on: true,
    bad: "build:\n  script: make\n  environment: review?\n",
    good: "build:\n  script: make\n  environment: review\n",
};

/// No span of time.
pub static INVALID_DURATION: Rule = Rule {
    code: "invalid-duration",
    severity: Severity::Error,
    summary: "A value is no span of time, or too long a one.",
    help: "Write it like 30 minutes, 1h 30m or 2 weeks, in quotes where it is only a number.",
    source: "lib/gitlab/config/entry/validators.rb (DurationValidator)",
    fix: Some(shape::duration),
    on: true,
    bad: "build:\n  script: make\n  timeout: 1800\n",
    good: "build:\n  script: make\n  timeout: 1800 seconds\n",
};

/// No regular expression.
pub static INVALID_PATTERN: Rule = Rule {
    code: "invalid-pattern",
    severity: Severity::Error,
    summary: "A value is no regular expression in RE2's syntax.",
    help: "Put it between slashes, close its brackets, and do without look-around and back references.",
    source: "lib/gitlab/config/entry/validators.rb (RegexpValidator)",
    fix: Some(text::pattern),
    on: true,
    bad: "build:\n  script: make\n  coverage: (\\d+)%\n",
    good: "build:\n  script: make\n  coverage: /(\\d+)%/\n",
};

/// No rules expression.
pub static INVALID_EXPRESSION: Rule = Rule {
    code: "invalid-expression",
    severity: Severity::Error,
    summary: "A condition is no expression that GitLab can read.",
    help: "Compare $VARIABLE by == or != with \"text\" or null, by =~ or !~ with /pattern/, joined by && and ||.",
    source: "lib/gitlab/ci/pipeline/expression",
    fix: Some(text::expression),
    on: true,
    bad: "build:\n  script: make\n  rules:\n    - if: $CI_COMMIT_BRANCH = \"main\"\n",
    good: "build:\n  script: make\n  rules:\n    - if: $CI_COMMIT_BRANCH == \"main\"\n",
};
