//! The text pane: the file's text, live both ways.
//!
//! It holds the document that its editor shows. What is typed becomes a change of that document; what the page changes
//! comes as the next document, and the editor is brought there by the change itself, so that the caret stays.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::assist;
use super::editor_js::{Finding, Options, Severity, SourceChange, SourceEditor};
use super::shown::Shown;
use super::step::{from_editor, to_editor, TextStep};
use super::words::phrases;
use crate::text::{LineIndex, Span, Transaction};
use crate::ui::dispatch::{Dispatch, Msg};
use crate::ui::i18n::{t, I18n};
use crate::ui::session::Reveal;
use crate::ui::widget::Button;
use crate::view::problems::{Problems, Severity as Grave};
use crate::view::Snapshot;
use crate::yaml::Document;

/// What the pane shows.
#[derive(Properties, PartialEq)]
pub(crate) struct SourcePaneProps {
    /// The text as it stands.
    pub document: Snapshot,
    /// The change that led there, if the page made it.
    pub step: Option<TextStep>,
    /// What is wrong with it.
    pub problems: Problems,
    /// The place of what is selected.
    pub mark: Option<Span>,
    /// A place to show.
    pub reveal: Option<Reveal>,
    /// Whether the person may look only.
    pub read_only: bool,
    /// The words.
    pub i18n: I18n,
    /// The way to ask.
    pub dispatch: Dispatch,
}

/// What happens to the pane.
pub(crate) enum PaneMsg {
    /// The editor is there, or why not.
    Loaded(Result<SourceEditor, ()>),
    /// Try again.
    Load,
    /// Typed.
    Changed(Vec<SourceChange>),
    /// The caret moved.
    Moved(u32),
}

/// The pane.
pub(crate) struct SourcePane {
    host: NodeRef,
    editor: Option<SourceEditor>,
    failed: bool,
    /// What the editor shows; shared with the editor's questions.
    shown: Rc<RefCell<Shown>>,
}

impl Component for SourcePane {
    type Message = PaneMsg;
    type Properties = SourcePaneProps;

    fn create(ctx: &Context<Self>) -> Self {
        let SourcePaneProps { document, i18n, .. } = ctx.props();
        let shown = Shown { known: document.document().clone(), typed: None, i18n: i18n.clone() };
        Self { host: NodeRef::default(), editor: None, failed: false, shown: Rc::new(RefCell::new(shown)) }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.load(ctx);
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: PaneMsg) -> bool {
        match msg {
            PaneMsg::Load => {
                self.failed = false;
                self.load(ctx);
                true
            }
            PaneMsg::Loaded(Ok(editor)) => {
                self.editor = Some(editor);
                let props = ctx.props();
                self.follow(props.document.document(), None);
                self.show_findings(props);
                self.show_mark(props);
                if let Some(reveal) = props.reveal {
                    self.show(reveal);
                }
                true
            }
            PaneMsg::Loaded(Err(())) => {
                self.failed = true;
                true
            }
            PaneMsg::Changed(changes) => {
                self.take(ctx, &changes);
                false
            }
            PaneMsg::Moved(at) => {
                let caret = {
                    let shown = self.shown.borrow();
                    let (text, lines) = shown.text();
                    lines.byte_of_utf16(text, at)
                };
                ctx.props().dispatch.send(Msg::Caret(caret));
                false
            }
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &SourcePaneProps) -> bool {
        let props = ctx.props();
        if props.document != old.document {
            self.follow(props.document.document(), props.step.as_ref());
        }
        if props.problems != old.problems || props.document != old.document {
            self.show_findings(props);
        }
        if props.mark != old.mark || props.document != old.document {
            self.show_mark(props);
        }
        if let Some(reveal) = props.reveal.filter(|reveal| Some(*reveal) != old.reveal) {
            self.show(reveal);
        }
        if let Some(editor) = self.editor.as_ref().filter(|_| props.read_only != old.read_only) {
            editor.set_read_only(props.read_only);
        }
        if props.i18n != old.i18n {
            self.shown.borrow_mut().i18n = props.i18n.clone();
            if let Some(editor) = &self.editor {
                editor.set_phrases(&phrases(&props.i18n));
                editor.set_label(&t!(props.i18n, "source"));
            }
        }
        self.editor.is_none() || props.i18n != old.i18n
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let i18n = &ctx.props().i18n;
        html! {
            <>
                <div class="source-host" key="host" ref={self.host.clone()} />
                if self.failed {
                    <p key="failed" class="source-note" role="alert">
                        { t!(i18n, "source-failed") }
                        <Button onclick={ctx.link().callback(|_| PaneMsg::Load)}>{ t!(i18n, "try-again") }</Button>
                    </p>
                }
                if self.editor.is_none() {
                    <textarea key="waiting" class="source-waiting" readonly=true aria-label={t!(i18n, "source")}
                        value={beginning(ctx.props().document.text()).to_owned()} />
                }
            </>
        }
    }
}

/// Bytes of the text that are shown until the editor is there: several screens. A plain field takes seconds to lay out a
/// million lines.
const WAITING: usize = 20_000;

fn beginning(text: &str) -> &str {
    let end = (0..=WAITING.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or(0)]
}

impl SourcePane {
    fn load(&self, ctx: &Context<Self>) {
        let Some(host) = self.host.cast::<HtmlElement>() else { return };
        let (link, props) = (ctx.link(), ctx.props());
        let text = self.shown.borrow().known.text().to_owned();
        let options = Options {
            crlf: text.contains("\r\n"),
            text,
            read_only: props.read_only,
            label: t!(props.i18n, "source").to_string(),
            phrases: phrases(&props.i18n),
            on_change: link.callback(PaneMsg::Changed),
            on_undo: props.dispatch.always(Msg::Undo),
            on_redo: props.dispatch.always(Msg::Redo),
            on_select: link.callback(|(_, head)| PaneMsg::Moved(head)),
            on_focus: Callback::noop(),
            on_complete: self.question(assist::offer),
            on_hover: self.question(assist::help),
        };
        let link = link.clone();
        spawn_local(async move {
            let loaded = SourceEditor::load(&host, options).await.map_err(drop);
            link.send_message(PaneMsg::Loaded(loaded));
        });
    }

