// What the service worker keeps: every file of the built page but those that only a host or another page wants.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The worker itself, and files that stand beside the page. */
const LEFT_OUT = /(^|\/)(sw\.js|pipewright\.html|(embed|viewer)\.js|embed\.d\.ts)$|\.(br|gz)$/;

/** A name that holds its content's hash. */
const NAMED = /-[0-9a-fA-Z]{8,}(_bg)?\.[a-z]+$/;

/** @param {string} folder @returns {{version: string, files: {path: string, integrity: string, named: boolean}[]}} */
export function precache(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "/").length).replaceAll("\\", "/"))
    .filter((name) => !LEFT_OUT.test(name))
    .sort();
  const files = names.map((name) => ({
    path: name === "index.html" ? "./" : name,
    integrity: integrity(readFileSync(join(folder, name))),
    named: NAMED.test(name),
  }));
  const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  return { version, files };
}

/** Subresource Integrity of some content. @param {Buffer | string} content */
export function integrity(content) {
  return `sha384-${createHash("sha384").update(content).digest("base64")}`;
}
