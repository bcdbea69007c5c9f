//! The text pane's editor, which is JavaScript (js/source_editor.js): loading it, and its methods with Rust's types.
//!
//! It knows text, offsets and spans. All offsets are UTF-16 offsets in the text as the file holds it, with its line ends
//! and its byte order mark. What the page does to the text comes in by [`SourceEditor::apply`] and is not told back.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use yew::Callback;

use super::assist_js::{Help, Offer};

/// The words that CodeMirror shows or speaks by itself, in English. [`Options::phrases`] may translate each; `$` stands
/// for a number.
pub const PHRASES: &[&str] = &[
    "Completions",
    "Control character",
    "Diagnostics",
    "Find",
    "Fold line",
    "Folded lines",
    "Go to line",
    "No diagnostics",
    "Replace",
    "Selection deleted",
    "Unfold line",
    "Unfolded lines",
    "all",
    "by word",
    "close",
    "current match",
    "folded code",
    "go",
    "match case",
    "next",
    "on line",
    "previous",
    "regexp",
    "replace",
    "replace all",
    "replaced $ matches",
    "replaced match on line $",
    "to",
    "unfold",
];

/// A piece of the text replaced. In a list they are ascending, do not overlap, and count in the text before all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceChange {
    /// The first UTF-16 unit that goes.
    pub from: u32,
    /// The first one that stays.
    pub to: u32,
    /// What comes in its place.
    pub insert: String,
}

/// How bad a [`Finding`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The pipeline will not run.
    Error,
    /// It will run, but likely not as meant.
    Warning,
    /// Worth knowing.
    Info,
}

/// Something to underline, with a sign in the gutter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The first UTF-16 unit concerned.
    pub from: u32,
    /// The first one after it.
    pub to: u32,
    /// Decides the sign and the colour.
    pub severity: Severity,
    /// Shown beside the pointer, as text.
    pub message: String,
}

/// What a new editor shows, and who hears of what the person does in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The file's text.
    pub text: String,
    /// The person may look, search and copy only.
    pub read_only: bool,
    /// A line break that is typed or pasted is CR LF.
    pub crlf: bool,
    /// The name for screen readers.
    pub label: String,
    /// Translations of [`PHRASES`].
    pub phrases: Vec<(&'static str, String)>,
    /// The person changed the text.
    pub on_change: Callback<Vec<SourceChange>>,
    /// The person asked to undo; the editor has no history of its own.
    pub on_undo: Callback<()>,
    /// The person asked to redo.
    pub on_redo: Callback<()>,
    /// The person moved the caret or the selection: its start and end.
    pub on_select: Callback<(u32, u32)>,
    /// The editor got the focus.
    pub on_focus: Callback<()>,
    /// What can be written at an offset.
    pub on_complete: Callback<u32, Option<Offer>>,
    /// What the word at an offset means.
    pub on_hover: Callback<u32, Option<Help>>,
}

/// An editor in the page. It goes, with its listeners, when this value does.
pub struct SourceEditor {
    js: JsEditor,
    _listeners: Listeners,
}

/// What JavaScript may call for as long as the editor is there.
struct Listeners {
    change: Closure<dyn Fn(Array)>,
    undo: Closure<dyn Fn()>,
    redo: Closure<dyn Fn()>,
    select: Closure<dyn Fn(u32, u32)>,
    focus: Closure<dyn Fn()>,
    complete: Closure<dyn Fn(u32) -> JsValue>,
    hover: Closure<dyn Fn(u32) -> JsValue>,
}

impl SourceEditor {
    /// Loads the editor's module, once for all, and shows an editor in `parent`, whose height it fills.
    ///
    /// Fails with what the browser says where the module can't be fetched; trying again is sound.
    pub async fn load(parent: &web_sys::HtmlElement, options: Options) -> Result<Self, JsValue> {
        let module: JsModule = load_source_editor().await?.unchecked_into();
        let listeners = Listeners::new(&options);
        let js = module.create(parent, &js_options(&options, &listeners))?;
        Ok(Self { js, _listeners: listeners })
    }

    /// Edits from the page. Caret and scroll stay where they are in the text; `on_change` is not told.
    pub fn apply(&self, changes: &[SourceChange]) {
        self.js.apply(&changes.iter().map(js_change).collect());
    }

    /// Makes the text another by the least change, as [`apply`](Self::apply) would.
    pub fn set_text(&self, text: &str) {
        self.js.set_text(text);
    }

    /// Shows another file, from its start.
    pub fn open(&self, text: &str, crlf: bool) {
        self.js.open(text, crlf);
    }

    /// The text as it is now.
    pub fn text(&self) -> String {
        self.js.text()
    }

    /// Shows these findings and no others.
    pub fn set_findings(&self, findings: &[Finding]) {
        self.js.set_diagnostics(&findings.iter().map(js_finding).collect());
    }

    /// Selects a span and scrolls it into view, and takes the focus there if wanted.
    pub fn reveal(&self, from: u32, to: u32, focus: bool) {
        self.js.reveal(from, to, focus);
    }

    /// Puts a light band behind the lines of a span; `None` takes it away.
    pub fn mark(&self, span: Option<(u32, u32)>) {
        match span {
            Some((from, to)) => self.js.mark(from, to),
            None => self.js.clear_mark(),
        }
    }

