//! Quoting for POSIX shells.

/// A word that a shell reads as `text`. Bare where it needs no quotes. A NUL, which no argument can hold, is left out.
pub fn quote(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_@+=:,./-".contains(c);
    // `=name` at the start of a word is a path in zsh.
    if !text.is_empty() && !text.starts_with('=') && text.chars().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\0', "").replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::process::Command;

    /// What `sh` makes of a line of words.
    pub(crate) fn words(line: &str) -> Vec<String> {
        let script = format!("each() {{ for word do printf '%s\\0' \"$word\"; done; }}\neach {line}\n");
        let output = Command::new("sh").arg("-c").arg(script).output().expect("there is a shell");
        let text = String::from_utf8(output.stdout).expect("words in, words out");
        text.split_terminator('\0').map(str::to_owned).collect()
    }

    #[test]
    fn plain_words_stay_bare() {
        assert_eq!(quote("gitlab/gitlab-runner:latest"), "gitlab/gitlab-runner:latest");
        assert_eq!(quote(""), "''");
        assert_eq!(quote("it's"), r"'it'\''s'");
        assert_eq!(quote("=ls"), "'=ls'");
        assert_eq!(quote("~"), "'~'");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn a_shell_reads_the_words_back(given in prop::collection::vec("[^\0]{0,12}", 1..12)) {
            let line: Vec<_> = given.iter().map(|word| quote(word)).collect();
            prop_assert_eq!(words(&line.join(" ")), given);
        }

        #[test]
        fn a_shell_reads_its_own_signs_back(given in prop::collection::vec("[-'\"$`\\\\!*?~#&;|<>(){}\\[\\]= \t\na]{0,8}", 1..12)) {
            let line: Vec<_> = given.iter().map(|word| quote(word)).collect();
            prop_assert_eq!(words(&line.join(" ")), given);
        }
    }
}
