//! `spec` and inputs (lib/gitlab/ci/config/header/*.rb, entry/base_input.rb, entry/job_input.rb).

use super::{Choice, Form, Group, Keyword};

/// The first of two documents.
pub static HEADER: Group = Group {
    path: "",
    keywords: &[Keyword::entry("spec", Form::Mapping(&SPEC), "What a file takes when it is included.")],
};

/// `spec`
pub static SPEC: Group = Group {
    path: "spec",
    keywords: &[
        Keyword::entry("inputs", Form::Named(&Form::Mapping(&HEADER_INPUT)), "The inputs of the file."),
        Keyword::unchecked("include", Form::Any, "Files that hold further inputs."),
        Keyword::entry("component", Form::TEXTS, "Facts about the component that the file may use."),
        Keyword::attribute("description", Form::Text, "What the file is for, at most 256 characters."),
    ],
};

const TYPES: Choice = Choice { values: &["array", "boolean", "number", "string"], says: "unknown value" };

const TYPE: Keyword = Keyword::unchecked("type", Form::Choice(TYPES), "string, number, boolean or array.");
const DEFAULT: Keyword = Keyword::unchecked("default", Form::Any, "The value where none is given.");
const DESCRIPTION: Keyword = Keyword::unchecked("description", Form::Text, "What the input is for.");
const OPTIONS: Keyword =
    Keyword::unchecked("options", Form::List(&Form::Scalar), "The values to choose from, at most 50.");
const REGEX: Keyword = Keyword::unchecked("regex", Form::Text, "Pattern that the value must match.");

/// One of `spec:inputs`
pub static HEADER_INPUT: Group = Group {
    path: "spec.inputs",
    keywords: &[
        TYPE,
        DEFAULT,
        DESCRIPTION,
        OPTIONS,
        REGEX,
        Keyword::unchecked("rules", Form::List(&Form::Mapping(&INPUT_RULE)), "Options that depend on other inputs."),
    ],
};

/// One of `spec:inputs:rules`
pub static INPUT_RULE: Group = Group {
    path: "spec.inputs.rules",
    keywords: &[
        Keyword::unchecked("if", Form::Expression, "The rule counts if this expression of inputs is true."),
        Keyword::unchecked("options", Form::List(&Form::Scalar), "The values to choose from."),
        Keyword::unchecked("default", Form::Any, "The value where none is given."),
    ],
};

/// One of a job's `inputs`
pub static JOB_INPUT: Group = Group { path: "inputs", keywords: &[TYPE, DEFAULT, DESCRIPTION, OPTIONS, REGEX] };
