// Drafts: what was edited and not saved is offered by the next visit; tabs notice each other; trouble is said.
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { card, cardButton, drop, fixture, jobs, open } from "./app";
import { continueButton, crash, kept, tab } from "./keeping";

const shop = fixture("shop.yml");

/** Moves a job to the stage before: one edit, one step. */
async function edit(page: Page) {
  await cardButton(page, "unit").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect.poll(() => jobs(page, "build")).toContain("unit");
}

test("a draft is offered by the next visit, with its history, and goes when it is exported", async ({ page, expectAccessible }) => {
  await open(page, shop);
  await expect(page).toHaveTitle(".gitlab-ci.yml – Pipewright");
  await edit(page);
  await expect(page).toHaveTitle("● .gitlab-ci.yml – Pipewright");
  await expect.poll(async () => (await kept(page)).length).toBe(1);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  const draft = page.locator(".draft");
  await expect(draft).toContainText(".gitlab-ci.yml");
  await expect(draft).toContainText("one line changed");
  await expectAccessible();
  await continueButton(page).click();
  await expect.poll(() => jobs(page, "build")).toContain("unit");
  await expect(page.locator(".top-unsaved")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(() => jobs(page, "build")).not.toContain("unit");
  // Nothing is unsaved: there is nothing to keep.
  await expect.poll(async () => (await kept(page)).length).toBe(0);
  await page.keyboard.press("Control+y");
  await expect.poll(async () => (await kept(page)).length).toBe(1);
  await page.keyboard.press("Control+s");
  const download = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Download" }).click();
  await download;
  await expect.poll(async () => (await kept(page)).length).toBe(0);
});

test("typing is written in runs, not by the key", async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    const counter = window as unknown as { puts: number };
    counter.puts = 0;
    IDBObjectStore.prototype.put = function (...all) {
      counter.puts++;
      return put.apply(this, all);
    };
  });
  await page.setViewportSize({ width: 1500, height: 900 });
  await open(page, shop);
  await page.locator(".source .cm-content").click();
  await page.keyboard.press("Control+End");
  const start = Date.now();
  await page.keyboard.type("# forty letters, typed as fast as it goes");
  const seconds = (Date.now() - start) / 1000;
  await expect.poll(async () => (await kept(page))[0]?.text.endsWith("it goes")).toBe(true);
  const puts = await page.evaluate(() => (window as unknown as { puts: number }).puts);
  // One wait is 250 ms at least.
  expect(puts).toBeLessThanOrEqual(2 + seconds * 4);
});

