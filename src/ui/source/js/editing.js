/*
 * What makes a CodeMirror the text pane: YAML, gutters, search and the keys. Undo is not here: the page's history holds
 * the edits of the text and of the board alike, so its keys are handed out. Tab is bound to nothing and moves the focus.
 */
import { defaultKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentService, indentUnit } from "@codemirror/language";
import { lintGutter, linter, nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, Prec } from "@codemirror/state";
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  rectangularSelection,
} from "@codemirror/view";
import { mark } from "./mark.js";
import { theme } from "./theme.js";

/** Levels that are coloured: what walks the tree of a text calls itself at each. GitLab reads a hundred. */
const DEEPEST = 1000;

/** What knows YAML, for texts that do not nest deeper than any pipeline. @param {string} text */
export function language(text) {
  let depth = 0;
  // Brackets, dashes and question marks that open levels on one line, and indentation. Brackets in quotes count too: they
  // mostly close again.
  for (const [found] of text.matchAll(/[[{\]}]|(?:[-?] ){100,}|^ {1001}/gm)) {
    depth = found === "]" || found === "}" ? Math.max(0, depth - 1) : depth + found.length;
    if (depth > DEEPEST) return [];
    if (found.length > 1) depth -= found.length;
  }
  return yaml();
}

/**
 * Where the caret goes at Enter: below the beginning of the line above, or one step in where that opens something. The
 * language's own rule needs the lines that follow to be there already.
 */
const indentation = indentService.of((context, position) => {
  // Undefined leaves what is typed into a line, say a closing bracket, to the language.
  if (context.simulatedBreak !== position) return undefined;
  const line = context.lineAt(position, -1).text.replace(/(^|\s)#.*$/, "").trimEnd();
  const start = /^ *(- +)*/.exec(line)?.[0].length ?? 0;
  if (/^ *(- +)+[|>][-+0-9]*$/.test(line)) return start;
  if (/:$|: +[|>][-+0-9]*$/.test(line)) return start + context.unit;
  // After `- make` another item is likely, after `- name: x` another key beside it.
  return /^ *(- +)+[^\s"'[{].*?:\s/.test(line) ? start : context.lineIndent(position, -1);
});

/**
 * A browser that replaces a selection of several lines by itself joins them with a style attribute, which the page's
 * policy refuses with an error. So that is done here.
 */
const replaceLines = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { main } = view.state.selection;
    const { doc } = view.state;
    const typed = event.inputType === "insertText" ? event.data : event.inputType.startsWith("delete") ? "" : null;
    if (typed === null || view.state.readOnly || view.composing) return false;
    if (doc.lineAt(main.from).number === doc.lineAt(main.to).number) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(typed), {
      userEvent: typed ? "input.type" : "delete.selection",
      scrollIntoView: true,
    });
    return true;
  },
});

export const editing = [
  replaceLines,
  indentation,
  lineNumbers(),
  foldGutter(),
  lintGutter(),
  // The page gives the findings; this only shows them.
  linter(null),
  highlightSpecialChars(),
  drawSelection(),
  dropCursor(),
  rectangularSelection(),
  EditorState.allowMultipleSelections.of(true),
  // A line ends at LF alone; a CR elsewhere is a character of the text.
  EditorState.lineSeparator.of("\n"),
  EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, "\n")),
  indentUnit.of("  "),
  indentOnInput(),
  bracketMatching(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches({ minSelectionLength: 2 }),
  search({ top: true }),
  mark,
  theme,
  keymap.of([
    { key: "F8", run: nextDiagnostic, shift: previousDiagnostic },
    ...searchKeymap,
    ...foldKeymap,
    ...defaultKeymap,
  ]),
];

/** Undo and redo by key, menu or gesture, handed out. @param {() => void} undo @param {() => void} redo */
export function historyOutside(undo, redo) {
  const run = (/** @type {() => void} */ what) => () => (what(), true);
  return [
    Prec.highest(
      keymap.of([
        { key: "Mod-z", run: run(undo), preventDefault: true, stopPropagation: true },
        { key: "Mod-y", mac: "Mod-Shift-z", run: run(redo), preventDefault: true, stopPropagation: true },
        { linux: "Mod-Shift-z", win: "Mod-Shift-z", run: run(redo), preventDefault: true, stopPropagation: true },
      ]),
    ),
    EditorView.domEventHandlers({
      beforeinput(event) {
        const what = { historyUndo: undo, historyRedo: redo }[event.inputType];
        if (!what) return false;
        event.preventDefault();
        what();
        return true;
      },
    }),
  ];
}
