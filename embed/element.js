// <pipewright-editor>: Pipewright in a page of your own. docs/embedding.md tells how to use it; embed.d.ts has the types.
//
// It is a frame around the page beside this script, and the messages of version 1. Nothing is shared with the frame but
// those messages, and both sides check from where they come.

const VERSION = 1;
const PAGE = new URL("./index.html", import.meta.url);

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; block-size: 32rem; }
  :host([hidden]) { display: none; }
  iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; border-radius: inherit; }
`);

/** What the page refused: `code` says why. */
export class PipewrightError extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.name = "PipewrightError";
    this.code = code;
  }
}

export class PipewrightEditor extends HTMLElement {
  static observedAttributes = ["value", "src", "readonly", "view", "theme", "language"];

  /** @type {HTMLIFrameElement | undefined} */
  #frame;
  #ready = false;
  #next = 1;
  /** Requests that wait for their answer, and those that wait for the frame. @type {Map<number, {message: object, resolve: (parts: any) => void, reject: (error: Error) => void}>} */
  #asked = new Map();
  #text = "";
  #loaded = false;
  /** Counts loads: a slow answer to an older `src` is not taken. */
  #loads = 0;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
  }

  connectedCallback() {
    const address = new URL(PAGE);
    const given = { view: this.view, theme: this.theme, language: this.language, panels: this.getAttribute("panels") };
    address.searchParams.set("embed", "");
    address.searchParams.set("origin", location.origin);
    if (this.readonly) address.searchParams.set("readonly", "");
    for (const [name, value] of Object.entries(given)) if (value !== null) address.searchParams.set(name, value);
    const frame = document.createElement("iframe");
    frame.title = this.getAttribute("label") ?? "Pipewright";
    frame.allow = "clipboard-write";
    frame.loading = "lazy";
    frame.src = address.href;
    this.#frame = frame;
    window.addEventListener("message", this.#hear);
    this.shadowRoot?.replaceChildren(frame);
  }

  disconnectedCallback() {
    window.removeEventListener("message", this.#hear);
    this.#frame = undefined;
    this.#ready = false;
    for (const { reject } of this.#asked.values()) reject(new PipewrightError("gone", "the element left the page"));
    this.#asked.clear();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "value") this.value = now ?? "";
    else if (name === "src") this.#fetch(now);
    else if (this.#ready) this.#set({ [name]: name === "readonly" ? now !== null : (now ?? "") });
  }

  /** The text as it stands. Setting it loads another. */
  get value() {
    return this.#text;
  }
  set value(text) {
    this.load(text).catch((error) => this.#fail(error));
  }

  /** The address that the text is read from. */
  get src() {
    return this.getAttribute("src");
  }
  set src(address) {
    this.#reflect("src", address);
  }

  /** Whether nothing can be changed. */
  get readonly() {
    return this.hasAttribute("readonly");
  }
  set readonly(on) {
    this.toggleAttribute("readonly", on);
  }

  get view() {
    return /** @type {"board" | "text" | "both" | null} */ (this.getAttribute("view"));
  }
  set view(view) {
    this.#reflect("view", view);
  }

  get theme() {
    return /** @type {"system" | "light" | "dark" | null} */ (this.getAttribute("theme"));
  }
  set theme(theme) {
    this.#reflect("theme", theme);
  }

  get language() {
    return this.getAttribute("language");
  }
  set language(language) {
    this.#reflect("language", language);
  }

  /**
   * Loads a text in place of what is there. Rejects where it is no text, or over 4 MB.
   *
   * @param {string} text
   * @param {string} [name]
   * @returns {Promise<void>}
   */
  async load(text, name = this.getAttribute("name") ?? ".gitlab-ci.yml") {
    this.#loads++;
    this.#text = String(text);
    this.#loaded = true;
    // Before the frame is there it is enough to know the text: `ready` loads it.
    if (this.#ready) await this.#request("load", { text: this.#text, name });
  }

  /** Whether the text is valid, and what is wrong with it. */
  async validate() {
    return this.#request("validate", {});
  }

  /** The text as "yaml", or the board as "svg" or "mermaid". @param {"yaml" | "svg" | "mermaid"} [format] */
  async export(format = "yaml") {
    return (await this.#request("export", { format })).text ?? "";
  }

  /** Says that a text is stored, by default that which stands: it is not unsaved any more. @param {string} [text] */
  async saved(text) {
    await this.#request("saved", text === undefined ? {} : { text });
  }

  /** @param {MessageEvent} event */
  #hear = ({ source, origin, data }) => {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== PAGE.origin || data?.pipewright !== VERSION) return;
    const { pipewright: _, type, id, ...detail } = data;
    if (type === "ready") this.#greet();
    else if (type === "result" || type === "error") {
      const asked = this.#asked.get(id);
      this.#asked.delete(id);
      if (type === "result") asked?.resolve(detail);
      else asked?.reject(new PipewrightError(detail.code, detail.message));
    } else if (["change", "validate", "save", "export"].includes(type)) {
      if (typeof detail.text === "string") this.#text = detail.text;
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }
  };

  #greet() {
    this.#ready = true;
    if (this.#loaded) this.load(this.#text).catch((error) => this.#fail(error));
    for (const { message } of this.#asked.values()) this.#post(message);
    this.dispatchEvent(new CustomEvent("ready"));
  }

  /** @param {string} type @param {object} parts @returns {Promise<any>} */
  #request(type, parts) {
    return new Promise((resolve, reject) => {
      const message = { type, id: this.#next++, ...parts };
      this.#asked.set(message.id, { message, resolve, reject });
      if (this.#ready) this.#post(message);
    });
  }

  /** @param {object} parts */
  #set(parts) {
    this.#request("set", parts).catch((error) => this.#fail(error));
  }

  /** @param {object} message */
  #post(message) {
    this.#frame?.contentWindow?.postMessage({ pipewright: VERSION, ...message }, PAGE.origin);
  }

  /** @param {string | null} address */
  async #fetch(address) {
    if (address === null) return;
    const load = ++this.#loads;
    try {
      const response = await fetch(new URL(address, document.baseURI));
      if (!response.ok) throw new PipewrightError("src", `${address}: ${response.status} ${response.statusText}`);
      const text = await response.text();
      if (load === this.#loads) await this.load(text);
    } catch (error) {
      this.#fail(/** @type {Error} */ (error));
    }
  }

  /** @param {Error} error */
  #fail(error) {
    if (/** @type {PipewrightError} */ (error).code !== "gone") this.dispatchEvent(new ErrorEvent("error", { error, message: error.message }));
  }

  /** @param {string} name @param {string | null} value */
  #reflect(name, value) {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }
}

if (!customElements.get("pipewright-editor")) customElements.define("pipewright-editor", PipewrightEditor);
