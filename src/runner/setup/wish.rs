//! What a person wants of a new runner, and what of it can't be.

/// Docker's socket.
pub const SOCKET: &str = "/var/run/docker.sock";

/// Which token registers the runner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TokenKind {
    /// `glrt-…`, of a runner that was made in GitLab before. Tags and the like are set there.
    #[default]
    Authentication,
    /// The older token of a project, a group or the instance: deprecated since GitLab 15.6.
    Registration,
}

/// When Docker starts the container again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Restart {
    /// `always`
    #[default]
    Always,
    /// `unless-stopped`
    UnlessStopped,
    /// `on-failure`
    OnFailure,
    /// `no`
    No,
}

impl Restart {
    /// All, the usual one first.
    pub const ALL: [Restart; 4] = [Restart::Always, Restart::UnlessStopped, Restart::OnFailure, Restart::No];

    /// As Docker names it.
    pub fn name(self) -> &'static str {
        match self {
            Restart::Always => "always",
            Restart::UnlessStopped => "unless-stopped",
            Restart::OnFailure => "on-failure",
            Restart::No => "no",
        }
    }
}

/// Where `config.toml` lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Storage {
    /// In a volume of Docker.
    #[default]
    Volume,
    /// In a folder of the machine.
    Folder,
}

/// The wishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setup {
    /// GitLab's address.
    pub url: String,
    /// Which token it is.
    pub token_kind: TokenKind,
    /// The token; empty if the commands ask for it.
    pub token: String,
    /// Whether the token stays out of the commands, which ask for it then.
    pub ask: bool,
    /// The runner's name: `--description`.
    pub name: String,
    /// The image of jobs that name none.
    pub image: String,
    /// Whether its containers are privileged.
    pub privileged: bool,
    /// Whether jobs get Docker's socket.
    pub socket: bool,
    /// Further volumes of its containers.
    pub volumes: Vec<String>,
    /// The tags, which go with a registration token only.
    pub tags: Vec<String>,
    /// Whether it takes jobs without tags; with a registration token only.
    pub run_untagged: bool,
    /// Whether it takes jobs of protected branches and tags only; with a registration token only.
    pub protected: bool,
    /// When Docker starts it again.
    pub restart: Restart,
    /// Where `config.toml` lies.
    pub storage: Storage,
    /// The volume's name.
    pub volume: String,
    /// The folder's path.
    pub folder: String,
    /// The name of the container, and of the service with Compose.
    pub container: String,
    /// The tag of the image `gitlab/gitlab-runner`.
    pub version: String,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            url: "https://gitlab.com".to_owned(),
            token_kind: TokenKind::default(),
            token: String::new(),
            ask: false,
            name: "docker-runner".to_owned(),
            image: "docker:latest".to_owned(),
            privileged: true,
            socket: true,
            volumes: vec!["/cache".to_owned()],
            tags: Vec::new(),
            run_untagged: true,
            protected: false,
            restart: Restart::default(),
            storage: Storage::default(),
            volume: "gitlab-runner-config".to_owned(),
            folder: "/srv/gitlab-runner/config".to_owned(),
            container: "gitlab-runner".to_owned(),
            version: "latest".to_owned(),
        }
    }
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// `url`
    Url,
    /// `token`
    Token,
    /// `name`
    Name,
    /// `image`
    Image,
    /// `volumes`
    Volumes,
    /// `tags`
    Tags,
    /// `volume`
    Volume,
    /// `folder`
    Folder,
    /// `container`
    Container,
    /// `version`
    Version,
}

/// Why a value can't be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is empty.
    Empty,
    /// It holds a line break or another control character.
    Control,
    /// It holds a blank.
    Blank,
    /// It does not begin with `http://` or `https://`.
    NoUrl,
    /// Not a name for Docker: letters, digits, `_`, `.` and `-`, and first a letter or digit.
    NoName,
    /// No absolute path, or one with a colon, which Docker would split.
    NoPath,
    /// A tag with a comma, which separates tags.
    Comma,
    /// An authentication token where a registration token is asked for.
    Authentication,
    /// A registration token where an authentication token is asked for.
    Registration,
}

impl Setup {
    /// The volumes of its containers, with the socket if they get it.
    pub fn all_volumes(&self) -> Vec<String> {
        let socket = self.socket.then(|| format!("{SOCKET}:{SOCKET}"));
        self.volumes.iter().filter(|volume| !volume.is_empty()).cloned().chain(socket).collect()
    }

