//! A command whose failure nobody sees.

use crate::lint::advice::Holder;
use crate::lint::fix::{use_text, Fix, Site};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::yaml::{Kind, NodeRef};

/// The rule.
pub static RULE: Rule = Rule {
    code: "silent-failure",
    severity: Severity::Warning,
    summary: "A command may fail and the job goes on as if nothing had happened.",
    help: "Let the command fail the job; allow_failure marks jobs that may fail, in sight of everybody.",
    source: "doc/ci/yaml (script): a command that fails ends the job",
    fix: Some(fix),
    on: true,
    bad: "test:\n  script:\n    - make test || true\n",
    good: "test:\n  allow_failure: true\n  script:\n    - make test\n",
};

/// Commands that clean up, or ask something: that they fail is no failure.
const MAY_FAIL: &[&str] = &[
    "rm",
    "rmdir",
    "mkdir",
    "kill",
    "pkill",
    "killall",
    "docker",
    "podman",
    "grep",
    "egrep",
    "test",
    "[",
    "[[",
    "ls",
    "cat",
    "cp",
    "mv",
    "which",
    "command",
    "diff",
    "umount",
    "umask",
    "systemctl",
    "service",
    "id",
    "type",
    "find",
    "helm",
    "kubectl",
    "git",
    "apt-get",
    "true",
    "wait",
    "ccache",
    "sccache",
    "df",
    "ps",
    "echo",
    "read",
    "chmod",
    "chown",
    "ln",
    "touch",
    "sleep",
    "unset",
    "deactivate",
    "useradd",
    "groupadd",
    "usermod",
    "modprobe",
    "sysctl",
];

/// Each such command of the scripts; after_script has no say over the job anyway.
pub fn check(holder: &Holder<'_>, found: &mut Vec<Diagnostic>) {
    if holder.is_workflow() {
        return;
    }
    for script in ["script", "before_script"].into_iter().filter_map(|keyword| holder.node.get(keyword)) {
        let items = script.items();
        let alone = (script.kind() == Kind::Scalar).then_some(script);
        for command in alone.into_iter().chain(items).filter(|node| node.kind() == Kind::Scalar) {
            if let Some(line) = command.value().lines().find(|line| fails_silently(line)) {
                let message = format!("the job goes on if this fails: {}", shown(line));
                found.push(holder.finding(&RULE, message, command));
            }
        }
    }
}

fn shown(line: &str) -> String {
    let line = line.trim();
    match line.char_indices().nth(80) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_owned(),
    }
}

fn fails_silently(line: &str) -> bool {
    let line = line.trim();
    if line == "set +e" {
        return true;
    }
    let Some(command) = silenced(line) else { return false };
    // What the command is that may fail: behind && and ; and sudo.
    let command = command.replace("&>", ">").replace(">&", ">");
    let last = command.rsplit(['&', ';', '|', '(']).next().unwrap_or(&command).trim();
    let mut words =
        last.split_whitespace().skip_while(|word| matches!(*word, "sudo" | "-" | "!") || word.contains('='));
    let name = words.next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    !name.is_empty() && !MAY_FAIL.contains(&name)
}

/// The command before `|| true`.
fn silenced(line: &str) -> Option<&str> {
    let command = line.strip_suffix("|| true").or_else(|| line.strip_suffix("|| :"))?.trim_end();
    (!command.is_empty()).then_some(command)
}

/// The command without what silences it, where it is the only one.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let command: NodeRef<'_> = site.node().filter(|node| node.kind() == Kind::Scalar)?;
    let line = command.value();
    (!line.contains('\n')).then(|| silenced(line.trim()))?.map(|kept| use_text(command, kept))
}
