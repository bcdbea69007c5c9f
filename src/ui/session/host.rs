//! The page that this one is embedded in: its requests, and what it is told. docs/embedding.md is the protocol.
//!
//! An embedded page keeps nothing and opens nothing by itself: text comes from the page around and goes back there. In
//! read-only mode no message that could change anything passes [`Session::passes`].

use super::files::{Opened, State};
use super::{preferences, Ask, Session, Theme};
use crate::editor::Editor;
use crate::ui::browser::port::{self, Letter, Value};
use crate::ui::browser::{drafts, page};
use crate::ui::dispatch::{Msg, Shortcut};
use crate::ui::embed::{Options, View};
use crate::ui::i18n::{I18n, Language};
use crate::view::problems::Severity;

/// Milliseconds from a change to telling of it, at least and at most: runs of typing are told once.
const WAIT: (u32, u32) = (60, 200);

/// The page around.
#[derive(Debug)]
pub(super) struct Host {
    /// What it asks for.
    pub options: Options,
    /// The state of the text that it knows: the one that it loaded, or was told last.
    known: Option<State>,
    /// The state whose validity it was told.
    judged: Option<State>,
    waiting: bool,
}

impl Host {
    pub(super) fn of_address() -> Option<Self> {
        let options = Options::read(&port::query())?;
        Some(Self { options, known: None, judged: None, waiting: false })
    }

    /// Whether nothing may be changed.
    pub(super) fn read_only(&self) -> bool {
        self.options.read_only
    }

