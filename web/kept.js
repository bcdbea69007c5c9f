// The text as it last was. The page says after each commit where in its memory the text lies, so that keeping it costs
// nothing; it is read only when it is wanted, which a dead instance does not hinder.

/**
 * @typedef {{name: string, text: string, opened: string}} Text the file's name, its text, and what was opened
 * @typedef {[address: number, length: number]} Place in bytes
 */

export class Kept {
  /** @type {WebAssembly.Memory | undefined} */
  memory;
  /** What the last load of this tab handed over, until the page has opened it. @type {Text | undefined} */
  carried;
  /** @type {{name: string, text: Place, opened: Place} | undefined} */
  #places;

  /** @param {{name: string, text: Place, opened: Place}} places */
  point(places) {
    this.#places = places;
  }

  /** @returns {Text | undefined} */
  read() {
    if (!this.memory || !this.#places) return this.carried;
    const { buffer } = this.memory;
    // A byte order mark belongs to the text.
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    const string = (/** @type {Place} */ [address, length]) => decoder.decode(new Uint8Array(buffer, address >>> 0, length));
    const { name, text, opened } = this.#places;
    return { name, text: string(text), opened: string(opened) };
  }
}
