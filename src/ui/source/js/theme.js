/*
 * How the text pane looks. Every colour is a CSS custom property that the page may set on any ancestor (they reach into
 * the shadow root), so light and dark need no rebuild. Each has a fallback that follows `color-scheme`:
 *
 *   --cm-font-family --cm-font-size --cm-line-height
 *   --cm-bg --cm-fg               the pane and plain text
 *   --cm-gutter-bg --cm-gutter    the gutters and their numbers
 *   --cm-border                   lines between panel, gutter and text
 *   --cm-caret --cm-selection     the caret; the selection
 *   --cm-active-line              the line of the caret
 *   --cm-mark                     the lines of what is selected on the board
 *   --cm-match --cm-match-current what search finds; also the other places of the selected word
 *   --cm-bracket                  the bracket that matches
 *   --cm-key --cm-string --cm-comment --cm-number --cm-keyword --cm-anchor --cm-punctuation    YAML
 *   --cm-error --cm-warning --cm-info     what is wrong
 *   --cm-panel-bg --cm-panel-fg --cm-field-bg --cm-focus    search panel, hints, the ring of what has the focus
 */
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** @param {string} name @param {string} light @param {string} dark */
const color = (name, light, dark) => `var(--cm-${name}, light-dark(${light}, ${dark}))`;

const bg = color("bg", "#ffffff", "#1b1b22");
const fg = color("fg", "#1f1e24", "#ececef");
const gutter = color("gutter", "#626168", "#a4a3a8");
const border = color("border", "#dcdcde", "#3a383f");
const panelBg = color("panel-bg", "#f5f5f7", "#28272d");
const panelFg = color("panel-fg", "#1f1e24", "#ececef");
const fieldBg = color("field-bg", "#ffffff", "#1b1b22");
const focus = color("focus", "#1068bf", "#63a6e9");
const error = color("error", "#c91c00", "#f57f6c");
const warning = color("warning", "#8f4700", "#e9be74");
const info = color("info", "#0b5cad", "#9dc7f1");

/** @param {string} tint */
const underline = (tint) => ({
  backgroundImage: "none",
  textDecoration: `underline wavy ${tint} 1.5px`,
  textUnderlineOffset: "3px",
});

/** A round sign with a letter of its own, so that colour is not all that tells.
 * @param {string} tint @param {string} sign */
const marker = (tint, sign) => ({
  content: "normal",
  inlineSize: "1.1em",
  blockSize: "1.1em",
  borderRadius: "50%",
  background: tint,
  "&::before": {
    content: `"${sign}"`,
    display: "block",
    textAlign: "center",
    font: "bold 0.8em/1.4 sans-serif",
    color: bg,
  },
});

