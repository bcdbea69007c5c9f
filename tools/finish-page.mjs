// Trunk's last step: bundles the page's JavaScript and makes the page fit for its Content-Security-Policy.
//
// Runs in the folder that Trunk is about to publish, which it names in TRUNK_STAGING_DIR.
// - src/ui/source/js and src/ui/browser/js/keeper become a module each; their names, which hold their hashes, go into the
//   page for the scripts that load them.
// - embed/ becomes embed.js, viewer.js and embed.d.ts, for pages that embed this one.
// - Trunk starts the page by an inline script, which a policy without exceptions refuses: each inline script becomes a
//   file named by its content.

import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const folder = process.env.TRUNK_STAGING_DIR ?? "";
if (!folder) throw new Error("Trunk runs this, see Trunk.toml");

const bundle = await build({
  entryPoints: {
    "source-editor": "src/ui/source/js/source_editor.js",
    keeper: "src/ui/browser/js/keeper/index.js",
  },
  entryNames: "[name]-[hash]",
  outdir: folder,
  bundle: true,
  format: "esm",
  minify: process.env.TRUNK_PROFILE === "release",
  target: ["es2022"],
  charset: "utf8",
  banner: { js: "/*! With CodeMirror 6 (MIT, Marijn Haverbeke and others) or idb (ISC, Jake Archibald) */" },
  metafile: true,
  logLevel: "warning",
});
// For host pages: names without a hash, as they stand in pages of others.
await build({
  entryPoints: { embed: "embed/element.js", viewer: "embed/viewer.js" },
  outdir: folder,
  bundle: true,
  external: ["./embed.js"],
  format: "esm",
  minify: process.env.TRUNK_PROFILE === "release",
  target: ["es2022"],
  charset: "utf8",
  logLevel: "warning",
});
copyFileSync("embed/embed.d.ts", join(folder, "embed.d.ts"));
const modules = Object.keys(bundle.metafile.outputs).map((file) => basename(file));

const index = join(folder, "index.html");
let html = readFileSync(index, "utf8");
let count = 0;
html = html.replace(/<script([^>]*)>([^]*?)<\/script>/g, (whole, attributes, text) => {
  if (/\ssrc=/.test(attributes)) return whole;
  // `trunk serve` fills these in when it sends the page, but not in a file beside it.
  text = text.replaceAll("'{{__TRUNK_ADDRESS__}}'", "location.host").replaceAll("{{__TRUNK_WS_BASE__}}", "/");
  const file = writeScript(count++ === 0 ? "start" : "reload", text.trim() + "\n");
  return `<script${attributes} src="./${file}"></script>`;
});
const named = modules.map((file) => `<meta name="${file.replace(/-[^-]*$/, "")}" content="./${file}">`);
html = html.replace("</head>", `${named.join("")}</head>`);
writeFileSync(index, html);

/**
 * Writes `text` as `name-<hash>.js` and returns the file's name.
 *
 * @param {string} name
 * @param {string} text
 */
function writeScript(name, text) {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const file = `${name}-${hash}.js`;
  writeFileSync(join(folder, file), text);
  return file;
}
