// What `make dist` compresses is served as it should be, by the server that stands for any static host.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { serve } from "../../tools/serve.mjs";
import { expect, test } from "./page";

test("a compressed file goes to who accepts it, with the type of what it holds", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pipewright-"));
  const text = "<!doctype html>".repeat(1000);
  writeFileSync(join(folder, "index.html"), text);
  writeFileSync(join(folder, "x.wasm"), Buffer.alloc(5000));
  execFileSync("node", [join(import.meta.dirname, "../../tools/compress.mjs"), folder]);
  const server = await serve(folder, 0, "/a/");
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, accept: string) =>
    new Promise<{ encoding?: string; type?: string; vary?: string; body: Buffer }>((done) => {
      get({ port, path, headers: { "accept-encoding": accept } }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part) => parts.push(part));
        const { "content-encoding": encoding, "content-type": type, vary } = response.headers;
        response.on("end", () => done({ encoding, type, vary, body: Buffer.concat(parts) }));
      });
    });
  try {
    const best = await ask("/a/", "gzip, deflate, br");
    expect(best).toMatchObject({ encoding: "br", type: "text/html; charset=utf-8", vary: "Accept-Encoding" });
    expect(brotliDecompressSync(best.body).toString()).toBe(text);
    const second = await ask("/a/x.wasm", "gzip, br;q=0");
    expect(second).toMatchObject({ encoding: "gzip", type: "application/wasm" });
    expect(gunzipSync(second.body)).toEqual(Buffer.alloc(5000));
    const plain = await ask("/a/index.html", "identity");
    expect(plain.encoding).toBeUndefined();
    expect(plain.body.toString()).toBe(text);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});