export const theme = [
  EditorView.theme({
    "&": {
      height: "100%",
      color: fg,
      backgroundColor: bg,
      fontSize: "var(--cm-font-size, 0.8125rem)",
    },
    "&.cm-focused": { outline: `2px solid ${focus}`, outlineOffset: "-2px" },
    ".cm-scroller": {
      fontFamily: "var(--cm-font-family, ui-monospace, 'Cascadia Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace)",
      lineHeight: "var(--cm-line-height, 1.5)",
    },
    ".cm-content": { caretColor: color("caret", "#1f1e24", "#ffffff") },
    ".cm-cursor, .cm-dropCursor": { borderLeftColor: color("caret", "#1f1e24", "#ffffff"), borderLeftWidth: "2px" },
    "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
      background: color("selection", "#cbe2f9", "#2f4a68"),
    },
    ".cm-gutters": {
      color: gutter,
      backgroundColor: color("gutter-bg", "#fafafa", "#222128"),
      borderInlineEnd: `1px solid ${border}`,
    },
    ".cm-activeLine": { backgroundColor: color("active-line", "#8080901a", "#a0a0b01f") },
    ".cm-activeLineGutter": { backgroundColor: "transparent", color: fg, fontWeight: "bold" },
    ".cm-mark": { backgroundColor: color("mark", "#f5d9a84d", "#ab610040") },
    ".cm-mark.cm-activeLine": { backgroundColor: color("mark", "#f5d9a880", "#ab610066") },
    ".cm-searchMatch": { backgroundColor: color("match", "#ffe8a0", "#5c4a10") },
    ".cm-searchMatch-selected": {
      backgroundColor: color("match-current", "#ffc04d", "#8a6410"),
      outline: `1px solid ${fg}`,
    },
    ".cm-selectionMatch": { backgroundColor: color("match", "#ffe8a0", "#5c4a10") },
    "&.cm-focused .cm-matchingBracket": { backgroundColor: color("bracket", "#b3e6c8", "#24663b") },
    "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", color: error },
    ".cm-foldPlaceholder": {
      color: panelFg,
      backgroundColor: panelBg,
      border: `1px solid ${border}`,
      borderRadius: "4px",
      padding: "0 4px",
    },
    ".cm-specialChar": { color: error },
    ".cm-foldGutter .cm-gutterElement": { cursor: "pointer", paddingInline: "2px" },

    ".cm-gutter-lint": { inlineSize: "1.5em" },
    ".cm-lint-marker-error": marker(error, "!"),
    ".cm-lint-marker-warning": marker(warning, "!"),
    ".cm-lint-marker-info": marker(info, "i"),
    ".cm-lintRange-error": underline(error),
    ".cm-lintRange-warning": underline(warning),
    ".cm-lintRange-info": underline(info),
    ".cm-lintPoint::after": { borderBottomColor: error },
    ".cm-diagnostic": { whiteSpace: "pre-wrap", maxInlineSize: "60ch" },
    ".cm-diagnostic-error": { borderInlineStart: `5px solid ${error}` },
    ".cm-diagnostic-warning": { borderInlineStart: `5px solid ${warning}` },
    ".cm-diagnostic-info": { borderInlineStart: `5px solid ${info}` },

    ".cm-tooltip": { color: panelFg, backgroundColor: panelBg, border: `1px solid ${border}`, borderRadius: "4px" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul": {
      fontFamily: "inherit",
      maxBlockSize: "16em",
      "& > li": { paddingBlock: "2px", paddingInline: "6px" },
      "& > li[aria-selected]": { color: bg, backgroundColor: focus },
    },
    ".cm-completionDetail": { color: gutter, fontStyle: "normal", marginInlineStart: "1em" },
    "li[aria-selected] .cm-completionDetail": { color: "inherit" },
    ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "bold" },
    ".cm-tooltip.cm-completionInfo": { paddingBlock: "4px", paddingInline: "8px", maxInlineSize: "40ch" },
    ".cm-help": { paddingBlock: "6px", paddingInline: "10px", maxInlineSize: "56ch" },
    ".cm-help p": { marginBlock: "4px" },
    ".cm-help-facts": { display: "grid", gridTemplateColumns: "auto 1fr", columnGap: "1em", marginBlock: "4px" },
    ".cm-help-facts dt": { color: gutter },
    ".cm-help-facts dd": { margin: "0" },
    ".cm-help a": { color: focus },

    ".cm-panels": { color: panelFg, backgroundColor: panelBg },
    ".cm-panels.cm-panels-top": { borderBottom: `1px solid ${border}` },
    ".cm-panels.cm-panels-bottom": { borderTop: `1px solid ${border}` },
    ".cm-textfield": { color: panelFg, backgroundColor: fieldBg, border: `1px solid ${gutter}`, borderRadius: "3px" },
    ".cm-button": {
      color: panelFg,
      backgroundColor: fieldBg,
      backgroundImage: "none",
      border: `1px solid ${gutter}`,
      borderRadius: "3px",
      minBlockSize: "24px",
      "&:active": { backgroundImage: "none", backgroundColor: panelBg },
    },
    ".cm-panel.cm-search [name=close], .cm-dialog-close": { color: panelFg, minInlineSize: "24px", minBlockSize: "24px" },
    ".cm-panel :focus-visible": { outline: `2px solid ${focus}`, outlineOffset: "1px" },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.definition(tags.propertyName), color: color("key", "#0b5cad", "#9dc7f1") },
      { tag: [tags.string, tags.special(tags.string)], color: color("string", "#24663b", "#91d4a8") },
      { tag: tags.comment, color: color("comment", "#626168", "#a4a3a8"), fontStyle: "italic" },
      { tag: tags.number, color: color("number", "#8f4700", "#e9be74") },
      { tag: [tags.keyword, tags.bool, tags.null], color: color("keyword", "#7b3fa0", "#cbb2f0") },
      { tag: [tags.labelName, tags.typeName], color: color("anchor", "#7b3fa0", "#cbb2f0") },
      { tag: [tags.meta, tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: color("punctuation", "#535158", "#bfbfc3") },
    ]),
  ),
];
