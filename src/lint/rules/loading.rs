//! What GitLab's YAML loader refuses (lib/gitlab/config/loader/yaml.rb, multi_doc_yaml.rb). While there is any of
//! these, GitLab looks at nothing else.

use crate::lint::fix::{self, text, Fix, Site};
use crate::lint::{Rule, Severity};

/// The text is no YAML.
pub static YAML_SYNTAX: Rule = Rule {
    code: "yaml-syntax",
    severity: Severity::Error,
    summary: "The text is no YAML.",
    help: "Look at the place and the lines above it: indentation, quotes, brackets, a colon with a blank after it.",
    source: "lib/gitlab/config/loader/yaml.rb (Psych::SyntaxError)",
    fix: None,
    on: true,
    bad: "build:\n  script: [make\ntest:\n  script: make test\n",
    good: "build:\n  script: [make]\ntest:\n  script: make test\n",
};

/// An alias to nothing.
pub static UNKNOWN_ALIAS: Rule = Rule {
    code: "unknown-alias",
    severity: Severity::Error,
    summary: "An alias names an anchor that does not stand before it.",
    help: "Define the anchor with & above the alias, in the same file: anchors don't reach across includes.",
    source: "lib/gitlab/config/loader/yaml.rb (Psych::AnchorNotDefined)",
    fix: None,
    on: true,
    bad: "build:\n  script: *commands\n",
    good: ".commands: &commands [make]\nbuild:\n  script: *commands\n",
};

/// A date without quotes.
pub static DATE_VALUE: Rule = Rule {
    code: "date-value",
    severity: Severity::Error,
    summary: "A date or time stands without quotes.",
    help: "Put it in quotes: GitLab refuses to load dates.",
    source: "lib/gitlab/config/loader/yaml.rb (Psych::DisallowedClass)",
    fix: Some(text::quote),
    on: true,
    bad: "build:\n  script: make\n  variables:\n    RELEASED: 2024-01-31\n",
    good: "build:\n  script: make\n  variables:\n    RELEASED: \"2024-01-31\"\n",
};

/// A tag that GitLab refuses to load.
pub static FOREIGN_TAG: Rule = Rule {
    code: "foreign-tag",
    severity: Severity::Error,
    summary: "A tag asks for an object of Ruby, or for a number of what is none.",
    help: "Take the tag out: of tags, GitLab knows !reference, and YAML's own for texts, numbers and lists.",
    source: "lib/gitlab/config/loader/yaml.rb (YAML.safe_load: Psych::DisallowedClass, ArgumentError)",
    fix: None,
    on: true,
    bad: "build:\n  script: make\n  variables: !ruby/hash:Options\n    LEVEL: high\n",
    good: "build:\n  script: make\n  variables:\n    LEVEL: high\n",
};

/// Too large or too deep.
pub static TOO_BIG: Rule = Rule {
    code: "too-big",
    severity: Severity::Error,
    summary: "The file, or what its anchors expand to, is too large or nested too deep.",
    help: "GitLab takes 2 MB and 100 levels, each use of an anchor counted. Split the file, or use extends.",
    source: "lib/gitlab/config/loader/yaml.rb (max_yaml_size_bytes, max_yaml_depth)",
    fix: None,
    on: true,
    bad: ".a: &a [x, x, x, x, x, x, x, x, x, x]\n.b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n.c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n.d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n.e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\n.f: [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]\nbuild:\n  script: make\n",
    good: ".a: &a [x, x, x, x, x, x, x, x, x, x]\n.b: [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nbuild:\n  script: make\n",
};

/// Nothing in the file.
pub static EMPTY_FILE: Rule = Rule {
    code: "empty-file",
    severity: Severity::Error,
    summary: "The file is empty.",
    help: "Add a job.",
    source: "lib/gitlab/ci/yaml_processor.rb",
    fix: Some(add_job),
    on: true,
    bad: "\n",
    good: "build:\n  script: make\n",
};

/// The top is no mapping.
pub static NO_MAPPING: Rule = Rule {
    code: "no-mapping",
    severity: Severity::Error,
    summary: "The file holds something else than keywords and jobs.",
    help: "At the top there must be keywords and jobs, each with a colon.",
    source: "lib/gitlab/config/loader/yaml.rb (Invalid configuration format)",
    fix: None,
    on: true,
    bad: "- build\n- test\n",
    good: "build:\n  script: make\n",
};

fn add_job(_: &Site<'_>) -> Option<Fix> {
    Some(Fix::block(None, "build", fix::a_job()))
}
