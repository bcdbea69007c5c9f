//! Every edit there is: the closed list of commands. Each plans a change of the text and nothing else happens here.
//!
//! A command is one undo step. [`Command::plan`] either gives a verified [`Plan`] or says by a [`Refusal`] why not; it
//! never changes anything itself. Menus, shortcuts, the headless driver and the help come from this one list.

mod add_job;
mod add_stage;
mod delete_job;
mod delete_stage;
mod delete_variable;
mod duplicate_job;
mod extract_base;
mod fix;
mod inline_anchor;
mod inline_base;
mod insert_jobs;
mod list_item;
mod move_item;
mod move_job;
mod move_stage;
mod only_to_rules;
mod override_keyword;
mod plan;
mod policy;
mod refusal;
mod rename_anchor;
mod rename_job;
mod rename_stage;
mod rename_variable;
mod reorder_job;
mod replace_anchors;
mod set_keyword;
mod set_script;
mod set_variable;
mod set_yaml;
mod sort_by_stage;
mod split_matrix;
mod steps;
mod target;
mod uses;
mod variable_references;

use serde::Deserialize;

pub use extract_base::common_keywords;
pub use insert_jobs::taken_with;
pub use plan::Plan;
pub use refusal::{NoRules, Refusal};
pub use uses::{anchor_uses, AnchorUse};

use crate::runner::Fleet;
use crate::yaml::NewValue;

