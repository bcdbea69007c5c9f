// Opening and saving in place, with files of the browser's own file system standing for those of the disk: real handles,
// real writes. The pickers are stand-ins, as no test can press the buttons of the browser's own windows.
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { card, cardButton, changedLines, fixture, jobs } from "./app";
import { isRemembered, kept } from "./keeping";

const shop = fixture("shop.yml");
const NAME = ".gitlab-ci.yml";

/** Writes a file as another program would. */
const write = (page: Page, text: string, name = NAME) =>
  page.evaluate(
    async ({ text, name }) => {
      const folder = await navigator.storage.getDirectory();
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    },
    { text, name },
  );

/** What a file holds. */
const read = (page: Page, name = NAME) =>
  page.evaluate(async (name) => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle(name)).getFile()).text();
  }, name);

/** The page, where the pickers give files of those names; `null` stands for a person who picks none. */
async function withPickers(page: Page, opens: string | null = NAME, saves: string | null = "other.yml") {
  await page.addInitScript(
    ({ opens, saves }) => {
      const handle = async (name: string | null, create: boolean) => {
        if (name === null) throw new DOMException("the person picked none", "AbortError");
        return (await navigator.storage.getDirectory()).getFileHandle(name, { create });
      };
      window.showOpenFilePicker = async () => [await handle(opens, false)];
      window.showSaveFilePicker = () => handle(saves, true);
    },
    { opens, saves },
  );
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1, name: "Pipewright" })).toBeVisible();
}

/** Opens the file by the picker. */
async function pick(page: Page) {
  await page.getByRole("button", { name: "Open a file" }).click();
  await expect(page.locator(".workspace")).toBeVisible();
}

async function edit(page: Page) {
  await cardButton(page, "unit").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect.poll(() => jobs(page, "build")).toContain("unit");
}

/** The page comes to the front again. */
const front = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("focus")));

test("Ctrl+S saves in place, the one line that changed, and nothing is unsaved then", async ({ page }) => {
  await withPickers(page);
  await write(page, shop);
  await pick(page);
  await edit(page);
  await expect(page.locator(".top-unsaved")).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.locator(".toast")).toContainText(".gitlab-ci.yml was saved");
  expect(changedLines(shop, await read(page))).toEqual(["-  stage: test", "+  stage: build"]);
  await expect(page.locator(".top-unsaved")).toHaveCount(0);
  await expect.poll(async () => (await kept(page)).length).toBe(0);
  // Undo goes behind the save, and that is unsaved again.
  await page.keyboard.press("Control+z");
  await expect(page.locator(".top-unsaved")).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator(".top-unsaved")).toHaveCount(0);
  await expect.poll(() => read(page)).toBe(shop);
});

test("what is written is a copy of its own, so that nothing changes it while it is written", async ({ page }) => {
  await page.addInitScript(() => {
    const write = FileSystemWritableFileStream.prototype.write;
    FileSystemWritableFileStream.prototype.write = function (data) {
      const sizes = ArrayBuffer.isView(data) ? [data.byteLength, data.buffer.byteLength] : [];
      (window as unknown as { sizes: number[] }).sizes = sizes;
      return write.call(this, data);
    };
  });
  await withPickers(page);
  await write(page, shop);
  await pick(page);
  await edit(page);
  await page.keyboard.press("Control+s");
  await expect(page.locator(".toast")).toContainText(".gitlab-ci.yml was saved");
  const [bytes, buffer] = await page.evaluate(() => (window as unknown as { sizes: number[] }).sizes);
  expect(bytes).toBeGreaterThan(1000);
  expect(buffer).toBe(bytes);
});

test("what is unsaved is guarded when the page is left", async ({ page }) => {
  await withPickers(page);
  await write(page, shop);
  await pick(page);
  let asked = 0;
  page.on("dialog", (dialog) => {
    asked++;
    void dialog.accept();
  });
  await edit(page);
  await page.keyboard.press("Control+s");
  await expect(page.locator(".top-unsaved")).toHaveCount(0);
  await page.reload();
  expect(asked).toBe(0);
  await page.getByRole("button", { name: NAME, exact: true }).click();
  await cardButton(page, "lint").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(page.locator(".top-unsaved")).toBeVisible();
  await page.reload();
  expect(asked).toBe(1);
});