    /// Whether the person may look only.
    pub fn set_read_only(&self, read_only: bool) {
        self.js.set_read_only(read_only);
    }

    /// Another language for [`PHRASES`].
    pub fn set_phrases(&self, phrases: &[(&'static str, String)]) {
        self.js.set_phrases(&js_phrases(phrases));
    }

    /// The name for screen readers.
    pub fn set_label(&self, label: &str) {
        self.js.set_label(label);
    }

    /// Puts the focus into the text.
    pub fn focus(&self) {
        self.js.focus();
    }
}

impl Drop for SourceEditor {
    fn drop(&mut self) {
        self.js.destroy();
    }
}

impl Listeners {
    fn new(options: &Options) -> Self {
        let Options { on_change, on_undo, on_redo, on_select, on_focus, on_complete, on_hover, .. } = options.clone();
        Self {
            change: Closure::new(move |changes: Array| {
                on_change.emit(changes.iter().map(|change| rust_change(change.unchecked_ref())).collect());
            }),
            undo: Closure::new(move || on_undo.emit(())),
            redo: Closure::new(move || on_redo.emit(())),
            select: Closure::new(move |from, to| on_select.emit((from, to))),
            focus: Closure::new(move || on_focus.emit(())),
            complete: Closure::new(move |at| on_complete.emit(at).map_or(JsValue::UNDEFINED, JsValue::from)),
            hover: Closure::new(move |at| on_hover.emit(at).map_or(JsValue::UNDEFINED, JsValue::from)),
        }
    }
}

fn rust_change(change: &JsSpan) -> SourceChange {
    SourceChange { from: change.from(), to: change.to(), insert: change.insert() }
}

fn js_change(change: &SourceChange) -> JsValue {
    object(&[("from", change.from.into()), ("to", change.to.into()), ("insert", change.insert.as_str().into())])
}

fn js_finding(finding: &Finding) -> JsValue {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    object(&[
        ("from", finding.from.into()),
        ("to", finding.to.into()),
        ("severity", severity.into()),
        ("message", finding.message.as_str().into()),
    ])
}

fn js_phrases(phrases: &[(&'static str, String)]) -> JsValue {
    let entries: Vec<_> = phrases.iter().map(|(english, word)| (*english, word.as_str().into())).collect();
    object(&entries)
}

fn js_options(options: &Options, listeners: &Listeners) -> JsValue {
    object(&[
        ("text", options.text.as_str().into()),
        ("readOnly", options.read_only.into()),
        ("crlf", options.crlf.into()),
        ("label", options.label.as_str().into()),
        ("phrases", js_phrases(&options.phrases)),
        ("onChange", listeners.change.as_ref().clone()),
        ("onUndo", listeners.undo.as_ref().clone()),
        ("onRedo", listeners.redo.as_ref().clone()),
        ("onSelect", listeners.select.as_ref().clone()),
        ("onFocus", listeners.focus.as_ref().clone()),
        ("onComplete", listeners.complete.as_ref().clone()),
        ("onHover", listeners.hover.as_ref().clone()),
    ])
}

/// A plain JavaScript object. Setting a property of one never fails.
pub(super) fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        let set = Reflect::set(&object, &(*name).into(), value);
        debug_assert!(set.is_ok());
    }
    object.into()
}

#[wasm_bindgen(module = "/src/ui/source/js/bridge.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = loadSourceEditor)]
    async fn load_source_editor() -> Result<JsValue, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// The module source_editor.js.
    type JsModule;

    #[wasm_bindgen(method, catch)]
    fn create(this: &JsModule, parent: &web_sys::HtmlElement, options: &JsValue) -> Result<JsEditor, JsValue>;

    /// Its class SourceEditor.
    type JsEditor;

    #[wasm_bindgen(method)]
    fn apply(this: &JsEditor, changes: &Array);
    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &JsEditor, text: &str);
    #[wasm_bindgen(method)]
    fn open(this: &JsEditor, text: &str, crlf: bool);
    #[wasm_bindgen(method)]
    fn text(this: &JsEditor) -> String;
    #[wasm_bindgen(method, js_name = setDiagnostics)]
    fn set_diagnostics(this: &JsEditor, findings: &Array);
    #[wasm_bindgen(method)]
    fn reveal(this: &JsEditor, from: u32, to: u32, focus: bool);
    #[wasm_bindgen(method)]
    fn mark(this: &JsEditor, from: u32, to: u32);
    #[wasm_bindgen(method, js_name = clearMark)]
    fn clear_mark(this: &JsEditor);
    #[wasm_bindgen(method, js_name = setReadOnly)]
    fn set_read_only(this: &JsEditor, read_only: bool);
    #[wasm_bindgen(method, js_name = setPhrases)]
    fn set_phrases(this: &JsEditor, phrases: &JsValue);
    #[wasm_bindgen(method, js_name = setLabel)]
    fn set_label(this: &JsEditor, label: &str);
    #[wasm_bindgen(method)]
    fn focus(this: &JsEditor);
    #[wasm_bindgen(method)]
    fn destroy(this: &JsEditor);

    /// A change as JavaScript tells it.
    type JsSpan;

    #[wasm_bindgen(method, getter)]
    fn from(this: &JsSpan) -> u32;
    #[wasm_bindgen(method, getter)]
    fn to(this: &JsSpan) -> u32;
    #[wasm_bindgen(method, getter)]
    fn insert(this: &JsSpan) -> String;
}
