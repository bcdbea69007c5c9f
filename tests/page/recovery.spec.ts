// When the page breaks down: never a white page, never without the text. Real breakdowns, each provoked from outside: an
// extension that makes the document refuse an element panics Rust, memory that is spoilt traps, files are missing.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { cardButton, drop, exported, fixture, open } from "./app";
import { isTakenUp, kept } from "./keeping";

// What a breakdown writes into the console.
test.use({ provoked: /unreachable|panicked|global Window|no elements here|memory access|Failed to load|integrity|CompileError|could not|Failed to find|of (null|undefined)/ });

const stopped = (page: Page) => page.getByRole("heading", { level: 1, name: "Pipewright has stopped" });
const text = (page: Page) => page.getByRole("textbox", { name: ".gitlab-ci.yml" });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** From now on the document gives no elements to the page, as some extensions do to pages that they rewrite. */
const spoilDocument = (page: Page) =>
  page.evaluate(() => {
    const { createElement } = document;
    const { cloneNode } = Node.prototype;
    document.createElement = Node.prototype.cloneNode = () => {
      // Once: the recovery page must find a document that works.
      Object.assign(document, { createElement });
      Object.assign(Node.prototype, { cloneNode });
      throw new Error("no elements here");
    };
  });

/** Opens a file, moves a job, and returns the text as it is then. */
async function edit(page: Page) {
  await open(page, fixture("shop.yml"));
  await cardButton(page, "unit").focus();
  await page.keyboard.press("Alt+ArrowRight");
  const edited = await exported(page);
  await page.keyboard.press("Escape");
  expect(edited).not.toBe(fixture("shop.yml"));
  return edited;
}

/** A panic of Rust in the middle of rendering. */
async function panic(page: Page) {
  await spoilDocument(page);
  await page.keyboard.press("Control+s");
  await expect(stopped(page)).toBeVisible();
}

test("a panic shows the text as it last was, to download and to copy, and a report without it", async ({ page, context, expectAccessible }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const edited = await edit(page);
  await panic(page);
  await expect(stopped(page)).toBeFocused();
  await expect(text(page)).toHaveValue(edited);
  await expectAccessible();

  const download = page.waitForEvent("download");
  await press(page, "Download");
  const file = await download;
  // Chromium takes the leading dot away.
  expect(file.suggestedFilename()).toMatch(/^\.?gitlab-ci\.yml$/);
  expect(readFileSync(await file.path(), "utf8")).toBe(edited);

  await press(page, "Copy the text");
  await expect(page.getByRole("status")).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(edited);

  await page.getByText("Report for the developers").click();
  await press(page, "Copy the report");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toMatch(/^Pipewright \d+\.\d+\.\d+ \([0-9a-f]+\)\npanic: panicked at .*\.rs:\d+/);
  const report = await copied();
  expect(report).toContain("wasm");
  expect(report).not.toContain("unit");
  await expectAccessible();
});

