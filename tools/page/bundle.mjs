// Bundles the page's JavaScript: the shell, the start with wasm-bindgen's module inside, the text pane's editor, the
// service worker. Each becomes one file, its name holding its content's hash where a browser may keep it for good.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const minify = process.env.TRUNK_PROFILE === "release";

/**
 * Bundles `entry` and returns the text.
 *
 * @param {string} entry
 * @param {import("esbuild").BuildOptions} options
 */
export async function bundle(entry, options = {}) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    minify,
    target: ["es2022"],
    charset: "utf8",
    logLevel: "warning",
    ...options,
  });
  const [file] = outputFiles ?? [];
  return file.text;
}

/** Writes a text as `name-<hash>.js` into the folder and returns the file's name.
 * @param {string} folder @param {string} name @param {string} text */
export function writeHashed(folder, name, text) {
  const file = `${name}-${createHash("sha256").update(text).digest("hex").slice(0, 16)}.js`;
  writeFileSync(join(folder, file), text);
  return file;
}

/**
 * Gives `wasm-bindgen:glue` to the start module: the module that wasm-bindgen wrote, its exports behind the barrier.
 *
 * @param {string} glue the module's file
 * @returns {import("esbuild").Plugin}
 */
export function wasmBindgen(glue) {
  const path = resolve(glue);
  return {
    name: "wasm-bindgen",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^wasm-bindgen:glue$/ }, () => ({ path }));
      onLoad({ filter: /./ }, (file) => (file.path === path ? { contents: guarded(readFileSync(path, "utf8")) } : null));
    },
  };
}

/** @param {string} text */
function guarded(text) {
  const take = "wasm = instance.exports;";
  if (text.split(take).length !== 2) throw new Error("wasm-bindgen's module takes its exports in another way now");
  return text.replace(take, "wasm = globalThis.pipewright.guard(instance.exports);");
}
