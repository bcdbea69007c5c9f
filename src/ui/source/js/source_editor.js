/*
 * The text pane's editor: CodeMirror behind a small face, bundled into a module of its own (tools/finish-page.mjs) that
 * the page loads after its first paint (bridge.js, editor_js.rs).
 *
 * It knows text, offsets and spans; not YAML's meaning, not GitLab, not the page. All offsets that go in and out are UTF-16
 * offsets in Pipewright's text, in which line ends and a byte order mark are as in the file (line_ends.js).
 *
 * It lives in a shadow root: there CodeMirror uses constructed stylesheets, which `style-src 'self'` allows, where in a
 * document it would write a style element. So `document.activeElement` is the host while one types, a listener outside
 * sees events with the host as target (`composedPath()` tells more), and a key that CodeMirror used is `defaultPrevented`.
 */
import { foldedRanges, unfoldEffect } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { Annotation, Compartment, EditorSelection, EditorState, StateField } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { assist } from "./assist.js";
import { editing, historyOutside, language } from "./editing.js";
import { difference, inPositions, LineEnds } from "./line_ends.js";
import { setMark } from "./mark.js";

/**
 * @typedef {{from: number, to: number, insert: string}} Change replaces what is between two offsets
 * @typedef {{from: number, to: number, severity: "error" | "warning" | "info", message: string}} Finding
 * @typedef {object} Options
 * @property {string} text
 * @property {boolean} readOnly
 * @property {boolean} crlf whether a line break that is typed or pasted is CR LF
 * @property {string} label the name for screen readers
 * @property {Record<string, string>} phrases translations of CodeMirror's own words, by the English ones (PHRASES in editor_js.rs)
 * @property {(changes: Change[]) => void} onChange the person changed the text: offsets before the change, ascending
 * @property {() => void} onUndo
 * @property {() => void} onRedo
 * @property {(from: number, to: number) => void} onSelect the person moved the caret or the selection
 * @property {() => void} onFocus
 * @property {(offset: number) => import("./assist.js").Offer | undefined} onComplete what can be written at a caret
 * @property {(offset: number) => import("./assist.js").Help | undefined} onHover what a word means
 */

/** On a transaction that comes from the page; for each of its changes the line ends of what it inserts.
 * @type {import("@codemirror/state").AnnotationType<readonly Uint8Array[]>} */
const fromPage = Annotation.define();

const frame = new CSSStyleSheet();
frame.replaceSync(":host { display: block; block-size: 100%; min-block-size: 0; }");