test("after a panic the instance is not entered again", async ({ page }) => {
  await edit(page);
  await panic(page);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+s");
  await drop(page, "other: {script: x}\n");
  await page.setViewportSize({ width: 500, height: 700 });
  await page.waitForTimeout(300);
  expect(errors).toEqual([]);
  await expect(stopped(page)).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("from the recovery page one goes on with the text, and its change against what was opened", async ({ page }) => {
  const edited = await edit(page);
  await panic(page);
  await press(page, "Reload and go on with this text");
  await expect(page.locator(".workspace")).toBeVisible();
  expect(await exported(page)).toBe(edited);
  await page.keyboard.press("Escape");
  await press(page, "Undo");
  expect(await exported(page)).toBe(fixture("shop.yml"));
});

test("going on takes the draft up with its history, and leaves no second one", async ({ page }) => {
  const edited = await edit(page);
  await cardButton(page, "unit").focus();
  await page.keyboard.press("Delete");
  await expect.poll(async () => (await kept(page)).map((draft) => draft.text.includes("unit:"))).toEqual([false]);
  await panic(page);
  await press(page, "Reload and go on with this text");
  await expect(page.locator(".workspace")).toBeVisible();
  await isTakenUp(page, 2);
  expect((await kept(page)).length).toBe(1);
  await page.keyboard.press("Control+z");
  // Only the last step of two.
  expect(await exported(page)).toBe(edited);
});

test("line ends, a byte order mark and every character come through a panic", async ({ page }) => {
  const odd = "\ufeffa:\r\n  script: 'ñ ✓ 🚀'\r\nb:\n  script: x\n";
  await open(page, odd);
  await panic(page);
  const download = page.waitForEvent("download");
  await press(page, "Download");
  expect(readFileSync(await (await download).path(), "utf8")).toBe(odd);
  await press(page, "Reload and go on with this text");
  await expect(page.locator(".workspace")).toBeVisible();
  expect(await exported(page)).toBe(odd);
});

test("an instance that dies without a panic is noticed as well, also when the text pane's editor called it", async ({ page }) => {
  // The way to the memory that an attacker of the instance would have: none. A test can ask for it beforehand.
  await page.addInitScript(() => {
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const result = await instantiate.apply(WebAssembly, given);
      (window as unknown as { exports: unknown }).exports = result.instance.exports;
      return result;
    };
  });
  await page.setViewportSize({ width: 1500, height: 900 });
  await open(page, fixture("shop.yml"));
  await page.locator(".cm-content").click();
  // The table of what it holds of the browser, emptied.
  await page.evaluate(() => {
    const { exports } = window as unknown as { exports: Record<string, unknown> };
    const table = Object.values(exports).find((value) => value instanceof WebAssembly.Table && value.length > 500);
    if (!(table instanceof WebAssembly.Table)) throw new Error("no table");
    for (let index = 0; index < table.length; index++) table.set(index, null);
  });
  await page.keyboard.type("x");
  await expect(stopped(page)).toBeVisible();
  await expect(text(page)).toHaveValue(fixture("shop.yml"));
});

test("a text of 1 MB is handed over without a copy at each key", async ({ page }) => {
  const large = `job-0:\n  script:\n${`    - echo ${"x".repeat(90)}\n`.repeat(10_000)}`;
  await open(page, large);
  await page.evaluate(() => {
    const { keep } = globalThis.pipewright;
    globalThis.pipewright.keep = (...given) => {
      (window as unknown as { given: unknown }).given = given;
      keep(...given);
    };
  });
  await cardButton(page, "job-0").focus();
  await page.keyboard.press("Delete");
  const given = () => page.evaluate(() => (window as unknown as { given: unknown[] }).given);
  await expect.poll(async () => (await given())?.map((value) => typeof value)).toEqual(["string", "number", "number", "number", "number"]);
  expect((await given())[4]).toBe(large.length);
  expect(large.length).toBeGreaterThan(1e6);
});

test.describe("a start that fails says why", () => {
  const noStart = (page: Page) => page.getByRole("heading", { level: 1, name: "Pipewright could not start" });

  test("the WebAssembly is missing", async ({ page, expectAccessible }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
    await page.goto("./");
    await expect(noStart(page)).toBeVisible();
    await expect(page.getByText("could not be loaded")).toBeVisible();
    await expectAccessible();
    await page.unroute("**/*.wasm");
    await press(page, "Try again");
    await expect(page.getByRole("heading", { level: 1, name: "Pipewright", exact: true })).toBeVisible();
  });

  test("a script is not the one of this version", async ({ page }) => {
    await page.route("**/start-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "alert(1)" }));
    await page.goto("./");
    await expect(noStart(page)).toBeVisible();
    await expect(page.getByText("not the part that belongs to this version")).toBeVisible();
  });

  test("the browser has no WebAssembly, in Spanish", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ locale: "es-ES", baseURL, serviceWorkers: "block" });
    const page = await context.newPage();
    await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
    await page.goto("./");
    await expect(page.getByText("navegador es demasiado antiguo")).toBeVisible();
    await context.close();
  });

  test("there is no JavaScript", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const page = await context.newPage();
    await page.goto("./");
    await expect(page.getByText("JavaScript is off")).toBeVisible();
    await context.close();
  });
});
