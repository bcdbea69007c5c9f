//! The commands, in the order in which they are run.

use super::command::{Command, Word};
use super::wish::{Setup, Storage, TokenKind, SOCKET};

/// How the runner is started.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// By `docker run`.
    #[default]
    Docker,
    /// By Docker Compose.
    Compose,
}

/// What a command is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A place for `config.toml`.
    Storage,
    /// Starting the runner.
    Start,
    /// Asking for the token.
    Ask,
    /// Registering it.
    Register,
    /// Forgetting the token.
    Forget,
    /// Whether GitLab knows it.
    Verify,
    /// What it says.
    Logs,
}

/// A command and what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it is for.
    pub purpose: Purpose,
    /// The command.
    pub command: Command,
}

/// The commands for the wishes; none where one of them can't be.
pub fn commands(setup: &Setup, way: Way) -> Vec<Step> {
    if !setup.faults().is_empty() {
        return Vec::new();
    }
    let mut steps = Vec::new();
    let mut step = |purpose, command| steps.push(Step { purpose, command });
    match (setup.storage, way) {
        (Storage::Volume, Way::Docker) => {
            step(Purpose::Storage, Command::new("docker volume create").also(&setup.volume))
        }
        // Compose makes its volume itself.
        (Storage::Volume, Way::Compose) => {}
        (Storage::Folder, _) => step(Purpose::Storage, Command::new("mkdir -p").also(&setup.folder)),
    }
    step(Purpose::Start, start(setup, way));
    if setup.asks() {
        step(Purpose::Ask, ask());
    }
    step(Purpose::Register, register(setup, way));
    if setup.asks() {
        step(Purpose::Forget, Command::new("unset RUNNER_TOKEN"));
    }
    let inside = match way {
        Way::Docker => Command::new("docker exec").also(&setup.container),
        Way::Compose => Command::new("docker compose exec").also(&setup.container),
    };
    step(Purpose::Verify, inside.also("gitlab-runner").also("verify"));
    let logs = match way {
        Way::Docker => Command::new("docker logs --tail 50"),
        Way::Compose => Command::new("docker compose logs --tail 50"),
    };
    step(Purpose::Logs, logs.also(&setup.container));
    steps
}

impl Command {
    /// One word more on the last line.
    fn also(mut self, word: impl Into<String>) -> Self {
        if let Some(line) = self.lines.last_mut() {
            line.push(Word::Value(word.into()));
        }
        self
    }
}

fn mount(setup: &Setup) -> String {
    format!("{}:/etc/gitlab-runner", setup.source())
}

fn start(setup: &Setup, way: Way) -> Command {
    match way {
        Way::Docker => Command::new("docker run -d")
            .line(["--name", &setup.container])
            .line(["--restart", setup.restart.name()])
            .line(["-v", &format!("{SOCKET}:{SOCKET}")])
            .line(["-v", &mount(setup)])
            .line([setup.runner_image()]),
        Way::Compose => Command::new("docker compose up -d"),
    }
}

/// The token is typed, or pasted, without being shown; it gets into no history and no file. In words that every POSIX shell knows.
fn ask() -> Command {
    let script = "printf 'Token: '; stty -echo; read -r RUNNER_TOKEN; stty echo; echo";
    Command::default().words(vec![Word::Shell(script)])
}