/// An edit. The JSON form of the headless driver is this type's: `{"command": "move_job", "job": …, …}`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case", deny_unknown_fields)]
pub enum Command {
    /// Gives a job another stage and, if asked, another place in the file.
    MoveJob {
        /// The job.
        job: String,
        /// Its new stage.
        stage: String,
        /// Put its block before this job's.
        #[serde(default)]
        before: Option<String>,
        /// Put its block after this job's.
        #[serde(default)]
        after: Option<String>,
    },
    /// Moves a job's block before another's, to the end of the file without one.
    ReorderJob {
        /// The job.
        job: String,
        /// The job that it stands before afterwards.
        before: Option<String>,
    },
    /// Adds a job.
    AddJob {
        /// Its name.
        name: String,
        /// Its stage.
        stage: String,
        /// Its commands.
        #[serde(default)]
        script: Vec<String>,
        /// Further keywords, in order, after `stage` and before `script`.
        #[serde(default)]
        keywords: Vec<(String, NewValue)>,
        /// The job after whose block it is put; after the last of its stage without one.
        #[serde(default)]
        after: Option<String>,
    },
    /// Copies a job's block under another name, after it.
    DuplicateJob {
        /// The job.
        job: String,
        /// The copy's name.
        name: String,
    },
    /// Renames a job with every reference to it.
    RenameJob {
        /// The job.
        job: String,
        /// Its new name.
        name: String,
    },
    /// Deletes a job with its comments, and its name from `needs` and `dependencies` of others.
    DeleteJob {
        /// The job.
        job: String,
    },
    /// Adds a stage.
    AddStage {
        /// Its name.
        name: String,
        /// The stage before which it comes, at the end without one.
        #[serde(default)]
        before: Option<String>,
    },
    /// Renames a stage with the `stage:` of its jobs.
    RenameStage {
        /// The stage.
        stage: String,
        /// Its new name.
        name: String,
    },
    /// Moves a stage in the order of stages.
    MoveStage {
        /// The stage.
        stage: String,
        /// The stage before which it comes, at the end without one.
        before: Option<String>,
    },
    /// Deletes a stage that no job is in.
    DeleteStage {
        /// The stage.
        stage: String,
    },
    /// Adds or changes a variable.
    SetVariable {
        /// The job; none for the file's own variables.
        job: Option<String>,
        /// The variable's name.
        name: String,
        /// Its value: a string, or an object with `value`, `description`, `options`, `expand`.
        value: NewValue,
    },
    /// Renames a variable where it is declared and, if asked, wherever the file refers to it.
    RenameVariable {
        /// The job; none for the file's own variables.
        job: Option<String>,
        /// The variable.
        name: String,
        /// Its new name.
        to: String,
        /// Whether `$NAME` and `${NAME}` are renamed with it, in the jobs that take the variable over.
        #[serde(default)]
        references: bool,
    },
    /// Deletes a variable.
    DeleteVariable {
        /// The job; none for the file's own variables.
        job: Option<String>,
        /// The variable.
        name: String,
    },
    /// Adds a tag to a job.
    AddTag {
        /// The job.
        job: String,
        /// The tag.
        tag: String,
    },
    /// Removes a tag from a job.
    RemoveTag {
        /// The job.
        job: String,
        /// The tag.
        tag: String,
    },
    /// Adds a path to a job's artifacts.
    AddArtifactPath {
        /// The job.
        job: String,
        /// The path.
        path: String,
    },
    /// Sets the commands of a job. The script stays in the form that it has.
    SetScript {
        /// The job.
        job: String,
        /// The commands.
        lines: Vec<String>,
        /// `script`, `before_script` or `after_script`.
        #[serde(default = "script_keyword")]
        keyword: String,
    },
    /// Sets or removes any keyword by its path: `["image"]`, `["artifacts", "expire_in"]`, `["default", "image"]`.
    ///
    /// What stands there already is changed as little as possible: equal items and entries keep their text.
    SetKeyword {
        /// The job; none for the file itself.
        job: Option<String>,
        /// The keys from the job (or the file) down.
        path: Vec<String>,
        /// The value; null removes the keyword.
        value: Option<NewValue>,
    },
    /// Sets a keyword to a value that is given as YAML text.
    SetYaml {
        /// The job; none for the file's own keywords.
        job: Option<String>,
        /// The keyword and those below it.
        path: Vec<String>,
        /// The value, its first line at column 0.
        yaml: String,
    },
    /// Moves an item of a list before another of the same list. Items are counted from 0.
    MoveItem {
        /// The job; none for the file itself.
        job: Option<String>,
        /// The keys from the job (or the file) down to the list.
        path: Vec<String>,
        /// The item.
        item: usize,
        /// The item before which it comes, at the end without one.
        before: Option<usize>,
    },
    /// Mends the finding of a rule at a place, by the rule's own fix.
    Fix {
        /// The rule's code.
        rule: String,
        /// The line of the finding, from 1.
        line: u32,
        /// Its column in characters, from 1; the first finding of the line without one.
        #[serde(default)]
        column: Option<u32>,
        /// The runners that there are, for the rules of runners.
        #[serde(default)]
        runners: Fleet,
    },
    /// Mends every finding of a rule that can be mended in one go.
    FixAll {
        /// The rule's code.
        rule: String,
        /// The runners that there are, for the rules of runners.
        #[serde(default)]
        runners: Fleet,
    },
    /// Writes the value that counts for a keyword out in the job: "here only".
    OverrideKeyword {
        /// The job; none for the file itself.
        job: Option<String>,
        /// The keys from the job (or the file) down.
        path: Vec<String>,
    },
    /// Moves what jobs have in common into a new hidden job that they extend.
    ExtractBase {
        /// The jobs.
        jobs: Vec<String>,
        /// The hidden job's name.
        name: String,
        /// The keywords that move; without them all that have the same value in each job.
        #[serde(default)]
        keywords: Option<Vec<String>>,
    },
    /// Writes what a job gets from a base into it, and takes the base out of its `extends`.
    InlineBase {
        /// The job.
        job: String,
        /// The base; may be left out where there is only one.
        #[serde(default)]
        base: Option<String>,
    },
    /// Jobs of another pipeline come into this one, with the jobs, stages, variables and defaults that they rely on.
    InsertJobs {
        /// The other pipeline, as text.
        from: String,
        /// Its jobs; those that they need and extend come along.
        jobs: Vec<String>,
    },
    /// Renames an anchor with its aliases.
    RenameAnchor {
        /// The anchor.
        anchor: String,
        /// Its new name.
        name: String,
    },
    /// Writes the value of an anchor out where it is used, and takes the anchor away.
    InlineAnchor {
        /// The anchor.
        anchor: String,
    },
    /// Another command, after writing out the uses of the anchors that stand against it.
    RewriteUses {
        /// The other command.
        then: Box<Command>,
    },
    /// Puts the jobs into the order of their stages, each with its comments.
    SortByStage {},
    /// Turns `only` and `except` of a job into `rules` that mean the same.
    OnlyToRules {
        /// The job.
        job: String,
    },
    /// Turns merge keys into `extends` and aliases into `!reference`, where that means the same.
    ReplaceAnchors {
        /// The job; none for all of them.
        job: Option<String>,
    },
    /// Makes one job of each combination of `parallel:matrix`.
    SplitMatrix {
        /// The job.
        job: String,
    },
}

fn script_keyword() -> String {
    "script".to_owned()
}
