/*
 * The light band behind the lines of what is selected on the board.
 */
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

/** The span in positions, or null to take the band away. @type {import("@codemirror/state").StateEffectType<{from: number, to: number} | null>} */
export const setMark = StateEffect.define();

const band = Decoration.line({ class: "cm-mark" });

/** @param {import("@codemirror/state").Text} doc @param {{from: number, to: number}} span */
function bands(doc, { from, to }) {
  const lines = [];
  for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
    lines.push(band.range(line.from));
    if (line.to >= to || line.number === doc.lines) return Decoration.set(lines);
  }
}

/** @type {StateField<import("@codemirror/view").DecorationSet>} */
export const mark = StateField.define({
  create: () => Decoration.none,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMark)) return effect.value ? bands(transaction.newDoc, effect.value) : Decoration.none;
    }
    return value.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});
