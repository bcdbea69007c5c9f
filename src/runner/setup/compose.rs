//! The file of Docker Compose.

use super::wish::{Setup, Storage, SOCKET};

/// `compose.yaml` for the wishes. It holds no token: registering writes it into the volume or folder.
pub fn compose_file(setup: &Setup) -> String {
    let service = value(&setup.container);
    let mut text = format!(
        "services:\n  {service}:\n    image: {}\n    container_name: {}\n    restart: {}\n    volumes:\n      - {}\n      - {}\n",
        value(&setup.runner_image()),
        value(&setup.container),
        value(setup.restart.name()),
        value(&format!("{}:/etc/gitlab-runner", setup.source())),
        value(&format!("{SOCKET}:{SOCKET}")),
    );
    if setup.storage == Storage::Volume {
        // With its own name: without it Compose would put the folder's name before it.
        let volume = value(&setup.volume);
        text.push_str(&format!("\nvolumes:\n  {volume}:\n    name: {volume}\n"));
    }
    text
}

/// Words that YAML takes for something else than a string.
const WORDS: &[&str] = &["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

/// A YAML string. Compose would take `$` for a variable.
fn value(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_./-:".contains(c);
    let is_word = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') && text.chars().all(is_plain);
    let is_truth = WORDS.contains(&text.to_ascii_lowercase().as_str());
    if is_word && !is_truth && !text.ends_with(':') {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', "''").replace('$', "$$"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::setup::Restart;
    use proptest::prelude::*;

    fn read(setup: &Setup) -> serde_yaml::Value {
        serde_yaml::from_str(&compose_file(setup)).expect("YAML")
    }

    #[test]
    fn the_usual_file() {
        assert_eq!(
            compose_file(&Setup::default()),
            "services:\n  gitlab-runner:\n    image: gitlab/gitlab-runner:latest\n    container_name: gitlab-runner\n    restart: always\n    volumes:\n      - gitlab-runner-config:/etc/gitlab-runner\n      - /var/run/docker.sock:/var/run/docker.sock\n\nvolumes:\n  gitlab-runner-config:\n    name: gitlab-runner-config\n"
        );
        let no = Setup { restart: Restart::No, ..Setup::default() };
        assert_eq!(read(&no)["services"]["gitlab-runner"]["restart"], serde_yaml::Value::from("no"));
    }

    proptest! {
        #[test]
        fn a_folder_is_read_as_it_was_entered(folder in "/[ -9;-~é]{0,12}") {
            let setup = Setup { storage: Storage::Folder, folder: folder.clone(), ..Setup::default() };
            prop_assert_eq!(setup.faults(), []);
            let file = read(&setup);
            let mounted = file["services"]["gitlab-runner"]["volumes"][0].as_str().unwrap_or_default().replace("$$", "$");
            prop_assert_eq!(mounted, format!("{folder}:/etc/gitlab-runner"));
        }
    }
}
