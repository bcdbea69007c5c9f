// The barrier around the instance: who calls in, what comes out by an exception, and that nobody calls in again after that.
//
// Rust is built with panic=abort. An exception that leaves an export has passed frames that were not unwound: borrows
// stay taken, queues stay half done. Such an instance must not be entered again. Its memory can still be read.

/** @typedef {{what: "panic" | "trap" | "start", message: string, error?: unknown}} Death */

/** wasm-bindgen says so before anything of Rust runs: harmless. */
const HARMLESS = "closure invoked recursively or after being dropped";

/** What calls of a dead instance give: no number, and none of the parts of a result that has several. @type {readonly unknown[]} */
const NOTHING = Object.freeze([]);

/** A script that can't be loaded or parsed is told to the window alone. */
const OURS = /\/start-[^/]*\.js$/;

export class Barrier {
  /** @type {Death | undefined} */
  #death;
  #started = false;

  /** @param {(death: Death) => void} ondeath called once, when nothing of the instance runs any longer */
  constructor(ondeath) {
    this.ondeath = ondeath;
  }

  /** The exports with each function behind the barrier. @param {WebAssembly.Exports} exports */
  around(exports) {
    /** @type {Record<string, unknown>} */
    const guarded = {};
    for (const [name, value] of Object.entries(exports)) {
      guarded[name] = typeof value === "function" ? this.#through(value) : value;
    }
    return guarded;
  }

  /** @param {Function} call */
  #through(call) {
    return (/** @type {unknown[]} */ ...values) => {
      if (this.#death) return NOTHING;
      try {
        return call(...values);
      } catch (error) {
        if (!String(error).includes(HARMLESS)) this.die({ what: "trap", message: String(error), error });
        throw error;
      }
    };
  }

  /** @param {Death} death */
  die(death) {
    if (this.#death) {
      // The hook of a panic speaks first, and the trap that follows knows the stack.
      this.#death.error ??= death.error;
      return;
    }
    this.#death = death;
    // After the frames of the instance: what is shown now would call its listeners.
    setTimeout(() => this.ondeath(death));
  }

  started() {
    this.#started = true;
  }

  /** Until the page has started, whatever goes wrong is the end of it. */
  watch() {
    if (!("noModule" in HTMLScriptElement.prototype) || typeof WebAssembly !== "object") {
      this.die({ what: "start", message: "no WebAssembly or no modules" });
      return;
    }
    addEventListener(
      "error",
      (event) => {
        if (this.#started) return;
        const script = event.target instanceof HTMLScriptElement ? event.target.src : event.filename;
        if (script && OURS.test(script)) {
          this.die({ what: "start", message: event.message || `${script} could not be loaded`, error: event.error });
        }
      },
      true,
    );
  }
}