    /// What is mounted at `/etc/gitlab-runner`.
    pub fn source(&self) -> &str {
        match self.storage {
            Storage::Volume => &self.volume,
            Storage::Folder => &self.folder,
        }
    }

    /// The image with its tag.
    pub fn runner_image(&self) -> String {
        format!("gitlab/gitlab-runner:{}", self.version)
    }

    /// Whether the commands ask for the token.
    pub fn asks(&self) -> bool {
        self.ask || self.token.is_empty()
    }

    /// The values that can't be, each with why. Commands are written only where there is none.
    pub fn faults(&self) -> Vec<(Field, Fault)> {
        let stored = match self.storage {
            Storage::Volume => (Field::Volume, named(&self.volume)),
            Storage::Folder => (Field::Folder, path(&self.folder)),
        };
        let url = one_line(&self.url).or_else(|| {
            let fits = ["https://", "http://"]
                .iter()
                .any(|scheme| self.url.len() > scheme.len() && self.url.starts_with(scheme));
            (!fits).then_some(Fault::NoUrl)
        });
        let token = control(&self.token).or(match self.token_kind {
            TokenKind::Authentication if self.token.starts_with("GR1348941") => Some(Fault::Registration),
            TokenKind::Registration if self.token.starts_with("glrt-") => Some(Fault::Authentication),
            _ => self.token.contains(char::is_whitespace).then_some(Fault::Blank),
        });
        let old = self.token_kind == TokenKind::Registration;
        let tag = |tag: &String| control(tag).or_else(|| tag.contains(',').then_some(Fault::Comma));
        [
            (Field::Url, url),
            (Field::Token, token),
            (Field::Name, control(&self.name).or_else(|| self.name.is_empty().then_some(Fault::Empty))),
            (Field::Image, one_line(&self.image)),
            (Field::Volumes, self.volumes.iter().find_map(|volume| control(volume))),
            (Field::Tags, self.tags.iter().filter(|_| old).find_map(tag)),
            stored,
            (Field::Container, named(&self.container)),
            (Field::Version, named(&self.version)),
        ]
        .into_iter()
        .filter_map(|(field, fault)| Some((field, fault?)))
        .collect()
    }
}

fn control(text: &str) -> Option<Fault> {
    text.chars().any(char::is_control).then_some(Fault::Control)
}

fn one_line(text: &str) -> Option<Fault> {
    match text {
        "" => Some(Fault::Empty),
        _ => control(text).or_else(|| text.contains(char::is_whitespace).then_some(Fault::Blank)),
    }
}

fn named(text: &str) -> Option<Fault> {
    let fits = text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "_.-".contains(c));
    match text {
        "" => Some(Fault::Empty),
        _ => (!fits).then_some(Fault::NoName),
    }
}

fn path(text: &str) -> Option<Fault> {
    match text {
        "" => Some(Fault::Empty),
        _ => control(text).or_else(|| (!text.starts_with('/') || text.contains(':')).then_some(Fault::NoPath)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_wishes_have_no_fault() {
        assert_eq!(Setup::default().faults(), []);
    }

    #[test]
    fn what_can_not_be_says_why() {
        let setup = Setup {
            url: "gitlab.com".to_owned(),
            token: "GR1348941abc".to_owned(),
            image: "a b".to_owned(),
            volumes: vec!["a\nb".to_owned()],
            volume: "-x".to_owned(),
            container: String::new(),
            ..Setup::default()
        };
        let faults = [
            (Field::Url, Fault::NoUrl),
            (Field::Token, Fault::Registration),
            (Field::Image, Fault::Blank),
            (Field::Volumes, Fault::Control),
            (Field::Volume, Fault::NoName),
            (Field::Container, Fault::Empty),
        ];
        assert_eq!(setup.faults(), faults);
    }

    #[test]
    fn tags_are_looked_at_with_the_old_token_only() {
        let tags = vec!["a,b".to_owned()];
        assert_eq!(Setup { tags: tags.clone(), ..Setup::default() }.faults(), []);
        let old = Setup { tags, token_kind: TokenKind::Registration, ..Setup::default() };
        assert_eq!(old.faults(), [(Field::Tags, Fault::Comma)]);
        let folder = Setup { storage: Storage::Folder, folder: "/a:b".to_owned(), ..Setup::default() };
        assert_eq!(folder.faults(), [(Field::Folder, Fault::NoPath)]);
    }
}
