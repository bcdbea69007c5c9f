// Pages of others that embed Pipewright: served on ports, and so origins, of their own.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, FrameLocator, Page } from "@playwright/test";
import { expect, hostOrigins } from "./page";

/** A server of one page at a time, on an origin of its own. */
export async function hostServer() {
  let html = "";
  const wrong: string[] = [];
  const files = new Map<string, string>();
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? "");
    response.writeHead(200, { "Content-Type": file === undefined ? "text/html; charset=utf-8" : "text/plain" });
    response.end(file ?? html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  hostOrigins.add(origin);
  return {
    origin,
    /** Serves a text at a path. */
    file: (path: string, text: string) => files.set(path, text),
    /** Shows a page whose body is this, and fails its test at any error and any request to a third origin. */
    async show(context: BrowserContext, body: string, allowed: string, lang = "en"): Promise<Page> {
      html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Host</title><body>${body}</body></html>`;
      const page = await context.newPage();
      await page.setViewportSize({ width: 1500, height: 1000 });
      page.on("pageerror", (error) => wrong.push(String(error.stack ?? error)));
      page.on("console", (message) => {
        // Dialogs focus by themselves; the attribute beside that is refused in frames, which says so.
        const noted = message.text().startsWith("Blocked autofocusing") || message.text().includes("Failed to execute 'postMessage'");
        if (message.type() === "error" && !noted) wrong.push(message.text());
      });
      page.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith("http") && ![origin, allowed].includes(url.origin)) wrong.push(request.url());
      });
      await page.goto(origin);
      return page;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
      expect(wrong).toEqual([]);
    },
  };
}

/** What the page around keeps of the messages that it gets. */
export const record = `<script>
  window.letters = [];
  addEventListener("message", ({ data, origin }) => letters.push({ ...data, origin }));
</script>`;

/** What is in the frame of an element or an iframe. */
export const inside = (page: Page, selector = "iframe"): FrameLocator => page.frameLocator(selector);
