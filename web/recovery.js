// The recovery page: shown when the instance has died or never came to life, in place of everything. It hands out the
// text as it last was and a report, and needs nothing but the document.

import { report } from "./report.js";
import { language, word } from "./words.js";

/**
 * @typedef {import("./kept.js").Text} Text
 * @typedef {{carry: () => Promise<void>, leave: () => void}} Ways
 */

/**
 * @param {import("./barrier.js").Death} death
 * @param {Text | undefined} text
 * @param {Ways} ways
 */
export function showRecovery(death, text, ways) {
  const said = element("p", { className: "recovery-said" });
  said.setAttribute("role", "status");
  const say = (/** @type {string} */ key) => (said.textContent = word(key));

  const title = element("h1", { textContent: word(death.what === "start" ? "outside-no-start" : "outside-stopped"), tabIndex: -1 });
  const main = element("main", { className: "recovery", lang: language() }, [
    title,
    element("p", { textContent: word(death.what === "start" ? reason(death) : text ? "outside-text-is-here" : "outside-no-text") }),
    ...(text ? textPart(text, say, ways) : [actions([again(ways, say, undefined)])]),
    said,
    reportPart(report(death), say),
  ]);
  document.documentElement.lang = language();
  document.body.replaceChildren(main);
  title.focus();
}

/** @param {import("./barrier.js").Death} death */
function reason({ error, message }) {
  if (!navigator.onLine) return "outside-offline";
  const old = typeof WebAssembly !== "object" || error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
  return old || error instanceof SyntaxError || /no modules/.test(message) ? "outside-too-old" : "outside-not-loaded";
}

/** Characters that are shown: a plain field takes seconds to lay out a million lines. The buttons hand out all of it. */
const SHOWN = 200_000;

/** @param {Text} text @param {(key: string) => void} say @param {Ways} ways */
function textPart(text, say, ways) {
  const shown = text.text.slice(0, SHOWN);
  const area = element("textarea", { className: "recovery-text", value: shown, readOnly: true, spellcheck: false });
  area.setAttribute("aria-label", text.name);
  // As the page does: until the text is somewhere else, leaving asks.
  const guard = (/** @type {Event} */ event) => event.preventDefault();
  if (text.text !== text.opened) addEventListener("beforeunload", guard);
  const safe = (/** @type {string} */ key) => {
    removeEventListener("beforeunload", guard);
    say(key);
  };
  return [
    element("h2", { textContent: text.name }),
    area,
    ...(shown.length < text.text.length ? [element("p", { textContent: word("outside-beginning") })] : []),
    actions([
      again(ways, say, text),
      button("outside-download", () => {
        download(text);
        safe("outside-downloaded");
      }),
      button("outside-copy", () => copy(text.text).then(() => safe("outside-copied"), () => select(area, say))),
    ]),
  ];
}

/** @param {Ways} ways @param {(key: string) => void} say @param {Text | undefined} text */
function again({ carry, leave }, say, text) {
  const go = button(text ? "outside-go-on" : "outside-try-again", () => carry().then(leave, () => say("outside-not-carried")));
  go.dataset.kind = "primary";
  return go;
}

/** @param {string} text @param {(key: string) => void} say */
function reportPart(text, say) {
  const shown = element("pre", { textContent: text, tabIndex: 0 });
  return element("details", { className: "recovery-report" }, [
    element("summary", { textContent: word("outside-report") }),
    element("p", { textContent: word("outside-report-holds") }),
    shown,
    actions([button("outside-copy-report", () => copy(text).then(() => say("outside-copied"), () => select(shown, say)))]),
  ]);
}

/** Where the clipboard is refused, the person copies. @param {HTMLElement} shown @param {(key: string) => void} say */
function select(shown, say) {
  if (shown instanceof HTMLTextAreaElement) {
    shown.focus();
    shown.select();
  } else getSelection()?.selectAllChildren(shown);
  say("outside-copy-yourself");
}

/** @param {string} text */
const copy = async (text) => navigator.clipboard.writeText(text);

/** @param {Text} text */
function download({ name, text }) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** @param {HTMLElement[]} buttons */
const actions = (buttons) => element("div", { className: "recovery-actions" }, buttons);

/** @param {string} key @param {() => void} onclick */
const button = (key, onclick) => element("button", { type: "button", className: "button", textContent: word(key), onclick });

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Partial<HTMLElementTagNameMap[K]>} properties
 * @param {Node[]} children
 */
function element(name, properties, children = []) {
  const made = document.createElement(name);
  Object.assign(made, properties);
  made.append(...children);
  return made;
}
