//! Why a command is not carried out.

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
    /// The text that would go or move defines an anchor that is used elsewhere; its name.
    AnchorInUse(String),
    /// The anchor would stand behind a use of it; its name.
    AnchorOrder(String),
    /// The value is not written here but comes from the named place.
    ComesFrom(String),
    /// The value has a form that can't be edited without loss; what it is.
    NotEditable(String),
    /// The finding is not there, or its rule knows no fix for it.
    NoFix(String),
    /// The changed text would not read as intended. It was not applied.
    NotVerified,
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
            Refusal::AnchorInUse(name) => write!(f, "the anchor &{name} is defined there and used elsewhere"),
            Refusal::AnchorOrder(name) => write!(f, "the anchor &{name} would stand behind a use of it"),
            Refusal::ComesFrom(place) => write!(f, "the value comes from {place}; change it there"),
            Refusal::NotEditable(what) => write!(f, "{what} can't be edited here without loss; edit the text"),
            Refusal::NoFix(rule) => write!(f, "there is nothing of {rule} there that can be mended by itself"),
            Refusal::NotVerified => write!(f, "the changed text would not read as intended; edit the text"),
        }
    }
}

impl std::error::Error for Refusal {}
