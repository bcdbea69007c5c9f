// Where the WebAssembly comes from: the file that the page preloads, or, in the page of one file, the page itself.

import { decode } from "./base85.js";

/** What wasm-bindgen's module takes: a response, or bytes. @returns {Promise<Response | Uint8Array>} */
export async function wasm() {
  const inline = document.getElementById("wasm");
  if (inline) return unpack(inline.textContent ?? "");
  const link = document.querySelector("link[rel=preload][as=fetch]");
  if (!(link instanceof HTMLLinkElement)) throw new Error("this page names no WebAssembly");
  return fetch(link.href, { integrity: link.dataset.integrity, credentials: "same-origin" });
}

/** @param {string} text of the gzipped module, see base85.js */
async function unpack(text) {
  const stream = new Blob([decode(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