    fn post(&self, kind: &str, to: Option<&Letter>, parts: &[(&'static str, Value)]) {
        if let Some(origin) = &self.options.origin {
            port::post(origin, kind, to, parts);
        }
    }
}

impl Session {
    /// Starts to hear the page around, and tells it so.
    pub(super) fn greet(&self) {
        let Some(host) = &self.host else { return };
        if let Some(origin) = &host.options.origin {
            let dispatch = self.dispatch.clone();
            port::open(origin, move |letter| dispatch.send(Msg::Request(letter)));
        }
        host.post("ready", None, &[("readonly", Value::Flag(host.read_only()))]);
    }

    /// Whether the page around has said that nothing may be changed.
    pub(super) fn read_only(&self) -> bool {
        self.host.as_ref().is_some_and(Host::read_only)
    }

    /// Whether what is asked for may be done: an embedded page opens and keeps no files, a read-only one changes nothing.
    pub(super) fn passes(&self, msg: &Msg) -> bool {
        let Some(host) = &self.host else { return true };
        let files = matches!(
            msg,
            Msg::Pick
                | Msg::OpenFile(_)
                | Msg::OpenText(_)
                | Msg::Start(_)
                | Msg::DragOver(_)
                | Msg::FindDrafts
                | Msg::ContinueDraft(_)
                | Msg::CopyDraft(_)
                | Msg::OpenRecent(_)
                | Msg::SaveAs
                | Msg::Front
                | Msg::Look(_)
                | Msg::Runners(_)
                | Msg::Ask(Ask::New | Ask::Runner(_) | Ask::SetUpRunner | Ask::ConfigChanges(_))
                | Msg::Key(Shortcut::Open)
        );
        let changes = matches!(
            msg,
            Msg::Run(_)
                | Msg::Try(..)
                | Msg::Insert(..)
                | Msg::Undo
                | Msg::Redo
                | Msg::GoToStep(_)
                | Msg::Revert(_)
                | Msg::Merge
                | Msg::TakeMerge(_)
                | Msg::Typed(_)
                | Msg::Duplicate(_)
                | Msg::GiveTo(..)
                | Msg::ToastAction(_)
                | Msg::Refused(_)
                | Msg::Save
                | Msg::Download
                | Msg::SetCheck(..)
                | Msg::Key(Shortcut::Undo | Shortcut::Redo | Shortcut::Save | Shortcut::Export)
        );
        let asks = matches!(msg, Msg::Ask(ask) if *ask != Ask::Shortcuts);
        !files && !(host.read_only() && (changes || asks))
    }

    /// After anything happened: the page around is told of a change, of many in one.
    pub(super) fn mind_host(&mut self) {
        let now = self.state();
        let Some(host) = self.host.as_mut().filter(|host| host.judged != now && !host.waiting) else { return };
        host.waiting = true;
        let dispatch = self.dispatch.clone();
        drafts::when_idle(WAIT.0, WAIT.1, move || dispatch.send(Msg::TellHost));
    }

    pub(super) fn tell_host(&mut self) {
        let state = self.state();
        let (problems, text) = (self.validity(), self.text_parts());
        let Some(host) = &mut self.host else { return };
        host.waiting = false;
        // What it loaded itself is no change, but its validity is news.
        if host.known != state {
            host.post("change", None, &text);
        }
        (host.known, host.judged) = (state, state);
        host.post("validate", None, &problems);
    }

    /// Hands the text to the page around, to be saved or as an export.
    pub(super) fn hand_to_host(&self, kind: &'static str) {
        if let Some(host) = &self.host {
            host.post(kind, None, &self.text_parts());
        }
    }

    pub(super) fn answer(&mut self, letter: &Letter) {
        let answer = match letter.kind.as_str() {
            "load" => self.load(letter),
            "get" => Ok(self.text_parts()),
            "validate" => Ok(self.validity()),
            "export" => self.export_as(letter.text("format").as_deref()),
            "set" => {
                self.set(letter);
                Ok(Vec::new())
            }
            "saved" => {
                let text = self.editor.as_ref().map(|editor| editor.text().to_owned());
                if let (Some(editor), Some(text)) = (&mut self.editor, letter.text("text").or(text)) {
                    editor.saved(&text);
                }
                Ok(Vec::new())
            }
            _ => Err(("type", format!("there is no request {:?}", letter.kind))),
        };
        let Some(host) = &self.host else { return };
        match answer {
            Ok(parts) => host.post("result", Some(letter), &parts),
            Err((code, message)) => {
                let parts = [("code", Value::Text(code.to_owned())), ("message", Value::Text(message))];
                host.post("error", Some(letter), &parts);
            }
        }
    }

    fn load(&mut self, letter: &Letter) -> Result<Vec<(&'static str, Value)>, (&'static str, String)> {
        let text = letter.text("text").ok_or_else(|| ("text", "load wants a text".to_owned()))?;
        let name = letter.text("name").unwrap_or_else(|| ".gitlab-ci.yml".to_owned());
        let editor = Editor::open(name, text.as_bytes()).map_err(|error| ("text", error.to_string()))?;
        self.ask = None;
        self.pending = None;
        self.show(Opened::new(editor));
        self.show_view();
        let loaded = self.state();
        if let Some(host) = &mut self.host {
            host.known = loaded;
        }
        Ok(Vec::new())
    }

    fn export_as(&self, format: Option<&str>) -> Result<Vec<(&'static str, Value)>, (&'static str, String)> {
        let text = |text: Option<String>| vec![("text", Value::Text(text.unwrap_or_default()))];
        match format {
            None | Some("yaml") => Ok(self.text_parts()),
            Some("svg") => Ok(text(self.drawing())),
            Some("mermaid") => Ok(text(self.diagram())),
            Some(other) => Err(("format", format!("there is no format {other:?}"))),
        }
    }

    fn set(&mut self, letter: &Letter) {
        let (theme, language, view, read_only) =
            (letter.text("theme"), letter.text("language"), letter.text("view"), letter.flag("readonly"));
        if let Some(theme) = theme.as_deref().and_then(Theme::named) {
            self.theme = theme;
            theme.show();
        }
        if let Some(language) = language.as_deref().and_then(Language::of_code) {
            self.i18n = I18n::new(language);
            page::set_language(language.code());
        }
        if let Some(host) = &mut self.host {
            host.options.read_only = read_only.unwrap_or(host.options.read_only);
            host.options.view = view.as_deref().and_then(View::named).unwrap_or(host.options.view);
        }
        if view.is_some() {
            self.show_view();
        }
        if self.read_only() {
            self.ask = None;
        }
    }

    /// Shows what the page around wants shown.
    pub(super) fn show_view(&mut self) {
        let Some(host) = &self.host else { return };
        self.source_open = host.options.view != View::Board;
        self.pane = preferences::pane_of(host.options.view);
    }

    fn text_parts(&self) -> Vec<(&'static str, Value)> {
        let Some(editor) = &self.editor else { return Vec::new() };
        vec![
            ("name", Value::Text(editor.name().to_owned())),
            ("text", Value::Text(editor.text().to_owned())),
            ("changed", Value::Flag(editor.is_changed())),
        ]
    }

    /// Whether the text is valid, and its problems with line and column from 1.
    fn validity(&self) -> Vec<(&'static str, Value)> {
        let problems = &self.derived.problems;
        let problem = |problem: &crate::view::problems::Problem| {
            let severity = match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Hint => "hint",
            };
            let mut parts = vec![
                ("severity", Value::Text(severity.to_owned())),
                ("message", Value::Text(problem.message.clone())),
                ("line", Value::Number(problem.position.line as usize)),
                ("column", Value::Number(problem.position.column as usize)),
            ];
            parts.extend(problem.rule().map(|rule| ("rule", Value::Text(rule.to_owned()))));
            parts.extend(problem.job.clone().map(|job| ("job", Value::Text(job))));
            Value::Object(parts)
        };
        vec![
            ("valid", Value::Flag(self.editor.is_some() && problems.is_valid())),
            ("errors", Value::Number(problems.errors)),
            ("warnings", Value::Number(problems.warnings)),
            ("problems", Value::List(problems.list.iter().map(problem).collect())),
        ]
    }
}
