// Turns the `gitlab-ci` code blocks of a documentation page into boards: one script tag, no build step.
//
//   <script type="module" src="https://pipewright.example/viewer.js"></script>
//
// What stands behind the script's `?` says how: `view=board|text|both`, `panels=bar,details,problems` (none by default),
// `code=hide` to show the board in place of the block. docs/embedding.md tells where the blocks of MkDocs, Docusaurus and
// GitLab are found. The page's own elements stay where they are, as scripts of the page may own them; a board is put
// behind its block. Boards follow the page's theme and language.
// @ts-ignore: beside this file once it is built.
import "./embed.js";

const options = new URL(import.meta.url).searchParams;

/** How the generators mark a block of the language. */
const BLOCKS = [
  ".language-gitlab-ci",
  ".highlight-source-gitlab-ci",
  // GitLab: the language as it was written, where its highlighter does not know it.
  '[data-canonical-lang="gitlab-ci"]',
  'pre[lang="gitlab-ci"]',
].join(",");

/** Blocks that have their board. @type {WeakMap<Element, HTMLElement>} */
const boards = new WeakMap();

/** The text of a block. Docusaurus ends its lines by elements, others by line breaks. @param {Element} code */
function textOf(code) {
  const copy = /** @type {Element} */ (code.cloneNode(true));
  for (const extra of copy.querySelectorAll("button, .gutter, .linenos, .lineno")) extra.remove();
  for (const end of copy.querySelectorAll("br")) end.replaceWith("\n");
  const text = (copy.textContent ?? "").replace(/\u200b/g, "");
  return text.endsWith("\n") ? text : `${text}\n`;
}

/** The page's own theme: Material for MkDocs, Docusaurus, GitLab; else the system's. */
function pageTheme() {
  const scheme = document.body.dataset.mdColorScheme ?? document.documentElement.dataset.theme;
  if (scheme) return scheme === "slate" || scheme === "dark" ? "dark" : "light";
  return document.documentElement.classList.contains("gl-dark") ? "dark" : "system";
}

function enhance() {
  for (const marked of document.querySelectorAll(BLOCKS)) {
    const block = marked.closest("pre") ?? marked;
    const code = block.querySelector("code") ?? block;
    // The mark may stand on the block and again on what is in it or around it.
    const outer = outermost(marked);
    if (boards.has(outer) || !code.textContent?.trim() || code.closest("pipewright-editor")) continue;
    const board = document.createElement("pipewright-editor");
    board.setAttribute("readonly", "");
    board.setAttribute("view", options.get("view") ?? "board");
    board.setAttribute("panels", options.get("panels") ?? "");
    board.setAttribute("theme", pageTheme());
    if (document.documentElement.lang) board.setAttribute("language", document.documentElement.lang);
    board.setAttribute("value", textOf(code));
    boards.set(outer, board);
    outer.after(board);
    if (options.get("code") === "hide") outer.toggleAttribute("hidden", true);
  }
}

/** The element that stands for the whole block. @param {Element} element */
function outermost(element) {
  let outer = element.closest("pre") ?? element;
  for (let at = outer.parentElement; at && at !== document.body; at = at.parentElement) if (at.matches(BLOCKS)) outer = at;
  return outer;
}

function follow() {
  for (const board of document.querySelectorAll("pipewright-editor[readonly]")) board.setAttribute("theme", pageTheme());
}

enhance();
// Pages that load others in place (Docusaurus, Material's instant navigation), and theme switches.
let waiting = false;
new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    enhance();
    follow();
  });
}).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-theme", "data-md-color-scheme", "class"] });
