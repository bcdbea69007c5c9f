//! What is wrong with a `config.toml`, in the page's language.

use yew::prelude::*;

use crate::runner::config::{Problem, ProblemKind, Refusal, Severity, Wanted};
use crate::ui::i18n::{t, I18n};
use crate::ui::widget::{Button, Glyph, Icon};

/// A problem in its line of the list; `onfix` mends it.
pub(super) fn view_problem(
    i18n: &I18n,
    at: usize,
    line: usize,
    problem: &Problem,
    onfix: Callback<MouseEvent>,
) -> Html {
    let (kind, glyph, word) = match problem.severity {
        Severity::Error => ("error", Glyph::Error, t!(i18n, "config-error")),
        Severity::Warning => ("warning", Glyph::Warning, t!(i18n, "config-warning")),
        Severity::Note => ("note", Glyph::Info, t!(i18n, "config-note")),
    };
    html! {
        <li key={at} class="config-problem" data-severity={kind}>
            <Icon {glyph} />
            <p>
                <span class="visually-hidden">{ word }{ " " }</span>
                <span class="config-problem-line">{ t!(i18n, "config-line", line = line) }</span>{ " " }
                { problem_text(i18n, &problem.kind) }
            </p>
            if problem.fix.is_some() {
                <Button onclick={onfix} label={t!(i18n, "config-fix-named", line = line)}>{ t!(i18n, "config-fix") }</Button>
            }
        </li>
    }
}

fn problem_text(i18n: &I18n, kind: &ProblemKind) -> AttrValue {
    match kind {
        ProblemKind::Syntax(message) => t!(i18n, "config-syntax", message = message.as_str()),
        ProblemKind::UnknownKey(key, None) => t!(i18n, "config-unknown-key", key = key.as_str()),
        ProblemKind::UnknownKey(key, Some(near)) => {
            t!(i18n, "config-unknown-key-near", key = key.as_str(), near = *near)
        }
        ProblemKind::MisplacedKey(key, table) => t!(i18n, "config-misplaced-key", key = key.as_str(), table = *table),
        ProblemKind::KeptByGitlab(key) => t!(i18n, "config-kept-by-gitlab", key = key.as_str()),
        ProblemKind::WrongType(key, wanted) => {
            t!(i18n, "config-wrong-type", key = key.as_str(), wanted = wanted_text(i18n, *wanted).to_string())
        }
        ProblemKind::UnknownValue(key, value, known) => {
            t!(i18n, "config-unknown-value", key = key.as_str(), value = value.as_str(), known = known.join(", "))
        }
        ProblemKind::NoConcurrency => t!(i18n, "config-no-concurrency"),
        ProblemKind::NoExecutor => t!(i18n, "config-no-executor"),
        ProblemKind::NoToken => t!(i18n, "config-no-token"),
        ProblemKind::NoUrl => t!(i18n, "config-no-url"),
        ProblemKind::RegistrationToken => t!(i18n, "config-registration-token"),
        ProblemKind::NoImage => t!(i18n, "config-no-image"),
        ProblemKind::DindUnprivileged => t!(i18n, "config-dind"),
        ProblemKind::Privileged => t!(i18n, "config-privileged"),
        ProblemKind::SocketMounted => t!(i18n, "config-socket"),
        ProblemKind::SocketWithoutTarget => t!(i18n, "config-socket-alone"),
        ProblemKind::PlainHttp => t!(i18n, "config-plain-http"),
        ProblemKind::DaemonUnverified => t!(i18n, "config-unverified"),
    }
}

fn wanted_text(i18n: &I18n, wanted: Wanted) -> AttrValue {
    match wanted {
        Wanted::Text => t!(i18n, "wanted-text"),
        Wanted::Integer => t!(i18n, "wanted-integer"),
        Wanted::Number => t!(i18n, "wanted-number"),
        Wanted::Flag => t!(i18n, "wanted-flag"),
        Wanted::List => t!(i18n, "wanted-list"),
        Wanted::TextOrList => t!(i18n, "wanted-text-or-list"),
        Wanted::Numbers => t!(i18n, "wanted-numbers"),
        Wanted::Duration => t!(i18n, "wanted-duration"),
        Wanted::Date => t!(i18n, "wanted-date"),
        Wanted::Table => t!(i18n, "wanted-table"),
        Wanted::Tables => t!(i18n, "wanted-tables"),
    }
}

/// Why an edit was not made.
pub(crate) fn refusal_text(i18n: &I18n, refusal: Refusal) -> AttrValue {
    match refusal {
        Refusal::Broken => t!(i18n, "config-refused-broken"),
        Refusal::NotThere => t!(i18n, "config-refused-not-there"),
        Refusal::OtherForm => t!(i18n, "config-refused-form"),
        Refusal::TooLarge => t!(i18n, "config-refused-too-large"),
        Refusal::NotVerified => t!(i18n, "config-refused-not-verified"),
    }
}
