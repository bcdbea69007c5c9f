//! What a job's commands use: variables and files. Read from their words, so a guess, and a careful one.

use foldhash::{HashSet, HashSetExt};

use super::shell::simple_commands;

/// The variables and files that commands mention.
#[derive(Debug, Default)]
pub struct Uses<'c> {
    /// Variables, as `$NAME` or `${NAME}`.
    pub variables: HashSet<&'c str>,
    /// Paths, and the folders that they are in.
    paths: HashSet<&'c str>,
}

/// What commands do with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FileUse {
    /// They need it to be there: they source it, hand it over as a file of variables, or print it.
    pub reads: bool,
    /// They make it themselves.
    pub writes: bool,
    /// They ask first whether it is there.
    pub asks: bool,
}

impl<'c> Uses<'c> {
    /// Reads commands.
    pub fn of(commands: &[&'c str]) -> Self {
        let mut uses = Self { variables: HashSet::new(), paths: HashSet::new() };
        for command in commands {
            uses.variables.extend(used(command));
            for path in paths(command) {
                uses.paths.insert(path);
                uses.paths.extend(folders(path));
            }
        }
        uses
    }

    /// Whether they mention a file, or something in a folder.
    pub fn mentions(&self, path: &str) -> bool {
        self.paths.contains(plain(path))
    }
}

impl FileUse {
    /// What the commands do with the file.
    pub fn of(commands: &[&str], file: &str) -> Self {
        let file = plain(file);
        let mut found = Self::default();
        for text in commands.iter().filter(|text| text.contains(file)) {
            found.look(text, file, 0);
        }
        found
    }

    /// Whether they can't do without it, and nothing says that it comes from the job itself.
    pub fn depends(self) -> bool {
        self.reads && !self.asks
    }

    fn look(&mut self, text: &str, file: &str, depth: usize) {
        for command in simple_commands(text) {
            let is_file = |word: &String| plain(word) == file;
            let words = &command.words;
            let handed = words.iter().any(|word| word.strip_prefix("--env-file=").map(plain) == Some(file));
            let after_flag = words.windows(2).any(|pair| pair[0] == "--env-file" && is_file(&pair[1]));
            let named = words.iter().any(is_file);
            // `if`, `then` and the like stand before the command.
            let does = |verbs: &[&str]| named && words.iter().any(|word| verbs.contains(&word.as_str()));
            let reads = handed || after_flag || command.inputs.iter().any(is_file) || does(&[".", "source", "cat"]);
            // What comes after the job made the file itself finds it.
            self.reads |= reads && !self.writes;
            self.writes |=
                command.outputs.iter().any(is_file) || does(&["touch", "cp", "mv", "curl", "wget", "Add-Content"]);
            self.asks |= does(&["-f", "-e", "-s", "-r"]);
            for inner in words.iter().filter(|word| depth < 3 && word.contains(file)) {
                if let Some((_, inner)) = inner.split_once("$(") {
                    self.look(inner, file, depth + 1);
                }
            }
        }
    }
}

/// A path as it is compared: without the folder of the project and a slash at its end.
pub(super) fn plain(path: &str) -> &str {
    let path =
        path.strip_prefix("$CI_PROJECT_DIR/").or_else(|| path.strip_prefix("${CI_PROJECT_DIR}/")).unwrap_or(path);
    path.trim_start_matches("./").trim_end_matches('/')
}

/// The words of a command that may be paths inside the project.
pub fn paths(command: &str) -> impl Iterator<Item = &str> {
    let of_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/');
    let words = command.split(move |c: char| !of_path(c));
    let paths = words.map(|word| plain(word.strip_prefix("CI_PROJECT_DIR/").unwrap_or(word)));
    paths.filter(|path| !path.is_empty() && !path.starts_with('/'))
}

/// The folders that a path is in.
pub fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// The names before an equals sign.
pub fn assigned(command: &str) -> impl Iterator<Item = &str> {
    let pieces = command.split(|c: char| c.is_whitespace() || "\"'`;(&|".contains(c));
    pieces.filter_map(|piece| piece.split_once('=').map(|(name, _)| name)).filter(|name| is_name(name))
}

/// The variables in a command.
pub fn used(command: &str) -> impl Iterator<Item = &str> {
    command.split('$').skip(1).filter_map(|rest| {
        let rest = rest.strip_prefix('{').unwrap_or(rest);
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        Some(&rest[..end]).filter(|name| is_name(name))
    })
}

/// Whether a text can be the name of a variable.
pub fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_their_folders_are_mentioned() {
        let uses = Uses::of(&["rsync ./dist/site/ $HOST:out", "cp $CI_PROJECT_DIR/a.txt --to=b.txt ${NAME}"]);
        for path in ["dist", "dist/", "dist/site", "a.txt", "b.txt", "out"] {
            assert!(uses.mentions(path), "{path}");
        }
        for path in ["site", "dist/si", "txt"] {
            assert!(!uses.mentions(path), "{path}");
        }
        assert!(uses.variables.contains("HOST") && uses.variables.contains("NAME"));
    }

    #[test]
    fn reading_a_file_is_told_from_naming_it() {
        let reads = |command: &str| FileUse::of(&[command], "a.env").depends();
        for command in [
            ". a.env",
            "source ./a.env",
            "set -a; . ./a.env; set +a",
            "docker run --env-file a.env x",
            "x --env-file=a.env",
            "cat a.env",
            "export $(cat a.env | xargs)",
            "export $(xargs < a.env)",
            "if true; then . a.env; fi",
        ] {
            assert!(reads(command), "{command}");
        }
        for command in
            ["rm a.env", "echo A=1 > a.env; . a.env", "test -f a.env && . a.env", "cat b.env", "touch a.env\n. a.env"]
        {
            assert!(!reads(command), "{command}");
        }
    }
}
