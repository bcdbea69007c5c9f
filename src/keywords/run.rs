//! `run`: steps (app/validators/json_schemas/run_steps.json).

use super::{Form, Group, Keyword};

/// One of `run`
pub static STEP: Group = Group {
    path: "run",
    keywords: &[
        Keyword::unchecked("name", Form::Text, "Name of the step: letters, digits and underscores.").required(),
        Keyword::unchecked("script", Form::Text, "Shell commands of the step."),
        Keyword::unchecked("step", Form::Any, "Address of a step that is defined elsewhere."),
        Keyword::unchecked("func", Form::Any, "Address of a function that is defined elsewhere."),
        Keyword::unchecked("env", Form::Named(&Form::Scalar), "Environment variables of the step."),
        Keyword::unchecked("inputs", Form::Named(&Form::Any), "Values for the step's inputs."),
    ],
};
