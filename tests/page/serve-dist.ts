// Serves dist/ for the time of a run, on a free port and under a sub-path: a path that is not relative fails every test.
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { serve } from "../../tools/serve.mjs";

export default async function serveDist() {
  const server = await serve(fileURLToPath(new URL("../../dist", import.meta.url)), 0, "/a/b/");
  process.env.PAGE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a/b/`;
  return () => server.close();
}
