/*
 * What makes a CodeMirror the text pane: YAML, gutters, search and the keys. Undo is not here: the page's history holds
 * the edits of the text and of the board alike, so its keys are handed out. Tab is bound to nothing and moves the focus.
 */
import { defaultKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
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

export const editing = [
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
  yaml(),
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