test("a file that was open is opened and saved again in the next visit, also from its draft", async ({ page }) => {
  await withPickers(page);
  await write(page, shop);
  await pick(page);
  await isRemembered(page);
  await page.reload();
  await page.getByRole("button", { name: NAME, exact: true }).click();
  await edit(page);
  await expect.poll(async () => (await kept(page)).length).toBe(1);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(card(page, "unit")).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.locator(".toast")).toContainText("was saved");
  expect(changedLines(shop, await read(page))).toEqual(["-  stage: test", "+  stage: build"]);
});

test("a draft whose file changed since is not saved over it, though the file could not be read before", async ({ page }) => {
  // As after a restart of the browser: nothing is permitted until the person says so.
  await page.addInitScript(() => {
    let state: PermissionState = "prompt";
    FileSystemFileHandle.prototype.queryPermission = () => Promise.resolve(state);
    FileSystemFileHandle.prototype.requestPermission = () => Promise.resolve((state = "granted"));
  });
  await withPickers(page);
  await write(page, shop);
  await pick(page);
  await edit(page);
  await expect.poll(async () => (await kept(page)).length).toBe(1);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  const theirs = shop.replace("alpine:3.20", "alpine:3.21");
  await write(page, theirs);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(card(page, "unit")).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("dialog")).toContainText("changed on disk");
  expect(await read(page)).toBe(theirs);
  await page.getByRole("dialog").getByRole("button", { name: "Merge" }).click();
  await page.keyboard.press("Control+s");
  await expect(page.locator(".toast").filter({ hasText: "was saved" })).toBeVisible();
  expect(changedLines(theirs, await read(page))).toEqual(["-  stage: test", "+  stage: build"]);
});

test("a recent file is forgotten where that is asked for", async ({ page }) => {
  await withPickers(page);
  await write(page, shop);
  await pick(page);
  await isRemembered(page);
  await page.reload();
  await page.getByRole("button", { name: `Forget ${NAME}` }).click();
  await expect(page.getByRole("heading", { name: "Recent files" })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Or start from" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Recent files" })).toHaveCount(0);
});

test("a recent file that is gone says so and is forgotten", async ({ page }) => {
  await withPickers(page);
  await write(page, shop);
  await pick(page);
  await isRemembered(page);
  await page.evaluate(async (name) => (await navigator.storage.getDirectory()).removeEntry(name), NAME);
  await page.reload();
  await page.getByRole("button", { name: NAME, exact: true }).click();
  await expect(page.locator(".toast")).toContainText("is no longer where it was");
  await expect(page.getByRole("button", { name: NAME, exact: true })).toHaveCount(0);
});

test("a file saved under another name is that file from then on", async ({ page }) => {
  await withPickers(page);
  await page.getByRole("button", { name: "Minimal" }).click();
  await cardButton(page, "unit-tests").or(page.locator(".card-open").first()).first().focus();
  await page.getByRole("button", { name: "File menu" }).click();
  await page.getByRole("menuitem", { name: "Save as…" }).click();
  await expect(page.locator(".toast")).toContainText("other.yml was saved");
  await expect(page.locator(".top-name")).toHaveText("other.yml");
  const text = await read(page, "other.yml");
  expect(text).toContain("stages:");
  await page.locator(".card-open").last().focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(page.locator(".top-unsaved")).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.locator(".top-unsaved")).toHaveCount(0);
  expect(changedLines(text, await read(page, "other.yml"))).toHaveLength(2);
});

test("who picks no file and no place changes nothing", async ({ page }) => {
  await withPickers(page, null, null);
  await page.getByRole("button", { name: "Open a file" }).click();
  await expect(page.locator(".toast")).toHaveCount(0);
  await page.getByRole("button", { name: "Minimal" }).click();
  await page.getByRole("button", { name: "File menu" }).click();
  await page.getByRole("menuitem", { name: "Save as…" }).click();
  await expect(page.locator(".workspace")).toBeVisible();
  await expect(page.locator(".toast")).toHaveCount(0);
});