    /// A question of the editor, answered from what it shows.
    fn question<A: 'static>(&self, answer: fn(&Shown, u32) -> Option<A>) -> Callback<u32, Option<A>> {
        let shown = self.shown.clone();
        Callback::from(move |offset| answer(&shown.borrow(), offset))
    }

    /// Takes over what was typed.
    fn take(&mut self, ctx: &Context<Self>, changes: &[SourceChange]) {
        let taken = {
            let shown = self.shown.borrow();
            let (text, lines) = shown.text();
            from_editor(changes, text, lines).map(|transaction| (transaction.apply(text), transaction))
        };
        let Ok((text, transaction)) = taken else { return };
        let lines = LineIndex::new(&text);
        self.shown.borrow_mut().typed = Some((text, lines));
        ctx.props().dispatch.send(Msg::Typed(transaction));
    }

    /// Brings the editor to the page's document.
    fn follow(&mut self, wanted: &Rc<Document>, step: Option<&TextStep>) {
        let changes = {
            let shown = self.shown.borrow();
            let (text, lines) = shown.text();
            let exact = || step.filter(|_| shown.typed.is_none()).and_then(|step| step.changes(&shown.known, wanted));
            let least = || to_editor(&Transaction::between(text, wanted.text()), text, lines);
            (text != wanted.text()).then(|| exact().unwrap_or_else(least))
        };
        if let (Some(editor), Some(changes)) = (&self.editor, changes) {
            editor.apply(&changes);
        }
        let mut shown = self.shown.borrow_mut();
        shown.typed = None;
        shown.known = wanted.clone();
    }

    fn units(&self, span: Span) -> (u32, u32) {
        let known = self.shown.borrow().known.clone();
        let units = |offset: usize| known.lines().utf16(known.text(), offset);
        (units(span.from()), units(span.to()))
    }

    fn show(&self, reveal: Reveal) {
        if let Some(editor) = &self.editor {
            let (from, to) = self.units(reveal.span);
            editor.reveal(from, to, reveal.focus);
        }
    }

    fn show_mark(&self, props: &SourcePaneProps) {
        if let Some(editor) = &self.editor {
            editor.mark(props.mark.map(|span| self.units(span)));
        }
    }

    fn show_findings(&self, props: &SourcePaneProps) {
        let Some(editor) = &self.editor else { return };
        let findings: Vec<_> = props
            .problems
            .list
            .iter()
            .map(|problem| {
                let (from, to) = self.units(problem.span);
                let severity = match problem.severity {
                    Grave::Error => Severity::Error,
                    Grave::Warning => Severity::Warning,
                    Grave::Hint => Severity::Info,
                };
                Finding { from, to, severity, message: problem.message.clone() }
            })
            .collect();
        editor.set_findings(&findings);
    }
}
