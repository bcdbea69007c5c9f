// Trunk's last step: bundles the text pane's editor and makes the page fit for its Content-Security-Policy.
//
// Runs in the folder that Trunk is about to publish, which it names in TRUNK_STAGING_DIR.
// - src/ui/source/js becomes one module of its own; its name, which holds its hash, goes into the page for bridge.js.
// - Trunk starts the page by an inline script, which a policy without exceptions refuses: each inline script becomes a
//   file named by its content.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const folder = process.env.TRUNK_STAGING_DIR ?? "";
if (!folder) throw new Error("Trunk runs this, see Trunk.toml");

const bundle = await build({
  entryPoints: ["src/ui/source/js/source_editor.js"],
  entryNames: "source-editor-[hash]",
  outdir: folder,
  bundle: true,
  format: "esm",
  minify: process.env.TRUNK_PROFILE === "release",
  target: ["es2022"],
  charset: "utf8",
  banner: { js: "/*! With CodeMirror 6, (c) Marijn Haverbeke and others, MIT licence */" },
  metafile: true,
  logLevel: "warning",
});
const [editor] = Object.keys(bundle.metafile.outputs).map((file) => basename(file));

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
html = html.replace("</head>", `<meta name="source-editor" content="./${editor}"></head>`);
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