test("a draft is discarded after a question, and downloaded without one", async ({ page }) => {
  await open(page, shop);
  await edit(page);
  await expect.poll(async () => (await kept(page)).length).toBe(1);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the draft of .gitlab-ci.yml" }).click();
  expect((await download).suggestedFilename()).toMatch(/gitlab-ci\.yml$/);
  await page.getByRole("button", { name: "Discard the draft of .gitlab-ci.yml" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Keep the draft" }).click();
  await expect(page.locator(".draft")).toHaveCount(1);
  await page.getByRole("button", { name: "Discard the draft of .gitlab-ci.yml" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
  await expect(page.locator(".draft")).toHaveCount(0);
  expect(await kept(page)).toEqual([]);
});

for (const written of ["already", "only then"]) {
  test(`another file opens and what was open stays as a draft, written ${written}`, async ({ page }) => {
    await open(page, shop);
    // The writing that waits for an idle browser never comes.
    if (written === "only then") await page.evaluate(() => void (window.requestIdleCallback = () => 0));
    await edit(page);
    if (written === "already") await expect.poll(async () => (await kept(page)).length).toBe(1);
    await drop(page, "other:\n  script: make\n", "other.yml");
    await page.getByRole("dialog").getByRole("button", { name: "Keep as a draft and open" }).click();
    await expect(card(page, "other")).toBeVisible();
    expect((await kept(page)).map((draft) => draft.name)).toEqual([".gitlab-ci.yml"]);
    await page.getByRole("button", { name: "File menu" }).click();
    await page.getByRole("menuitem", { name: "New from a starter…" }).click();
    await continueButton(page).click();
    await expect.poll(() => jobs(page, "build")).toContain("unit");
  });
}

test("two tabs on one draft notice each other", async ({ context, baseURL }) => {
  const first = await tab(context, baseURL);
  await drop(first, shop);
  await edit(first);
  await expect.poll(async () => (await kept(first)).length).toBe(1);
  const second = await tab(context, baseURL);
  await expect(second.locator(".draft")).toContainText("Open in another tab");
  await expect(continueButton(second)).toHaveCount(0);
  await second.getByRole("button", { name: "Continue with a copy" }).click();
  await expect(card(second, "unit")).toBeVisible();
  await expect(first.locator(".toast")).toContainText("Another tab goes on with a copy of .gitlab-ci.yml");
  // Both go on, each with a draft of its own.
  await cardButton(second, "lint").focus();
  await second.keyboard.press("Alt+ArrowLeft");
  await expect.poll(async () => new Set((await kept(second)).map((draft) => draft.text)).size).toBe(2);
});

test("a draft that another tab took in the meantime is not taken twice", async ({ context, baseURL }) => {
  const author = await tab(context, baseURL);
  await drop(author, shop);
  await edit(author);
  await expect.poll(async () => (await kept(author)).length).toBe(1);
  await crash(author);
  const [first, second] = [await tab(context, baseURL), await tab(context, baseURL)];
  await expect(continueButton(second)).toBeVisible();
  await continueButton(first).click();
  await expect(card(first, "unit")).toBeVisible();
  await continueButton(second).click();
  await expect(second.locator(".toast")).toContainText("was opened in another tab just now");
  await expect(second.locator(".draft")).toContainText("Open in another tab");
});

test("full storage is said, loses nothing, and drafts are kept again when there is room", async ({ page, baseURL, expectAccessible }) => {
  await open(page, shop);
  const session = await page.context().newCDPSession(page);
  const origin = new URL(baseURL ?? "").origin;
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await edit(page);
  const notice = page.locator(".banner[data-kind=drafts]");
  await expect(notice).toContainText("the browser’s storage is full");
  await expectAccessible();
  expect(await kept(page)).toEqual([]);
  // Work goes on, and the notice hands the file out.
  await page.keyboard.press("Control+z");
  await expect(notice).toHaveCount(0);
  await page.keyboard.press("Control+y");
  await expect(notice).toBeVisible();
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await cardButton(page, "lint").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(notice).toHaveCount(0);
  await expect.poll(async () => (await kept(page)).length).toBe(1);
});

for (const [name, error, words] of [
  ["refused", "SecurityError", "the browser refuses storage here"],
  ["damaged", "UnknownError", "can’t use its storage for this page"],
  ["a newer version's", "VersionError", "a newer Pipewright has the storage"],
]) {
  test(`storage that is ${name} is said, and the work goes on`, async ({ page }) => {
    await page.addInitScript((error) => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("as the test wants", error);
      };
    }, error);
    await page.goto("./");
    await expect(page.locator(".start-trouble")).toContainText(words);
    await drop(page, shop);
    await edit(page);
    const notice = page.locator(".banner[data-kind=drafts]");
    await expect(notice).toContainText(words);
    // Nothing promises a draft that can't be.
    await drop(page, "other:\n  script: make\n", "other.yml");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: "Discard changes" })).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Keep as a draft" })).toHaveCount(0);
    await dialog.getByRole("button", { name: "Keep editing" }).click();
    const download = page.waitForEvent("download");
    await notice.getByRole("button", { name: "Download" }).click();
    await download;
    await expect(notice).toHaveCount(0);
  });
}

test("records that are no drafts are passed over", async ({ page }) => {
  await open(page, shop);
  await edit(page);
  await expect.poll(async () => (await kept(page)).length).toBe(1);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("pipewright");
        opening.onsuccess = () => {
          const change = opening.result.transaction("drafts", "readwrite");
          const store = change.objectStore("drafts");
          store.put({ id: "a" });
          store.put({ id: "b", name: 1, text: {}, opened: [], time: "x" });
          store.put({ id: "c", name: "odd.yml", text: "a: 1\n", opened: "", history: "[7,{]", time: 0 });
          change.oncomplete = resolve;
          opening.result.close();
        };
      }),
  );
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.locator(".draft")).toHaveCount(2);
  await page.locator(".draft").filter({ hasText: "odd.yml" }).getByRole("button", { name: "Continue" }).click();
  await expect(page.locator(".top-name")).toHaveText("odd.yml");
});

test("a text of one megabyte is kept without holding up the typing", async ({ page }) => {
  await page.setViewportSize({ width: 1500, height: 900 });
  const lines = `    - echo "${"x".repeat(60)}"\n`.repeat(300);
  const text = Array.from({ length: 50 }, (_, at) => `job-${at}:\n  stage: test\n  script:\n${lines}`).join("");
  expect(text.length).toBeGreaterThan(1_000_000);
  await open(page, text);
  const content = page.locator(".source .cm-content");
  await content.click();
  await page.keyboard.press("Control+Home");
  await page.evaluate(() => {
    const record = window as unknown as { tasks: number[] };
    record.tasks = [];
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...all) {
      const start = performance.now();
      const request = put.apply(this, all);
      record.tasks.push(performance.now() - start);
      return request;
    };
  });
  await page.keyboard.type("# typed");
  await expect.poll(async () => (await kept(page))[0]?.text.startsWith("# typed")).toBe(true);
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  console.log(`writes of ${text.length} characters, in ms: ${tasks.map((task) => task.toFixed(1)).join(" ")}`);
  // The others may have waited for another program.
  expect(Math.min(...tasks)).toBeLessThan(50);
});
