// Without a network, after one visit; and the way to a new version. Each test has a server of its own, which it stops.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { serve } from "../../tools/serve.mjs";
import { expect, test as base } from "./page";
import { cardButton, drop, exported, fixture, open } from "./app";
import { isTakenUp } from "./keeping";

interface Host {
  /** The folder that is served, a copy of dist/. */
  folder: string;
  url: string;
  /** From now on nothing answers. */
  stop: () => Promise<void>;
}

const test = base.extend<{ host: Host; origins: string[] }>({
  host: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "pipewright-"));
    cpSync(join(import.meta.dirname, "../../dist"), folder, {
      recursive: true,
      // What is changed here has no compressed files.
      filter: (file) => !/\.(br|gz)$/.test(file),
    });
    const server = await serve(folder, 0, "/a/b/");
    const stop = () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    await use({ folder, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/a/b/`, stop });
    await stop();
    rmSync(folder, { recursive: true });
  },
  origins: async ({ host }, use) => use([new URL(host.url).origin]),
});
// So wide that the text pane is open.
test.use({ serviceWorkers: "allow", viewport: { width: 1500, height: 900 } });

/** Waits until the page is kept: its worker is active and answers for it. */
const isKept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  });

const caches = (page: Page) => page.evaluate(() => globalThis.caches.keys());

/** Makes the served folder another version: one file more, and a worker that knows of it. */
function publish(folder: string, version: string) {
  const worker = readFileSync(join(folder, "sw.js"), "utf8");
  const next = worker.replace(/version:"[^"]*"/, `version:"${version}"`);
  expect(next).not.toBe(worker);
  writeFileSync(join(folder, "sw.js"), next);
}

const prompt = (page: Page) => page.getByRole("status").filter({ hasText: "A new version is ready" });

test("after one visit the page opens, edits and exports without a server or a network", async ({ page, context, host }) => {
  await page.goto(host.url);
  await isKept(page);
  await host.stop();
  await context.setOffline(true);

  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Pipewright" })).toBeVisible();
  const text = fixture("shop.yml");
  await drop(page, text);
  await expect(page.locator(".cm-content")).toBeVisible();
  await cardButton(page, "unit").focus();
  await page.keyboard.press("Alt+ArrowRight");
  const edited = await exported(page);
  expect(edited).not.toBe(text);
  expect(edited.split("\n").length).toBe(text.split("\n").length);

  // As its address was written down elsewhere.
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  for (const address of ["index.html", "?view=board#part"]) {
    await again.goto(host.url + address);
    await expect(again.getByRole("heading", { level: 1, name: "Pipewright" })).toBeVisible();
  }
});

test("the page can be installed: its manifest names icons that are there, one for a mask", async ({ page, host }) => {
  await page.goto(host.url);
  const address = await page.locator("link[rel=manifest]").evaluate((link: HTMLLinkElement) => link.href);
  const manifest = await (await page.request.get(address)).json();
  expect(new URL(manifest.start_url, address).href).toBe(host.url);
  expect(new URL(manifest.scope, address).href).toBe(host.url);
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, new URL(src, address).href);
    expect(size).toBe(sizes);
  }
  expect(manifest.icons.map((icon: { purpose?: string }) => icon.purpose)).toContain("maskable");
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Playwright's contexts are private windows, in which nothing can be installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
});

test("a new version asks, reloads with the unsaved text, and leaves nothing of the old one", async ({ page, host, expectAccessible }) => {
  page.on("dialog", (dialog) => void dialog.accept().then(() => expect(dialog.type(), "no question").toBe("none")));
  await page.goto(host.url);
  await isKept(page);
  const [old] = await caches(page);
  await drop(page, fixture("shop.yml"));
  await cardButton(page, "unit").focus();
  await page.keyboard.press("Alt+ArrowRight");
  const edited = await exported(page);
  await page.keyboard.press("Escape");
  await cardButton(page, "unit").focus();
  await page.keyboard.press("Alt+ArrowRight");
  const unsaved = page.locator(".cm-content");
  const text = await unsaved.innerText();

  await expect(prompt(page)).toHaveCount(0);
  publish(host.folder, "next");
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(prompt(page)).toBeVisible();
  await expectAccessible();
  await Promise.all([page.waitForEvent("load"), prompt(page).getByRole("button", { name: "Reload" }).click()]);

  await expect(page.locator(".workspace")).toBeVisible();
  await expect(unsaved).toHaveText(text.trimEnd(), { useInnerText: true });
  await expect(prompt(page)).toHaveCount(0);
  const names = await caches(page);
  expect(names).toHaveLength(1);
  expect(names[0]).toContain("next");
  expect(names[0]).not.toBe(old);
  // So are its steps: the text can be taken back to what was opened.
  await isTakenUp(page, 2);
  const undo = page.getByRole("button", { name: "Undo", exact: true }).first();
  await undo.click();
  expect(await exported(page)).toBe(edited);
  await page.keyboard.press("Escape");
  await undo.click();
  expect(await exported(page)).toBe(fixture("shop.yml"));
  expect(edited).not.toBe(fixture("shop.yml"));

  // Carried once: another load begins anew.
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(page.locator(".workspace")).toHaveCount(0);
});

test("a version that is only half there is not taken, and the old one goes on", async ({ page, context, host }) => {
  await page.goto(host.url);
  await isKept(page);
  publish(host.folder, "half");
  writeFileSync(join(host.folder, "manifest.webmanifest"), "{}");
  const installed = page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
    const { installing } = registration;
    return new Promise((done) => {
      if (!installing) return done("none");
      installing.addEventListener("statechange", () => done(installing.state));
    });
  });
  expect(await installed).not.toBe("installed");
  await host.stop();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Pipewright" })).toBeVisible();
  await expect(prompt(page)).toHaveCount(0);
});
