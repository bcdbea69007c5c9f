//! `image` and `services` (lib/gitlab/ci/config/entry/imageable.rb, image.rb, service.rb, pull_policy.rb).

use super::{Choice, Form, Group, Keyword};

const PULL_POLICY: Form = Form::OneOf(&[Form::Choice(PULL), Form::List(&Form::Choice(PULL))]);
const PULL: Choice =
    Choice { values: &["always", "never", "if-not-present"], says: "config is not included in the list" };

const NAME: Keyword = Keyword::attribute("name", Form::Text, "Name of the image, with registry and tag.").required();
const ENTRYPOINT: Keyword =
    Keyword::attribute("entrypoint", Form::TEXTS, "Command that replaces the image's entrypoint.");
const PULLS: Keyword = Keyword::entry("pull_policy", PULL_POLICY, "When the runner fetches the image.");
const DOCKER_OPTIONS: Keyword =
    Keyword::unchecked("docker", Form::Mapping(&DOCKER), "Options for the Docker executor.");
const KUBERNETES_OPTIONS: Keyword =
    Keyword::unchecked("kubernetes", Form::Mapping(&KUBERNETES_EXECUTOR), "Options for the Kubernetes executor.");

/// `image`
pub static IMAGE: Group =
    Group { path: "image", keywords: &[NAME, ENTRYPOINT, PULLS, DOCKER_OPTIONS, KUBERNETES_OPTIONS] };

/// One of `services`
pub static SERVICE: Group = Group {
    path: "services",
    keywords: &[
        NAME,
        Keyword::attribute("alias", Form::Text, "Host names under which the job reaches the service."),
        Keyword::entry("command", Form::Script, "Command that the service's container runs."),
        ENTRYPOINT,
        PULLS,
        Keyword::entry("variables", Form::Named(&Form::Scalar), "Variables for the service alone."),
        DOCKER_OPTIONS,
        KUBERNETES_OPTIONS,
    ],
};

/// `image:docker`
pub static DOCKER: Group = Group {
    path: "image.docker",
    keywords: &[
        Keyword::unchecked("platform", Form::Text, "Architecture of the image, for example arm64/v8."),
        Keyword::unchecked("user", Form::Text, "User that runs the container."),
    ],
};

/// `image:kubernetes`
pub static KUBERNETES_EXECUTOR: Group = Group {
    path: "image.kubernetes",
    keywords: &[Keyword::unchecked(
        "user",
        Form::OneOf(&[Form::Text, Form::Integer { min: 0, max: i64::MAX }]),
        "User, or user and group, that runs the container.",
    )],
};
