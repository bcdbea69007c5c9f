//! `variables` (lib/gitlab/ci/config/entry/variable.rb).

use super::{Form, Group, Keyword};

const VALUE: Keyword =
    Keyword::unchecked("value", Form::Scalar, "The value; for a prefilled variable, the preset one.");
const EXPAND: Keyword = Keyword::unchecked("expand", Form::Flag, "Whether variables inside the value are expanded.");

/// A variable of the whole pipeline, as a mapping.
pub static GLOBAL_VARIABLE: Group = Group {
    path: "variables",
    keywords: &[
        VALUE,
        Keyword::unchecked(
            "description",
            Form::Text,
            "What the form for running a pipeline says; it shows the variable.",
        ),
        Keyword::unchecked("options", Form::TEXTS, "The values to choose from in that form."),
        EXPAND,
    ],
};

/// A variable of a job, as a mapping.
pub static JOB_VARIABLE: Group = Group { path: "variables", keywords: &[VALUE, EXPAND] };