test("without unsaved edits a file that changed on disk is read again, as a step that undo takes back", async ({ page }) => {
  await withPickers(page);
  await write(page, shop);
  await pick(page);
  await write(page, shop.replace("  stage: build", "  stage: deploy"));
  await front(page);
  await expect(page.locator(".toast")).toContainText("changed on disk and was read again");
  await expect.poll(() => jobs(page, "deploy")).toContain("bundle");
  await expect(page.locator(".top-unsaved")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect.poll(() => jobs(page, "build")).toContain("bundle");
  await expect(page.locator(".top-unsaved")).toBeVisible();
});

test("with unsaved edits a file that changed on disk is merged, and saved then", async ({ page, expectAccessible }) => {
  await withPickers(page);
  await write(page, shop);
  await pick(page);
  await edit(page);
  const theirs = shop.replace("alpine:3.20", "alpine:3.21");
  await write(page, theirs);
  await front(page);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(".gitlab-ci.yml changed on disk");
  await expect(dialog.getByRole("button", { name: "Overwrite the file" })).toHaveCount(0);
  await expectAccessible();
  // Asked once for one state of the file.
  await dialog.getByRole("button", { name: "Keep editing" }).click();
  await front(page);
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press("Control+s");
  await expect(dialog).toContainText("Nothing was saved yet");
  expect(await read(page)).toBe(theirs);
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(card(page, "staging")).toContainText("alpine:3.21");
  await expect.poll(() => jobs(page, "build")).toContain("unit");
  await page.keyboard.press("Control+s");
  await expect(page.locator(".toast").filter({ hasText: "was saved" })).toBeVisible();
  expect(changedLines(theirs, await read(page))).toEqual(["-  stage: test", "+  stage: build"]);
});

test("where both changed the same line the person decides", async ({ page }) => {
  await withPickers(page);
  await write(page, shop);
  await pick(page);
  await edit(page);
  const unit = /(unit:\n(?:.*\n)*?  stage: )test/;
  expect(shop).toMatch(unit);
  await write(page, shop.replace(unit, "$1deploy"));
  await page.keyboard.press("Control+s");
  await page.getByRole("dialog").getByRole("button", { name: "Merge" }).click();
  await expect(page.getByRole("dialog").locator(".merge-conflict")).toHaveCount(1);
  await page.getByRole("dialog").getByRole("button", { name: "Merge" }).click();
  await page.keyboard.press("Control+s");
  await expect(page.locator(".toast").filter({ hasText: "was saved" })).toBeVisible();
  expect(changedLines(shop, await read(page))).toEqual(["-  stage: test", "+  stage: build"]);
});

test("a file that changed on disk is overwritten only when that is asked for", async ({ page }) => {
  await withPickers(page);
  await write(page, shop);
  await pick(page);
  await edit(page);
  await write(page, "other: {script: make}\n");
  await page.keyboard.press("Control+s");
  await page.getByRole("dialog").getByRole("button", { name: "Overwrite the file" }).click();
  await expect(page.locator(".toast")).toContainText("was saved");
  expect(changedLines(shop, await read(page))).toEqual(["-  stage: test", "+  stage: build"]);
});

test("a write that is refused or fails is said, and the edits stay unsaved", async ({ page }) => {
  await withPickers(page);
  await write(page, shop);
  await pick(page);
  await edit(page);
  const fail = (error: string) =>
    page.evaluate((error) => {
      FileSystemFileHandle.prototype.createWritable = () => Promise.reject(new DOMException("as the test wants", error));
    }, error);
  for (const [error, words] of [
    ["NotAllowedError", "not permitted to write"],
    ["QuotaExceededError", "the disk is full"],
    ["NoModificationAllowedError", "was not saved"],
  ]) {
    await fail(error);
    await page.keyboard.press("Control+s");
    await expect(page.locator(".toast").last()).toContainText(words);
    await expect(page.locator(".top-unsaved")).toBeVisible();
  }
  await expect.poll(() => read(page)).toBe(shop);
});

test("where the browser can't save in place the file is downloaded as ever", async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "showSaveFilePicker");
    Reflect.deleteProperty(window, "showOpenFilePicker");
  });
  await page.goto("./");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file" }).click();
  await (await chooser).setFiles({ name: "ci.yml", mimeType: "application/yaml", buffer: Buffer.from(shop) });
  await edit(page);
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Save as…" })).toHaveCount(0);
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("ci.yml");
  await expect(page.locator(".top-unsaved")).toHaveCount(0);
});
