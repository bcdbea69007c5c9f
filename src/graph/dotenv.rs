//! The variables of a dotenv report, read from the commands that write it where that is plain (doc/ci/variables/job_scripts.md,
//! "pass an environment variable to another job"; doc/ci/yaml/artifacts_reports.md, dotenv).

use super::facts::{Facts, Job};
use super::shell::{simple_commands, Simple};
use super::use_of::{is_name, plain};
use crate::resolve::Value;

/// A variable of a dotenv report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DotenvVariable {
    /// Its name.
    pub name: String,
    /// Its value as the command has it; it may hold other variables.
    pub value: String,
}

/// The files of a job's dotenv report.
pub fn dotenv_files<'c>(facts: &Facts<'c>, job: &Job<'c>) -> Vec<&'c str> {
    let artifacts = facts.given(job, "artifacts").and_then(Value::as_map);
    let reports = artifacts.and_then(|map| map.given("reports")).and_then(Value::as_map);
    match reports.and_then(|reports| reports.given("dotenv")) {
        Some(files) => {
            let listed = files.as_list().unwrap_or_default();
            files.as_text().into_iter().chain(listed.iter().filter_map(Value::as_text)).collect()
        }
        None => Vec::new(),
    }
}

/// The variables that a job's commands write into its dotenv report, each once: `echo "NAME=…" >> FILE`, `printf`, `tee`,
/// groups and here-documents, PowerShell's `Add-Content`.
pub fn dotenv_variables(facts: &Facts<'_>, job: &Job<'_>) -> Vec<DotenvVariable> {
    let files: Vec<&str> = dotenv_files(facts, job).into_iter().map(plain).collect();
    let mut found: Vec<DotenvVariable> = Vec::new();
    if files.is_empty() {
        return found;
    }
    for text in facts.commands(job) {
        if !files.iter().any(|file| text.contains(file)) {
            continue;
        }
        for command in simple_commands(text).iter().filter(|command| writes(command, &files)) {
            for variable in texts(command).iter().flat_map(|text| variables(text)) {
                match found.iter_mut().find(|known| known.name == variable.name) {
                    Some(known) => *known = variable,
                    None => found.push(variable),
                }
            }
        }
    }
    found
}

fn writes(command: &Simple, files: &[&str]) -> bool {
    let is_file = |path: &String| files.contains(&plain(path));
    let content = is_add_content(command) && command.words.iter().any(is_file);
    content || command.outputs.iter().any(is_file)
}

/// https://docs.gitlab.com/ci/environments/#set-a-dynamic-environment-url has it for Windows runners.
fn is_add_content(command: &Simple) -> bool {
    command.words.first().is_some_and(|word| word.eq_ignore_ascii_case("add-content"))
}

/// What a command prints, where it is a text.
fn texts(command: &Simple) -> Vec<String> {
    let mut texts: Vec<String> = command.here.iter().cloned().collect();
    let words = &command.words;
    if is_add_content(command) {
        let value = words.iter().position(|word| word.eq_ignore_ascii_case("-value"));
        texts.extend(value.and_then(|at| words.get(at + 1)).cloned());
        return texts;
    }
    let Some(at) = words.iter().position(|word| matches!(word.as_str(), "echo" | "printf" | "print")) else {
        return texts;
    };
    let is_flag = |word: &&String| word.starts_with('-') && !word.contains('=');
    let printed: Vec<&str> = words[at + 1..].iter().skip_while(is_flag).map(String::as_str).collect();
    texts.push(printed.join(" ").replace("\\n", "\n"));
    texts
}

/// The lines `NAME=value` of a text.
fn variables(text: &str) -> impl Iterator<Item = DotenvVariable> + '_ {
    text.lines().filter_map(|line| {
        let (name, value) = line.trim().split_once('=')?;
        let name = name.trim_end();
        is_name(name).then(|| DotenvVariable { name: name.to_owned(), value: value.trim().to_owned() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::of_file;
    use crate::yaml::Document;

    /// The variables that a script writes into `a.env`, as `NAME=value`.
    fn written(script: &str) -> Vec<String> {
        let script: String = script.lines().map(|line| format!("      {line}\n")).collect();
        let text = format!("m:\n  script:\n    - |\n{script}  artifacts:\n    reports:\n      dotenv: a.env\n");
        let effective = of_file(&Document::parse(text));
        let facts = Facts::of(effective.config.as_map().unwrap(), &Default::default());
        let found = dotenv_variables(&facts, &facts.jobs[0]);
        found.into_iter().map(|variable| format!("{}={}", variable.name, variable.value)).collect()
    }

    #[test]
    fn plain_writes_are_read() {
        assert_eq!(written("echo \"A=$B\" >> a.env\necho C=3 > ./a.env"), ["A=$B", "C=3"]);
        assert_eq!(written("printf 'A=%s\\nB=2\\n' \"$X\" >> $CI_PROJECT_DIR/a.env"), ["A=%s", "B=2"]);
        assert_eq!(written("echo A=1 | tee -a a.env"), ["A=1"]);
        assert_eq!(written("cat >> a.env <<-EOF\nA=1\n# no\nB=x y\nEOF"), ["A=1", "B=x y"]);
        assert_eq!(written("{\n  echo A=1\n  echo B=2\n} >> a.env"), ["A=1", "B=2"]);
        assert_eq!(written("Add-Content -Path a.env -Value \"A=$B\""), ["A=$B"]);
        assert_eq!(written("if true; then echo \"A=1\" >> a.env; fi"), ["A=1"]);
    }

    #[test]
    fn what_goes_elsewhere_is_not_in_the_report() {
        assert_eq!(written("B=1; echo A=1 > b.env; cat a.env"), [""; 0]);
        assert_eq!(written("TAG=x; echo \"A=$TAG\" >> a.env"), ["A=$TAG"]);
        assert_eq!(written("make report > a.env"), [""; 0]);
    }

    #[test]
    fn the_last_write_counts() {
        assert_eq!(written("echo A=1 > a.env\necho A=2 >> a.env"), ["A=2"]);
    }
}