class SourceEditor {
  /** @param {HTMLElement} parent @param {Options} options */
  constructor(parent, options) {
    this.#options = options;
    this.#host = document.createElement("div");
    const root = this.#host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [frame];
    parent.append(this.#host);
    this.#view = new EditorView({ root, parent: root, state: this.#state(options.text, options.crlf) });
  }

  /**
   * Edits from the page: undo, a form, a card that was dragged. Caret and scroll stay, `onChange` is not told.
   *
   * @param {Change[]} changes offsets before the change, ascending, not overlapping
   */
  apply(changes) {
    const { doc } = this.#view.state;
    const ends = this.#ends;
    const text = ends.text(doc);
    changes = changes.filter(({ from, to, insert }) => from < to || insert !== "");
    const parts = changes.map((change) => inPositions(text, ends, doc, change));
    const apart = changes.every((change, at) => at === 0 || changes[at - 1].to < change.from);
    if (apart && parts.every((part) => part !== undefined)) {
      this.#view.dispatch({
        changes: parts.map((part) => part.change),
        annotations: fromPage.of(parts.map((part) => part.crlf)),
      });
    } else {
      let kept = 0;
      let after = "";
      for (const { from, to, insert } of changes) {
        after += text.slice(kept, from) + insert;
        kept = to;
      }
      this.setText(after + text.slice(kept));
    }
  }

  /** Makes the text of the same file another by the least change; caret and scroll stay. @param {string} text */
  setText(text) {
    const { doc } = this.#view.state;
    const before = this.#ends.text(doc);
    if (before === text) return;
    const part = inPositions(before, this.#ends, doc, difference(before, text));
    if (part) this.#view.dispatch({ changes: part.change, annotations: fromPage.of([part.crlf]) });
    // The mark at the file's start came or went.
    else this.open(text, this.#ends.typed);
  }

  /** Shows another file: from its start, nothing folded. @param {string} text @param {boolean} crlf */
  open(text, crlf) {
    this.#view.setState(this.#state(text, crlf));
    this.#view.scrollDOM.scrollTo(0, 0);
  }

  /** @returns {string} */
  text() {
    return this.#ends.text(this.#view.state.doc);
  }

  /** @param {Finding[]} findings */
  setDiagnostics(findings) {
    const diagnostics = findings.map(({ from, to, severity, message }) => ({ ...this.#span(from, to), severity, message }));
    diagnostics.sort((a, b) => a.from - b.from || a.to - b.to);
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  /** Selects a span and scrolls it into view, unfolding what hides it. @param {number} from @param {number} to @param {boolean} focus */
  reveal(from, to, focus) {
    const span = this.#span(from, to);
    /** @type {import("@codemirror/state").StateEffect<unknown>[]} */
    const effects = [EditorView.scrollIntoView(EditorSelection.range(span.from, span.to), { y: "center" })];
    foldedRanges(this.#view.state).between(span.from, span.to, (from, to) => {
      effects.push(unfoldEffect.of({ from, to }));
    });
    this.#view.dispatch({
      selection: { anchor: span.from, head: span.to },
      effects,
      annotations: fromPage.of([]),
    });
    if (focus) this.focus();
  }

  /** A light band behind the lines of a span. @param {number} from @param {number} to */
  mark(from, to) {
    this.#view.dispatch({ effects: setMark.of(this.#span(from, to)) });
  }

  clearMark() {
    this.#view.dispatch({ effects: setMark.of(null) });
  }

  /** @param {boolean} readOnly */
  setReadOnly(readOnly) {
    this.#options = { ...this.#options, readOnly };
    this.#configure();
  }

  /** @param {Record<string, string>} phrases */
  setPhrases(phrases) {
    this.#options = { ...this.#options, phrases };
    this.#configure();
  }

  /** @param {string} label */
  setLabel(label) {
    this.#options = { ...this.#options, label };
    this.#configure();
  }

  focus() {
    this.#view.focus();
  }

  destroy() {
    this.#view.destroy();
    this.#host.remove();
  }

  /** @param {string} text @param {boolean} crlf */
  #state(text, crlf) {
    const { doc, ends } = LineEnds.read(text, crlf);
    return EditorState.create({
      doc,
      extensions: [
        lineEnds.init(() => ends),
        historyOutside(
          () => this.#options.onUndo(),
          () => this.#options.onRedo(),
        ),
        editing,
        language(text),
        assist({
          complete: (position) => this.#answer(this.#options.onComplete, position),
          hover: (position) => this.#answer(this.#options.onHover, position),
        }),
        this.#configurable.of(this.#configuration()),
        EditorView.updateListener.of((update) => this.#report(update)),
      ],
    });
  }

  #configure() {
    this.#view.dispatch({ effects: this.#configurable.reconfigure(this.#configuration()) });
  }

  #configuration() {
    const { readOnly, phrases, label } = this.#options;
    return [
      EditorState.readOnly.of(readOnly),
      EditorState.phrases.of(phrases),
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    ];
  }

  /** @param {import("@codemirror/view").ViewUpdate} update */
  #report(update) {
    if (update.focusChanged && update.view.hasFocus) this.#options.onFocus();
    if (update.transactions.some((transaction) => transaction.annotation(fromPage))) return;
    const ends = update.state.field(lineEnds);
    if (update.docChanged) {
      const before = update.startState.field(lineEnds);
      /** @type {Change[]} */
      const changes = [];
      update.changes.iterChanges((from, to, fromAfter, toAfter) => {
        changes.push({
          from: before.offset(update.startState.doc, from),
          to: before.offset(update.startState.doc, to),
          insert: ends.slice(update.state.doc, fromAfter, toAfter),
        });
      });
      this.#options.onChange(changes);
    }
    if (update.docChanged || update.selectionSet) {
      const { from, to } = update.state.selection.main;
      this.#options.onSelect(ends.offset(update.state.doc, from), ends.offset(update.state.doc, to));
    }
  }

  /**
   * Asks the page about a position; its answer's span in positions.
   *
   * @template {{from: number, to: number}} Answer
   * @param {(offset: number) => Answer | undefined} ask
   * @param {number} position
   */
  #answer(ask, position) {
    const answer = ask(this.#ends.offset(this.#view.state.doc, position));
    return answer && { ...answer, ...this.#span(answer.from, answer.to) };
  }

  get #ends() {
    return this.#view.state.field(lineEnds);
  }

  /** @param {number} from @param {number} to */
  #span(from, to) {
    const { doc } = this.#view.state;
    const start = this.#ends.position(doc, from);
    return { from: start, to: Math.max(start, this.#ends.position(doc, to)) };
  }

  /** @type {Options} */
  #options;
  /** @type {HTMLElement} */
  #host;
  /** @type {EditorView} */
  #view;
  #configurable = new Compartment();
}

/** @type {StateField<LineEnds>} */
const lineEnds = StateField.define({
  create: () => LineEnds.read("", false).ends,
  update: (ends, transaction) =>
    transaction.docChanged ? ends.after(transaction.changes, transaction.startState.doc, transaction.annotation(fromPage)) : ends,
});

/** @param {HTMLElement} parent @param {Options} options */
export function create(parent, options) {
  return new SourceEditor(parent, options);
}
