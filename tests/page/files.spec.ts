// Opening, pasting, starting, exporting; bad input; broken text; languages and themes.
import { expect, test } from "./page";
import { card, cardButton, changedLines, drop, exported, fixture, jobs, open } from "./app";

const shop = fixture("shop.yml");

for (const name of ["shop.yml", "shop-crlf.yml"]) {
  test(`${name} comes back byte for byte`, async ({ page }) => {
    const text = fixture(name);
    await open(page, text);
    await page.keyboard.press("Control+s");
    await expect(page.getByRole("dialog")).toContainText("No changes");
    await page.keyboard.press("Escape");
    expect(await exported(page)).toBe(text);
  });
}

test("an edit of a file with CRLF changes one line and keeps its ends", async ({ page }) => {
  const text = fixture("shop-crlf.yml");
  await open(page, text);
  await cardButton(page, "unit").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("dialog")).toContainText("The file is valid");
  await expect(page.locator(".diff-line[data-tag=insert]")).toHaveCount(1);
  await page.keyboard.press("Escape");
  expect(changedLines(text, await exported(page))).toEqual(["-  stage: test\r", "+  stage: build\r"]);
});

test("a slow file does not take the place of one that was given after it", async ({ page }) => {
  await page.addInitScript(() => {
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = async function () {
      const content = await arrayBuffer.call(this);
      if ((this as File).name === "slow.yml") {
        await new Promise((done) => Object.assign(globalThis, { answer: done }));
        Reflect.deleteProperty(globalThis, "answer");
      }
      return content;
    };
  });
  const answer = () => page.evaluate(() => (globalThis as unknown as { answer: () => void }).answer());
  const isAnswered = () => page.evaluate(() => !("answer" in globalThis));
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1, name: "Pipewright" })).toBeVisible();
  await drop(page, shop, "slow.yml");
  await expect.poll(isAnswered).toBe(false);
  await drop(page, "quick:\n  script: make\n", "quick.yml");
  await expect(card(page, "quick")).toBeVisible();
  await answer();
  await expect.poll(isAnswered).toBe(true);
  await expect(page.locator(".top-name")).toHaveText("quick.yml");
  // Given again, it is the newer one.
  await drop(page, shop, "slow.yml");
  await expect.poll(isAnswered).toBe(false);
  await answer();
  await expect(card(page, "unit")).toBeVisible();
});

test("bad files are refused with a reason, and what was open stays", async ({ page }) => {
  await open(page, shop);
  const toast = page.locator(".toast");
  await drop(page, "", "empty.yml");
  await expect(toast.last()).toContainText("empty.yml is empty");
  await drop(page, [97, 0, 98], "binary.yml");
  await expect(toast.last()).toContainText("binary.yml is not a text file");
  await drop(page, [97, 58, 32, 0xff], "latin.yml");
  await expect(toast.last()).toContainText("latin.yml is not UTF-8");
  await drop(page, "a".repeat(10_000_000), "large.yml");
  await expect(toast.last()).toContainText("large.yml has 9.5 MB");
  await expect(card(page, "bundle")).toBeVisible();
});

test("unsaved changes are not lost without a question", async ({ page }) => {
  await open(page, shop);
  await cardButton(page, "unit").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(page.locator(".top-unsaved")).toBeVisible();
  await drop(page, "other:\n  script: make\n", "other.yml");
  await page.getByRole("dialog").getByRole("button", { name: "Keep editing" }).click();
  await expect(card(page, "unit")).toBeVisible();
  await drop(page, "other:\n  script: make\n", "other.yml");
  await page.getByRole("dialog").getByRole("button", { name: "Discard changes" }).click();
  await expect(card(page, "other")).toBeVisible();
});

test("each starter opens as a valid pipeline", async ({ page }) => {
  for (const name of ["Minimal", "Docker", "Node.js", "Python"]) {
    await page.goto("./");
    await page.getByRole("button", { name }).click();
    await expect(page.locator(".lane .card").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "No problems" })).toBeVisible();
  }
});

