// Trunk's last step: from what Trunk made to the page as it is served.
//
// Runs in the folder that Trunk is about to publish, which it names in TRUNK_STAGING_DIR.
// - The scripts of web/, src/ui/source/js and src/ui/browser/js/keeper are bundled (page/bundle.mjs); Trunk's own inline script gives way to them.
// - Every script, style and the WebAssembly is named with its integrity; the policy is written (page/policy.mjs).
// - embed/ becomes embed.js, viewer.js and embed.d.ts, for pages that embed this one: names without a hash, as they stand
//   in pages of others.
// - A release gets its service worker (page/precache.mjs). `trunk serve` does not: it would show yesterday's page.

import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle, wasmBindgen, writeHashed } from "./page/bundle.mjs";
import { policy } from "./page/policy.mjs";
import { integrity, precache } from "./page/precache.mjs";
import { words } from "./page/words.mjs";

const folder = process.env.TRUNK_STAGING_DIR ?? "";
if (!folder) throw new Error("Trunk runs this, see Trunk.toml");
if (process.env.KEEP_RAW) cpSync(folder, process.env.KEEP_RAW, { recursive: true });
const release = process.env.TRUNK_PROFILE === "release";
const index = join(folder, "index.html");
let html = readFileSync(index, "utf8");

const [glue, wasm] = ["[0-9a-f]+\\.js", "[0-9a-f]+_bg\\.wasm"].map((end) => {
  const [name] = new RegExp(`pipewright-${end}`).exec(html) ?? [];
  if (!name) throw new Error(`Trunk's page names no pipewright-${end}`);
  return name;
});
const [, version] = /^version = "(.*)"$/m.exec(readFileSync("Cargo.toml", "utf8")) ?? [];
const define = {
  WORDS: JSON.stringify(words()),
  VERSION: JSON.stringify(`${version} (${/[0-9a-f]{8,}/.exec(wasm)?.[0]})`),
};

const editor = writeHashed(
  folder,
  "source-editor",
  await bundle("src/ui/source/js/source_editor.js", {
    banner: { js: "/*! With CodeMirror 6, (c) Marijn Haverbeke and others, MIT licence */" },
  }),
);
const keeper = writeHashed(
  folder,
  "keeper",
  await bundle("src/ui/browser/js/keeper/index.js", {
    banner: { js: "/*! With idb, (c) Jake Archibald, ISC licence, and client-zip, (c) David Junger, MIT licence */" },
  }),
);
for (const [name, entry] of [["embed", "element"], ["viewer", "viewer"]]) {
  writeFileSync(join(folder, `${name}.js`), await bundle(`embed/${entry}.js`, { external: ["./embed.js"] }));
}
cpSync("embed/embed.d.ts", join(folder, "embed.d.ts"));
// It tells an old browser that it is old, so it is written for an older one.
const shell = writeHashed(folder, "shell", await bundle("web/shell.js", { define, format: "iife", target: ["es2017"] }));
const start = writeHashed(
  folder,
  "start",
  await bundle("web/start.js", { define, plugins: [wasmBindgen(join(folder, glue))] }),
);
rmSync(join(folder, glue));
rmSync(join(folder, "snippets"), { recursive: true, force: true });

for (const file of ["manifest.webmanifest", "icon-192.png", "icon-512.png", "icon-maskable-512.png"]) {
  cpSync(join("assets", file), join(folder, file));
}

const sri = (/** @type {string} */ file) => `integrity="${integrity(readFileSync(join(folder, file)))}"`;
// `import()` can't say an integrity, but the map of imports can.
const later = [editor, keeper].map((file) => [`./${file}`, integrity(readFileSync(join(folder, file)))]);
const imports = JSON.stringify({ integrity: Object.fromEntries(later) });
// In a file that `trunk serve` sends as it is, it fills nothing in.
const reload = /<script>([^]*?)<\/script>/.exec(html.replace(/<script type="module">[^]*?<\/script>/, ""))?.[1];
html = html
  .replace(/\s*<link rel="(modulepreload|preload)"[^>]*>/g, "")
  .replace(/<script[^>]*>[^]*?<\/script>/g, "")
  .replace("STARTING", Object.entries(words()).map(([code, text]) => `<span lang="${code}">${text["outside-starting"]}</span>`).join(" "))
  .replace(
    /(\s*)<\/head>/,
    [
      "",
      `<script src="./${shell}" ${sri(shell)}></script>`,
      `<script type="importmap">${imports}</script>`,
      // Of a preloaded file the browser ignores the integrity, and says so: web/wasm.js asks for it when it takes the file.
      `<link rel="preload" as="fetch" type="application/wasm" crossorigin href="./${wasm}" data-${sri(wasm)} />`,
      `<meta name="source-editor" content="./${editor}" />`,
      `<meta name="keeper" content="./${keeper}" />`,
      ...(release ? ['<meta name="service-worker" content="./sw.js" />'] : []),
      '<link rel="manifest" href="./manifest.webmanifest" />',
      ...(reload ? [`<script src="./${writeReload(reload)}"></script>`] : []),
      `<script type="module" src="./${start}" ${sri(start)}></script>`,
    ].join("\n    ") + "\n  </head>",
  )
  .replace("POLICY", policy({ scripts: [imports] }));
writeFileSync(index, html);

if (release) {
  const define = { PRECACHE: JSON.stringify(precache(folder)) };
  writeFileSync(join(folder, "sw.js"), await bundle("web/worker.js", { define, format: "iife" }));
}

/** @param {string} text Trunk's own script that reloads the page after a build */
function writeReload(text) {
  text = text.replaceAll("'{{__TRUNK_ADDRESS__}}'", "location.host").replaceAll("{{__TRUNK_WS_BASE__}}", "/");
  return writeHashed(folder, "reload", text);
}
