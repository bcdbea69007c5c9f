// Compresses the built page once and well: FILE.br and FILE.gz beside each file that gets smaller by it, for hosts that
// send them (docs/hosting.md). Prints the sizes.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const ENDINGS = new Set([".css", ".html", ".js", ".json", ".svg", ".wasm", ".webmanifest"]);

const [folder = "dist"] = process.argv.slice(2);
const total = { plain: 0, br: 0, gz: 0 };
const files = readdirSync(folder, { recursive: true, withFileTypes: true });
for (const entry of files.filter((entry) => entry.isFile() && ENDINGS.has(extname(entry.name)))) {
  const file = join(entry.parentPath, entry.name);
  const content = readFileSync(file);
  const br = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
  const gz = gzipSync(content, { level: 9 });
  writeFileSync(`${file}.br`, br);
  writeFileSync(`${file}.gz`, gz);
  total.plain += content.length;
  total.br += br.length;
  total.gz += gz.length;
}
const kB = (/** @type {number} */ bytes) => `${Math.round(bytes / 1000)} kB`;
console.log(`${folder}: ${kB(total.plain)}, with brotli ${kB(total.br)}, with gzip ${kB(total.gz)}`);
