//! Why a command is not carried out.

use super::uses::{anchor_uses, AnchorUse};
use crate::yaml::Document;

/// The reason, as a type so that the page can say it in the reader's language. `Display` gives English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The text has a YAML error; it must be mended first.
    BrokenText,
    /// There is no job of that name.
    NoSuchJob(String),
    /// There is no stage of that name.
    NoSuchStage(String),
    /// There is no variable of that name in that place.
    NoSuchVariable(String),
    /// What is to be removed is not there.
    NotThere(String),
    /// The name is in use.
    NameTaken(String),
    /// The name can't be used; says why.
    BadName(String),
    /// `.pre` and `.post` keep their place and name.
    FixedStage(String),
    /// The stage still has jobs; how many.
    StageInUse(String, usize),
    /// Other jobs extend or reference this job; their names.
    JobInUse(String, Vec<String>),
    /// The text that would go or move defines an anchor that is used elsewhere; its name and its uses.
    AnchorInUse(String, Vec<AnchorUse>),
    /// The anchor would stand behind a use of it; its name.
    AnchorOrder(String),
    /// The value is not written here but comes from the named place.
    ComesFrom(String),
    /// What is in the other pipeline that can't be taken over; its keyword or name.
    CantTake(String),
    /// The value has a form that can't be edited without loss; what it is.
    NotEditable(String),
    /// What was typed is no YAML: why, and in which of its lines.
    NotYaml(String, u32),
    /// The finding is not there, or its rule knows no fix for it.
    NoFix(String),
    /// A name stands in a line where it may mean this or something else; the name and the line.
    Ambiguous(String, u32),
    /// The result would change what a job does.
    ChangesMeaning,
    /// Comments have no place in the result.
    LosesComments,
    /// `only` or `except` say something that `rules` can't say exactly.
    NoRules(NoRules),
    /// Everything is as the command would have it.
    NothingToDo,
    /// The changed text would not read as intended. It was not applied.
    NotVerified,
}

/// What `rules` can't say exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRules {
    /// The job has `rules` already.
    HasRules,
    /// A job with `rules` can't have `start_in` (lib/gitlab/ci/config/entry/job.rb).
    Delayed,
    /// `rules:changes` expands variables, `only:changes` does not; the path.
    VariableInPath(String),
    /// A pattern or a value that means something else there, or nothing; its text.
    Form(String),
    /// The job extends a base that is not in this file, which may have `only`, `except` or `rules`; GitLab refuses a mix.
    UnknownBase,
    /// A job that takes this over has `only`, `except` or `rules` of its own; its name.
    Mixed(String),
}

impl std::fmt::Display for NoRules {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            NoRules::HasRules => write!(f, "the job has rules already"),
            NoRules::Delayed => write!(f, "a job with rules can't have start_in"),
            NoRules::UnknownBase => write!(f, "a base that is not in this file may have only, except or rules"),
            NoRules::VariableInPath(path) => write!(f, "the variable in {path} would be expanded"),
            NoRules::Form(text) => write!(f, "{text} has no equal there"),
            NoRules::Mixed(job) => write!(f, "{job} takes it over and has only, except or rules of its own"),
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Refusal::BrokenText => write!(f, "the text has a YAML error; mend it first"),
            Refusal::NoSuchJob(name) => write!(f, "there is no job named {name}"),
            Refusal::NoSuchStage(name) => write!(f, "there is no stage named {name}"),
            Refusal::NoSuchVariable(name) => write!(f, "there is no variable named {name} here"),
            Refusal::NotThere(what) => write!(f, "{what} is not there"),
            Refusal::NameTaken(name) => write!(f, "the name {name} is in use"),
            Refusal::BadName(name) => write!(f, "{name:?} can't be used as a name here"),
            Refusal::FixedStage(name) => write!(f, "the stage {name} always exists and keeps its place"),
            Refusal::StageInUse(name, jobs) => write!(f, "the stage {name} still has {jobs} jobs"),
            Refusal::JobInUse(name, users) => write!(f, "{name} is used by {}", users.join(", ")),
            Refusal::AnchorInUse(name, uses) => {
                write!(f, "the anchor &{name} is defined there and used by {}", shown_uses(uses))
            }
            Refusal::AnchorOrder(name) => write!(f, "the anchor &{name} would stand behind a use of it"),
            Refusal::ComesFrom(place) => write!(f, "the value comes from {place}; change it there"),
            Refusal::CantTake(what) => write!(f, "{what} of the other pipeline can't be taken over; copy the text"),
            Refusal::NotEditable(what) => write!(f, "{what} can't be edited here without loss; edit the text"),
            Refusal::NotYaml(why, line) => write!(f, "this is no YAML, line {line}: {why}"),
            Refusal::NoFix(rule) => write!(f, "there is nothing of {rule} there that can be mended by itself"),
            Refusal::Ambiguous(name, line) => write!(f, "{name} in line {line} may mean something else; edit the text"),
            Refusal::ChangesMeaning => write!(f, "the result would change what a job does"),
            Refusal::LosesComments => write!(f, "comments would have no place in the result; edit the text"),
            Refusal::NoRules(why) => write!(f, "rules can't say the same: {why}"),
            Refusal::NothingToDo => write!(f, "there is nothing to change"),
            Refusal::NotVerified => write!(f, "the changed text would not read as intended; edit the text"),
        }
    }
}

impl std::error::Error for Refusal {}

impl Refusal {
    /// The same with the places where the anchor is used.
    pub(super) fn with_uses(self, document: &Document) -> Self {
        match self {
            Refusal::AnchorInUse(name, uses) if uses.is_empty() => {
                let uses = anchor_uses(document, &name);
                Refusal::AnchorInUse(name, uses)
            }
            other => other,
        }
    }
}

/// `b (line 4), c (line 6)`
fn shown_uses(uses: &[AnchorUse]) -> String {
    uses.iter().map(|used| format!("{} (line {})", used.entry, used.line)).collect::<Vec<_>>().join(", ")
}
