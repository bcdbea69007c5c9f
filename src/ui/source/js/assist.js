/*
 * Completion and hover help. Both ask the page (assist.rs), which knows GitLab; this only shows the answers. The list
 * opens while one types and at Ctrl+Space.
 */
import { autocompletion } from "@codemirror/autocomplete";
import { hoverTooltip } from "@codemirror/view";

/**
 * @typedef {{label: string, detail: string, info: string, apply: string, keyword: boolean}} Item
 * @typedef {{from: number, to: number, onRequest: boolean, items: Item[]}} Offer what can replace a span
 * @typedef {{from: number, to: number, title: string, help: string, facts: [string, string][], href: string, link: string}} Help
 *
 * @typedef {object} Answers by positions of the editor
 * @property {(position: number) => Offer | undefined} complete
 * @property {(position: number) => Help | undefined} hover
 */

/** @param {Answers} answers */
export function assist({ complete, hover }) {
  return [
    autocompletion({
      icons: false,
      // A keyword that was taken may have values to choose from.
      activateOnCompletion: (option) => option.type === "keyword",
      // The page knows better than the alphabet.
      compareCompletions: (a, b) => (a.sortText ?? "").localeCompare(b.sortText ?? ""),
      override: [
        (context) => {
          const offer = complete(context.pos);
          if (!offer || (offer.onRequest && !context.explicit)) return null;
          return {
            from: offer.from,
            to: offer.to,
            options: offer.items.map(({ label, detail, info, apply, keyword }, at) => ({
              label,
              detail,
              info: info || undefined,
              apply,
              type: keyword ? "keyword" : "text",
              sortText: String(at).padStart(5, "0"),
            })),
          };
        },
      ],
    }),
    hoverTooltip((_, position) => {
      const help = hover(position);
      return help ? { pos: help.from, end: help.to, above: true, create: () => ({ dom: card(help) }) } : null;
    }),
  ];
}

/** @param {Help} help */
function card({ title, help, facts, href, link }) {
  const dom = element("div", "cm-help");
  const list = element("dl", "cm-help-facts");
  for (const [name, value] of facts) list.append(element("dt", "", name), element("dd", "", value));
  const anchor = Object.assign(document.createElement("a"), { href, target: "_blank", rel: "noopener noreferrer" });
  anchor.textContent = link;
  dom.append(element("strong", "", title), element("p", "", help), list, anchor);
  return dom;
}

/** @param {string} name @param {string} className @param {string} text */
function element(name, className, text = "") {
  return Object.assign(document.createElement(name), { className, textContent: text });
}
