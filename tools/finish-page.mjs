// Trunk's last step: makes the built page fit for its Content-Security-Policy and bundles its JavaScript.
//
// Trunk starts the page by an inline script, which a policy without exceptions refuses. Each inline script becomes a
// file named by its content. Runs in the folder that Trunk is about to publish.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR ?? "";
if (!folder) throw new Error("Trunk runs this, see Trunk.toml");

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

writeFileSync(index, html);
