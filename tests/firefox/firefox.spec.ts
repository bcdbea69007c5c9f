// The page in Firefox: what tests/page shows in Chromium for every detail, here for the promises that lean on the browser.
// `make test-firefox`; without a Firefox they are skipped, and say so.
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { serve } from "../../tools/serve.mjs";
import { card, drop, end, exported, type Firefox, fixture, hasDraft, moveRight, stageOf, start, tab, until } from "./firefox";

test.skip(!process.env.FIREFOX, "there is no Firefox here");

const root = join(import.meta.dirname, "../..");
const shop = fixture("shop.yml");
const moved = shop.replace("unit:\n  stage: test", "unit:\n  stage: deploy");

type Server = Awaited<ReturnType<typeof serve>>;
const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const close = (server: Server) =>
  new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });

let server: Server;
test.beforeAll(async () => {
  server = await serve(join(root, "dist"), 0, "/a/b/");
});
test.afterAll(() => close(server));

async function inFirefox(steps: (firefox: Firefox) => Promise<void>) {
  const firefox = await start();
  try {
    await steps(firefox);
  } finally {
    await end(firefox);
  }
}

test("after one visit it opens, edits and exports without a network, under a sub-path", () =>
  inFirefox(async (firefox) => {
    const own = await serve(join(root, "dist"), 0, "/a/b/");
    const url = `${originOf(own)}/a/b/`;
    const page = await tab(firefox, [originOf(own)]);
    await page.goto(url);
    await page.waitForSelector("h1");
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await close(own);
    await page.reload();
    await drop(page, shop);
    await moveRight(page, "unit");
    await until(async () => (await stageOf(page, "unit")) === "deploy", "the job moves");
    expect(await exported(page, firefox)).toBe(moved);
  }));

test("the file does the main job from file://", () =>
  inFirefox(async (firefox) => {
    const file = join(root, "target/pipewright.html");
    expect(existsSync(file), "make single comes first").toBe(true);
    const page = await tab(firefox, []);
    await page.goto(pathToFileURL(file).href);
    await drop(page, shop);
    await moveRight(page, "unit");
    await until(async () => (await stageOf(page, "unit")) === "deploy", "the job moves");
    expect(await exported(page, firefox)).toBe(moved);
  }));

test("a browser that is killed in the middle of the work has the draft at the next visit", async () => {
  let firefox = await start();
  try {
    const url = `${originOf(server)}/a/b/`;
    let page = await tab(firefox, [originOf(server)]);
    await page.goto(url);
    await drop(page, shop);
    await moveRight(page, "unit");
    await until(async () => (await stageOf(page, "unit")) === "deploy", "the job moves");
    await until(() => hasDraft(page), "the draft is written");
    const process = firefox.browser.process();
    const gone = new Promise((done) => process?.once("exit", done));
    process?.kill("SIGKILL");
    await gone;
    firefox = { ...(await start(firefox.profile)), wrong: firefox.wrong };
    page = await tab(firefox, [originOf(server)]);
    await page.goto(url);
    const button = await page.waitForSelector("::-p-text(Continue)");
    await button?.click();
    await page.waitForSelector(card("unit"));
    expect(await stageOf(page, "unit")).toBe("deploy");
    expect(await exported(page, firefox)).toBe(moved);
  } finally {
    await end(firefox);
  }
});

test("a page embeds it and hears of each change; a page of another origin hears nothing", () =>
  inFirefox(async (firefox) => {
    const page = `${originOf(server)}/a/b/`;
    const host = createServer((_, response) => {
      const allowed = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
      const frame = (id: string, origin: string) =>
        `<iframe id="${id}" width="1200" height="600" src="${page}?embed&origin=${encodeURIComponent(origin)}"></iframe>`;
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
      response.end(`<!doctype html><meta charset="utf-8"><title>Host</title><script>
        window.letters = { ours: [], other: [] };
        addEventListener("message", ({ data, source }) => letters[source === ours.contentWindow ? "ours" : "other"].push(data.type));
      </script>${frame("ours", allowed)}${frame("other", "https://other.example")}`);
    });
    await new Promise<void>((done) => host.listen(0, "127.0.0.1", done));
    try {
      const origin = originOf(host);
      const around = await tab(firefox, [origin, originOf(server)]);
      await around.goto(origin);
      const letters = () => around.evaluate(() => (window as unknown as { letters: Record<string, string[]> }).letters);
      await until(async () => (await letters()).ours.includes("ready"), "the frame says that it is ready");
      await around.evaluate(
        ([text, target]) => {
          for (const id of ["ours", "other"]) {
            const frame = document.getElementById(id) as HTMLIFrameElement;
            frame.contentWindow?.postMessage({ pipewright: 1, id: 1, type: "load", text }, target);
          }
        },
        [shop, originOf(server)],
      );
      const frame = await (await around.$("#ours"))?.contentFrame();
      if (!frame) throw new Error("there is no frame");
      await frame.waitForSelector(card("unit"));
      await frame.focus(card("unit"));
      await around.keyboard.down("Alt");
      await around.keyboard.press("ArrowRight");
      await around.keyboard.up("Alt");
      await until(async () => (await letters()).ours.includes("change"), "the page around hears of the change");
      expect((await letters()).other).toEqual([]);
      const other = await (await around.$("#other"))?.contentFrame();
      expect(await other?.$(".card")).toBeNull();
    } finally {
      await close(host);
    }
  }));
