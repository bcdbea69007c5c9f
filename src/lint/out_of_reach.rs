//! GitLab's error formats that a file alone can't bring, and why. The others are emitted word for word, which tests/messages.rs
//! counts against ../shared/gitlab-errors.md.

/// How many error formats GitLab's code has, as counted in its source (GitLab 19).
pub const FORMATS: usize = 416;

/// A reason, and the formats that it keeps us from.
pub type Reason = (&'static str, &'static [&'static str]);

/// What can't be told without the server, or is never said of a file.
pub static OUT_OF_REACH: &[Reason] = &[
    (
        "The files that an include names lie on a server",
        &[
            "Local file `{path}` does not exist!",
            "Local file `{path}` is empty!",
            "Local file `{path}` does not have project!",
            "Included file `{path}` is empty or does not exist!",
            "Included file `{path}` does not have valid YAML syntax!",
            "`{path}`: {text}",
            "Project `{p}` not found or access denied! Make sure any includes in the pipeline configuration are correctly defined.",
            "Project `{p}` reference `{ref}` does not exist!",
            "Project `{p}` file `{path}` does not exist!",
            "Project `{p}` file `{path}` is empty!",
            "Remote file `{url}` could not be fetched because the response was empty!",
            "Remote file `{url}` could not be fetched after {n} attempts because of a socket error!",
            "Remote file `{url}` could not be fetched after {n} attempts because of a timeout error!",
            "Remote file `{url}` could not be fetched after {n} attempts because of HTTP error!",
            "Remote file `{url}` could not be fetched after {n} attempt(s) because of HTTP code `{code}` error!",
            "Remote file could not be fetched because {text}!",
            "Remote file `{url}` failed integrity check!",
            "Job must be provided when including configs from artifacts",
            "Job `{job}` not found in parent pipeline or does not have artifacts!",
            "File `{path}` is empty!",
            "Unable to use components outside of a project context",
            "Header include file `{path}` contains unknown keys: {keys}",
            "Duplicate input keys found: {keys}. Input keys must be unique across all included files and inline specifications.",
            "Maximum of {150} nested includes are allowed!",
            "Total size of combined CI/CD configuration is too big",
            "Request timed out when fetching configuration files.",
            "CI configuration fetch from Gitaly timed out. This may indicate Gitaly service slowness or an outage.",
        ],
    ),
    (
        "The values of inputs come from whoever includes the file or starts the pipeline",
        &[
            "`{name}` input: provided value is not a number",
            "`{name}` input: provided value is not a boolean",
            "`{name}` input: provided value is not an array",
            "`{name}` input: provided value does not match required RegEx pattern",
            "unknown input arguments: {names}",
            "Given inputs not defined in the `spec` section of the included configuration file",
            "Given inputs must be a hash",
            "error in `expand_vars` function: variable expansion error: {text}",
        ],
    ),
    (
        "It is decided when a pipeline is created, for its branch and variables",
        &[
            "rules:changes:compare_to is not a valid ref",
            "rules:exists:project `{p}` not found or access denied",
            "rules:exists:ref `{ref}` is not a valid ref in project `{p}`",
            "{job}: one job can only need {50} others, but you have listed {n}. See needs keyword documentation for more details",
            "'{job}' job needs '{need}' job, but '{need}' does not exist in the pipeline. ... To need a job that sometimes does not exist in the pipeline, use needs:optional.",
            "Missing CI config file",
            "Could not validate configuration. The configuration originates from an external project or a commit not associated with a Git reference (a detached commit)",
        ],
    ),
    (
        "Another check says so before, or GitLab's code never comes to it (`ports` are refused in files, links of a release are not looked into)",
        &[
            "config too large",
            "{text}references undefined inputs: {names}",
            "rule[{n}] references undefined inputs: {names}",
            "circular dependency detected",
            "unknown input specification for `{name}` (valid types: array, boolean, number, string)",
            "Invalid input specification: expected a hash-like object, got {Class}",
            "include:rules:rule {text}",
            "(internal error: TypeError)",
            "{loc} config when there is more than one port, a unique name should be added",
            "{loc} config each port name must be different",
            "{loc} config each port number can only be referenced once",
            "{loc} config alias must be unique in services with ports",
            "{loc} protocol should be http or https",
            "{loc} name can't be blank / url can't be blank / url {addressable_url text}",
        ],
    ),
];

/// How many formats are out of reach.
pub fn count() -> usize {
    OUT_OF_REACH.iter().map(|(_, formats)| formats.len()).sum()
}