fn register(setup: &Setup, way: Way) -> Command {
    let start = match way {
        Way::Docker => Command::new("docker run --rm -it")
            .line(["-v", &mount(setup)])
            .line([setup.runner_image()])
            .also("register"),
        Way::Compose => Command::new("docker compose run --rm").also(&setup.container).also("register"),
    };
    let token = match setup.asks() {
        true => Word::Shell("\"$RUNNER_TOKEN\""),
        false => Word::Secret(setup.token.clone()),
    };
    let option = match setup.token_kind {
        TokenKind::Authentication => "--token",
        TokenKind::Registration => "--registration-token",
    };
    let mut command = start
        .line(["--non-interactive"])
        .line(["--url", &setup.url])
        .words(vec![Word::Value(option.to_owned()), token])
        .line(["--description", &setup.name])
        .line(["--executor", "docker"])
        .line(["--docker-image", &setup.image]);
    if setup.privileged {
        command = command.line(["--docker-privileged"]);
    }
    for volume in setup.all_volumes() {
        command = command.line(["--docker-volumes", &volume]);
    }
    // With an authentication token GitLab Runner refuses these (`register`: "Runner configuration other than name and
    // executor configuration is reserved").
    if setup.token_kind == TokenKind::Registration {
        if !setup.tags.is_empty() {
            command = command.line(["--tag-list", &setup.tags.join(",")]);
        }
        command = command.line([format!("--run-untagged={}", setup.run_untagged || setup.tags.is_empty())]);
        command = command
            .line([format!("--access-level={}", if setup.protected { "ref_protected" } else { "not_protected" })]);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(setup: &Setup, way: Way, purpose: Purpose) -> String {
        let steps = commands(setup, way);
        steps.iter().find(|step| step.purpose == purpose).map(|step| step.command.text(true)).unwrap_or_default()
    }

    fn with_token() -> Setup {
        Setup { token: "glrt-abc".to_owned(), ..Setup::default() }
    }

    #[test]
    fn the_usual_commands() {
        let setup = with_token();
        assert_eq!(text(&setup, Way::Docker, Purpose::Storage), "docker volume create gitlab-runner-config");
        assert_eq!(
            text(&setup, Way::Docker, Purpose::Start),
            "docker run -d \\\n  --name gitlab-runner \\\n  --restart always \\\n  -v /var/run/docker.sock:/var/run/docker.sock \\\n  -v gitlab-runner-config:/etc/gitlab-runner \\\n  gitlab/gitlab-runner:latest"
        );
        assert_eq!(
            text(&setup, Way::Docker, Purpose::Register),
            "docker run --rm -it \\\n  -v gitlab-runner-config:/etc/gitlab-runner \\\n  gitlab/gitlab-runner:latest register \\\n  --non-interactive \\\n  --url https://gitlab.com \\\n  --token glrt-abc \\\n  --description docker-runner \\\n  --executor docker \\\n  --docker-image docker:latest \\\n  --docker-privileged \\\n  --docker-volumes /cache \\\n  --docker-volumes /var/run/docker.sock:/var/run/docker.sock"
        );
        assert_eq!(text(&setup, Way::Docker, Purpose::Verify), "docker exec gitlab-runner gitlab-runner verify");
        assert_eq!(text(&setup, Way::Compose, Purpose::Logs), "docker compose logs --tail 50 gitlab-runner");
    }

    #[test]
    fn options_that_gitlab_keeps_go_with_the_old_token_only() {
        let reserved = ["--tag-list", "--run-untagged", "--access-level", "--locked", "--registration-token"];
        let tags = vec!["a".to_owned(), "b".to_owned()];
        let new = Setup { tags: tags.clone(), protected: true, ..with_token() };
        let register = text(&new, Way::Docker, Purpose::Register);
        assert!(reserved.iter().all(|option| !register.contains(option)));
        let old = Setup { token: "x".to_owned(), token_kind: TokenKind::Registration, ..new };
        let register = text(&old, Way::Docker, Purpose::Register);
        for option in
            ["--registration-token x", "--tag-list a,b", "--run-untagged=true", "--access-level=ref_protected"]
        {
            assert!(register.contains(option), "{option}");
        }
        // A runner without tags that takes no untagged jobs takes none, and GitLab refuses it.
        let none = Setup { tags: Vec::new(), run_untagged: false, ..old };
        assert!(text(&none, Way::Docker, Purpose::Register).contains("--run-untagged=true"));
    }

    #[test]
    fn a_token_that_is_asked_for_stands_in_no_command() {
        let setup = Setup { ask: true, ..with_token() };
        for way in [Way::Docker, Way::Compose] {
            let all: String = commands(&setup, way).iter().map(|step| step.command.text(true)).collect();
            assert!(!all.contains("glrt-abc") && all.contains("--token \"$RUNNER_TOKEN\"") && all.contains("read -r"));
        }
    }

    #[test]
    fn a_token_is_masked_unless_it_is_asked_for() {
        let steps = commands(&with_token(), Way::Docker);
        assert!(steps.iter().all(|step| !step.command.text(false).contains("glrt-abc")));
        assert!(steps.iter().any(|step| step.command.text(true).contains("glrt-abc")));
    }

    #[test]
    fn faults_leave_no_command() {
        assert_eq!(commands(&Setup { url: String::new(), ..Setup::default() }, Way::Docker), []);
    }

    /// What `docker` is given when a shell runs the command.
    fn run(command: &str) -> Vec<String> {
        let script = format!("docker() {{ for word do printf '%s\\0' \"$word\"; done; }}\n{command}\n");
        let output = std::process::Command::new("sh").arg("-c").arg(script).output().expect("there is a shell");
        String::from_utf8(output.stdout).expect("text").split_terminator('\0').map(str::to_owned).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn docker_is_given_the_values_as_they_were_entered(
            name in "[ -~é]{1,12}", image in "[!-~]{1,12}", volume in "[ -~]{1,12}", token in "[!-~]{1,12}",
            folder in "/[ -9;-~]{0,12}",
        ) {
            let setup = Setup {
                name: name.clone(), image: image.clone(), volumes: vec![volume.clone()], token: format!("t{token}"),
                storage: Storage::Folder, folder: folder.clone(), ..Setup::default()
            };
            for way in [Way::Docker, Way::Compose] {
                let words = run(&text(&setup, way, Purpose::Register));
                let value = |option: &str| words.iter().position(|w| w == option).and_then(|at| words.get(at + 1)).cloned();
                prop_assert_eq!(value("--description"), Some(name.clone()));
                prop_assert_eq!(value("--docker-image"), Some(image.clone()));
                prop_assert_eq!(value("--docker-volumes"), Some(volume.clone()));
                prop_assert_eq!(value("--token"), Some(format!("t{token}")));
            }
            let words = run(&text(&setup, Way::Docker, Purpose::Start));
            let mounted = format!("{folder}:/etc/gitlab-runner");
            prop_assert!(words.contains(&mounted));
        }
    }
}
