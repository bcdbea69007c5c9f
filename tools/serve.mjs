// Serves a built page as a plain static host would: node tools/serve.mjs [FOLDER] [PORT]
// Nothing but files: what works here works on any static host. The tests in tests/page use it under a sub-path.

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** The encodings that `make dist` has written, best first, with the ending of their files. */
const encodings = { br: ".br", gzip: ".gz" };

/** Headers that docs/hosting.md asks of a host. */
const headers = {
  // A rebuilt page shows at the next reload.
  "Cache-Control": "no-cache",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  Vary: "Accept-Encoding",
};

/**
 * Serves `folder` under the path `base` of 127.0.0.1; port 0 takes a free one. Resolves to the server once it listens.
 *
 * @param {string} folder
 * @param {number} port
 * @param {string} base
 * @returns {Promise<import("node:http").Server>}
 */
export function serve(folder, port = 0, base = "/") {
  const server = createServer((request, response) => {
    const file = fileFor(folder, base, request.url ?? "/");
    if (!file) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
      return;
    }
    const encoding = encodingFor(file, String(request.headers["accept-encoding"] ?? ""));
    response.writeHead(200, {
      ...headers,
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      ...(encoding && { "Content-Encoding": encoding }),
      // What pages of other origins load as a module; nothing else here is for them to read.
      ...(/\/(embed|viewer)\.js$/.test(file) && { "Access-Control-Allow-Origin": "*" }),
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file + (encoding ? encodings[encoding] : "")).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/** The best encoding that the browser accepts and the folder has. @param {string} file @param {string} accepted */
function encodingFor(file, accepted) {
  const wanted = accepted.split(",").filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one)).map((one) => one.split(";")[0].trim());
  const known = /** @type {(keyof typeof encodings)[]} */ (Object.keys(encodings));
  return known.find((name) => wanted.includes(name) && isFile(file + encodings[name]));
}

/** @param {string} name */
const isFile = (name) => statSync(name, { throwIfNoEntry: false })?.isFile() ?? false;

/** The file that a request means, if it is there. `normalize` of an absolute path never climbs out of the folder.
 * @param {string} folder @param {string} base @param {string} url */
function fileFor(folder, base, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://host").pathname);
  } catch {
    return;
  }
  if (!path.startsWith(base) || path.includes("\0")) return;
  const file = join(folder, normalize("/" + path.slice(base.length)));
  return [file, join(file, "index.html")].find(isFile);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = "dist", port = "8080"] = process.argv.slice(2);
  try {
    await serve(folder, Number(port));
    console.log(`Pipewright is served on http://127.0.0.1:${port} (Ctrl-C ends it)`);
  } catch (error) {
    const taken = /** @type {NodeJS.ErrnoException} */ (error).code === "EADDRINUSE";
    console.error(taken ? `Port ${port} is taken. Try another: make serve PORT=8081` : error);
    process.exit(1);
  }
}
