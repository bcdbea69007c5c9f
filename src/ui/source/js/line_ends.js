/*
 * The two ways of counting a document, and the line ends between them.
 *
 * Pipewright's text is what the file holds: it may open with a byte order mark and end its lines by CR LF, by LF, or by
 * both. CodeMirror's document is a list of lines; a mark or a CR inside it would be a character that every command, the
 * caret and every input method would have to step around. So the document has neither, and LineEnds remembers which
 * line breaks have a CR. It is a value: `after` returns that of the changed document.
 *
 * "Offset" is a UTF-16 offset in Pipewright's text, "position" one in CodeMirror's document.
 * A CR that is not before LF is an ordinary character in both.
 */
import { Text } from "@codemirror/state";

const MARK = "\ufeff";

/** A piece of Pipewright's text in CodeMirror's terms: its lines, and for each break between two whether it has a CR. */
export class Piece {
  /** @param {readonly string[]} lines @param {Uint8Array} crlf */
  constructor(lines, crlf) {
    this.lines = lines;
    this.crlf = crlf;
  }

  /** @param {string} text */
  static of(text) {
    const lines = text.split("\n");
    const crlf = new Uint8Array(lines.length - 1);
    for (let at = 0; at < crlf.length; at++) {
      if (lines[at].endsWith("\r")) {
        lines[at] = lines[at].slice(0, -1);
        crlf[at] = 1;
      }
    }
    return new Piece(lines, crlf);
  }

  get doc() {
    return Text.of(this.lines);
  }
}

export class LineEnds {
  /**
   * @param {boolean} mark whether the text opens with a byte order mark
   * @param {Uint8Array} crlf for each line break whether it has a CR
   * @param {boolean} typed whether a line break that is typed or pasted gets a CR
   */
  constructor(mark, crlf, typed) {
    this.mark = mark;
    this.crlf = crlf;
    this.typed = typed;
  }

  /** Pipewright's text taken apart. @param {string} text @param {boolean} typed */
  static read(text, typed) {
    const mark = text.startsWith(MARK);
    const piece = Piece.of(mark ? text.slice(1) : text);
    return { doc: piece.doc, ends: new LineEnds(mark, piece.crlf, typed) };
  }

  /** Pipewright's text put together again. @param {Text} doc */
  text(doc) {
    return (this.mark ? MARK : "") + this.slice(doc, 0, doc.length);
  }

  /** The text between two positions. @param {Text} doc @param {number} from @param {number} to */
  slice(doc, from, to) {
    const plain = doc.sliceString(from, to, "\n");
    if (!this.#returns[this.crlf.length]) return plain;
    const first = doc.lineAt(from).number - 1;
    return plain.split("\n").reduce((text, line, at) => text + (this.crlf[first + at - 1] ? "\r\n" : "\n") + line);
  }

  /** @param {Text} doc @param {number} position */
  offset(doc, position) {
    return Number(this.mark) + position + this.#returns[doc.lineAt(position).number - 1];
  }

  /** The position of an offset, of the nearest one where it is inside a line end or outside the text.
   * @param {Text} doc @param {number} offset */
  position(doc, offset) {
    const start = (/** @type {number} */ number) => Number(this.mark) + doc.line(number).from + this.#returns[number - 1];
    let low = 1;
    let high = doc.lines;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    const line = doc.line(low);
    return Math.max(line.from, Math.min(line.from + offset - start(low), line.to));
  }

  /**
   * The line ends after a change of the document. `inserted` tells for each change those of what it inserts; without it
   * they are as typed.
   *
   * @param {import("@codemirror/state").ChangeSet} changes
   * @param {Text} before the document before the change
   * @param {readonly Uint8Array[]} [inserted]
   */
  after(changes, before, inserted) {
    /** @type {Uint8Array[]} */
    const parts = [];
    let kept = 0;
    let count = 0;
    let changed = false;
    changes.iterChanges((from, to, _fromB, _toB, text) => {
      const first = before.lineAt(from).number - 1;
      const last = before.lineAt(to).number - 1;
      const ends = inserted?.[count++] ?? new Uint8Array(text.lines - 1).fill(Number(this.typed));
      changed ||= first !== last || ends.length > 0;
      parts.push(this.crlf.subarray(kept, first), ends);
      kept = last;
    }, true);
    if (!changed) return this;
    parts.push(this.crlf.subarray(kept));
    const crlf = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    parts.reduce((at, part) => (crlf.set(part, at), at + part.length), 0);
    return new LineEnds(this.mark, crlf, this.typed);
  }

  /** Counted on demand: at a line's index, the number of CRs before that line. */
  get #returns() {
    if (!this.#counted) {
      this.#counted = new Uint32Array(this.crlf.length + 1);
      this.crlf.forEach((crlf, at) => (this.#counted[at + 1] = this.#counted[at] + crlf));
    }
    return this.#counted;
  }

  /** @type {Uint32Array} */
  // @ts-ignore: absent until asked for
  #counted;
}

/**
 * A change in offsets as one in positions, with the line ends of what it inserts; undefined where it touches the mark or
 * a CR at its borders, so that what is a line end would change outside of it.
 *
 * @param {string} text Pipewright's text before the change
 * @param {LineEnds} ends
 * @param {Text} doc
 * @param {{from: number, to: number, insert: string}} change
 */
export function inPositions(text, ends, doc, { from, to, insert }) {
  if (text[from - 1] === "\r" || text[to - 1] === "\r" || insert.endsWith("\r")) return;
  if (from === 0 && (ends.mark || insert.startsWith(MARK) || text[to] === MARK)) return;
  const piece = Piece.of(insert);
  return {
    change: { from: ends.position(doc, from), to: ends.position(doc, to), insert: piece.doc },
    crlf: piece.crlf,
  };
}

/**
 * The one change that makes `before` into `after`, with no CR at its borders.
 *
 * @param {string} before
 * @param {string} after
 */
export function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let end = 0;
  while (end < shorter - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  // Neither a CR nor half a character may stand before a border.
  const split = (/** @type {string | undefined} */ char) => char !== undefined && /[\r\ud800-\udbff]/.test(char);
  while (from > 0 && split(before[from - 1])) from--;
  while (end > 0 && (split(before.at(-end - 1)) || split(after.at(-end - 1)))) end--;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}