test("a pasted text opens, but not where text is typed", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "pasted:\n  script: make\n");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(card(page, "pasted")).toBeVisible();
});

test("typing in the text changes the board; broken text keeps it and says where", async ({ page }) => {
  await page.setViewportSize({ width: 1500, height: 900 });
  await open(page, "build:\n  stage: build\n  script: make\n");
  const text = page.locator(".source .cm-content");
  await text.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("check:\nscript: make test");
  // The second line wants its indentation.
  await page.keyboard.press("Home");
  await page.keyboard.type("  ");
  await expect.poll(() => jobs(page, "test")).toEqual(["check"]);
  await expect(card(page, "check")).toHaveAttribute("data-selected", "true");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\nbroken: [");
  await expect(page.locator(".banner")).toContainText("The board shows the last state that could be read");
  await expect.poll(() => jobs(page, "test")).toEqual(["check"]);
  // Edits are refused meanwhile.
  await cardButton(page, "build").focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(page.locator(".toast")).toContainText("YAML error");
  await text.click();
  // Typing is one step where its keys come within a second of each other, which a busy machine may not manage.
  await expect(async () => {
    await page.keyboard.press("Control+z");
    await expect(page.locator(".banner")).toHaveCount(0, { timeout: 1000 });
  }).toPass();
});

test("an edit on the board shows in the text, and a card marks its lines", async ({ page }) => {
  await page.setViewportSize({ width: 1500, height: 900 });
  await open(page, shop);
  await expect(page.locator(".source .cm-content")).toBeVisible();
  await cardButton(page, "bundle").click();
  await expect(page.locator(".source .cm-mark").first()).toContainText("bundle:");
  await page.keyboard.press("Alt+ArrowRight");
  await expect(page.locator(".source .cm-content")).toContainText("bundle:  stage: test");
});

test("problems are listed with their place and lead there", async ({ page }) => {
  await page.setViewportSize({ width: 1500, height: 900 });
  await open(page, "build:\n  stage: nowhere\n  script: make\n");
  await page.getByRole("button", { name: /problem/i }).first().click();
  const problem = page.locator(".problem").first();
  await expect(problem).toContainText("2:10");
  await problem.click();
  await expect(page.locator(".source .cm-activeLine")).toContainText("stage: nowhere");
  await expect(page.locator(".lane[data-kind=undeclared]")).toContainText("not declared");
});

test("an invalid file says so before it is exported", async ({ page }) => {
  await open(page, "build:\n  stage: nowhere\n  script: make\n");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("dialog")).toContainText("The file is not valid: GitLab would refuse it for one error.");
  await expect(page.getByRole("dialog").locator(".problem")).toHaveCount(1);
});

test("the language follows the browser, is switched, and is kept", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: "es-MX", baseURL });
  const page = await context.newPage();
  await page.goto("./");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("button", { name: "Abrir un archivo" })).toBeVisible();
  await page.getByRole("button", { name: "Idioma" }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Open a file" })).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("button", { name: "Open a file" })).toBeVisible();
  await context.close();
});

test("the theme is switched and kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, shop);
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect.poll(() => background()).not.toBe(light);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds no violation on the board and in its dialogs, ${colorScheme}`, async ({ page, expectAccessible }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1500, height: 900 });
    await open(page, shop);
    await expect(page.locator(".source .cm-content")).toBeVisible();
    await cardButton(page, "unit").click();
    await expectAccessible();
    await page.getByRole("button", { name: "Menu of unit", exact: true }).click();
    await expectAccessible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Alt+ArrowLeft");
    await page.keyboard.press("Control+s");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible();
  });

  test(`axe finds no violation in broken text with problems on a narrow page, ${colorScheme}`, async ({ page, expectAccessible }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, "build:\n  stage: build\n  script: make\nbroken: [\n");
    await expect(page.locator(".banner")).toBeVisible();
    await expectAccessible();
    await page.getByRole("button", { name: "Problems" }).click();
    await expectAccessible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
}
