// Makes the page of one file: node tools/single.mjs DIST FILE
//
// Everything of the built page inside one HTML file that opens from a disk, an attachment, anywhere: the WebAssembly
// gzipped, the scripts and styles inline, under a policy that names each by its hash and allows no request at all. There
// is no service worker and no manifest: a file is installed by keeping it.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { encode } from "../web/base85.js";
import { bundle } from "./page/bundle.mjs";
import { policy } from "./page/policy.mjs";

/** A host's limit for attachments may be lower than any of ours; this is what we promise. In bytes. */
const LIMIT = 2_500_000;

const [dist = "dist", target = "target/pipewright.html"] = process.argv.slice(2);
let html = readFileSync(join(dist, "index.html"), "utf8");
/** @type {string[]} */
const scripts = [];
/** @type {string[]} */
const styles = [];

const path = (/** @type {string} */ tag) => {
  const [, name] = /(?:href|src|content)="\.\/([^"]*)"/.exec(tag) ?? [];
  if (!name) throw new Error(`no file in ${tag}`);
  return join(dist, name);
};
const read = (/** @type {string} */ tag) => readFileSync(path(tag), "utf8");

/** What ends a script early, or opens a comment in it, is written in another way of JavaScript. @param {string} text */
function script(text, attributes = "") {
  const safe = text.replace(/<(\/script|!--)/gi, "\\x3c$1");
  scripts.push(safe);
  return `<script${attributes}>${safe}</script>`;
}

/** Replaces every match, or fails where there is none. @param {RegExp} tag @param {(tag: string) => string} by */
function replace(tag, by) {
  if (!new RegExp(tag, "").test(html)) throw new Error(`${dist}/index.html has no ${tag}`);
  html = html.replace(tag, (found) => by(found));
}

/** A bundle that the page loads later, under a name for the script that would load it. @param {string} name @param {string} globalName */
function within(name, globalName) {
  const file = path(new RegExp(`<meta name="${name}"[^>]*>`).exec(html)?.[0] ?? "");
  return bundle(file, { format: "iife", globalName, minify: true });
}
const later = [await within("source-editor", "sourceEditor"), await within("keeper", "keeper")];

replace(/<link rel="icon"[^>]*>/g, (tag) => {
  return `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${readFileSync(path(tag)).toString("base64")}" />`;
});
replace(/<link rel="stylesheet"[^>]*>\s*/g, (tag) => {
  styles.push(read(tag));
  return "";
});
const style = styles.join("\n");
replace(/<script src="\.\/shell-[^>]*><\/script>/g, (tag) => `<style>${style}</style>\n    ${[read(tag), ...later].map((text) => script(text)).join("\n    ")}`);
replace(/<script type="importmap">.*<\/script>\s*/g, () => "");
replace(/<meta name="(source-editor|keeper|service-worker)"[^>]*>\s*/g, () => "");
replace(/<link rel="manifest"[^>]*>\s*/g, () => "");
replace(/<link rel="preload"[^>]*>/g, (tag) => {
  const packed = encode(gzipSync(readFileSync(path(tag)), { level: 9 }));
  return `<script type="application/wasm+gzip" id="wasm">${packed}</script>`;
});
replace(/<script type="module"[^>]*><\/script>/g, (tag) => script(read(tag), ' type="module"'));
replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*/g, () => {
  return `<meta http-equiv="Content-Security-Policy" content="${policy({ scripts, styles: [style], alone: true })}`;
});

mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, html);
const size = Buffer.byteLength(html);
console.log(`${target}: ${(size / 1e6).toFixed(2)} MB, of at most ${LIMIT / 1e6} MB`);
if (size > LIMIT) process.exit(1);
