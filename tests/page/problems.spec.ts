// The list of problems: quick fixes with their preview, explanations, filter, the walk by F8, and checks turned off.
import { expect, test } from "./page";
import { exported, open } from "./app";

const broken = `stages: [build, test]
compile:
  stage: biuld
  image: ruby
  script: make
check:
  stage: tset
  script: make test
`;

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1500, height: 900 });
  await open(page, broken);
  await page.getByRole("button", { name: /problem/i }).first().click();
});

test("a quick fix shows what it changes, and is one step", async ({ page }) => {
  const row = page.locator(".problem-row").filter({ hasText: "chosen stage biuld" });
  await row.getByRole("button", { name: /^Why/ }).click();
  await expect(row.locator(".diff-line[data-tag=insert]")).toContainText("stage: build");
  await expect(row.locator(".rule-about")).toContainText("unknown-stage");
  await row.getByRole("button", { name: "Use “build”" }).click();
  await expect(page.locator(".problem-row").filter({ hasText: "chosen stage biuld" })).toHaveCount(0);
  await expect(page.locator(".problem-row").filter({ hasText: "chosen stage tset" })).toHaveCount(1);
  expect(await exported(page)).toBe(broken.replace("biuld", "build"));
});

test("all of a kind are fixed at once", async ({ page }) => {
  const row = page.locator(".problem-row").filter({ hasText: "chosen stage tset" });
  await row.getByRole("button", { name: /^Why/ }).click();
  await row.getByRole("button", { name: "Do so for all 2 of this kind" }).click();
  expect(await exported(page)).toBe(broken.replace("biuld", "build").replace("tset", "test"));
});

test("the list is filtered by words and by severity", async ({ page }) => {
  await expect(page.locator(".problem-row")).toHaveCount(3);
  await page.getByLabel("Filter problems").fill("check");
  await expect(page.locator(".problem-row")).toHaveCount(1);
  await page.getByLabel("Filter problems").fill("");
  await page.getByLabel("Show", { exact: true }).selectOption("warnings");
  await expect(page.locator(".problem-row")).toHaveCount(1);
  await expect(page.locator(".problem-row")).toContainText("image ruby has no version");
});

test("a check is turned off, stays so, and is turned on again", async ({ page, expectAccessible }) => {
  const row = page.locator(".problem-row").filter({ hasText: "image ruby" });
  await row.getByRole("button", { name: /^Why/ }).click();
  await expectAccessible();
  await row.getByLabel("What unpinned-image reports").selectOption("nothing");
  await expect(page.locator(".problem-row")).toHaveCount(2);
  await page.reload();
  await open(page, broken);
  await page.getByRole("button", { name: /problem/i }).first().click();
  await expect(page.locator(".problem-row")).toHaveCount(2);
  await page.locator(".checks-off summary").click();
  await page.getByRole("button", { name: "Turn on: unpinned-image" }).click();
  await expect(page.locator(".problem-row")).toHaveCount(3);
});

test("how much a warning matters is chosen, stays so, and leaves the file valid", async ({ page, expectAccessible }) => {
  await open(page, "compile: {image: ruby, script: make}\n");
  await page.getByRole("button", { name: /problem/i }).first().click();
  const row = page.locator(".problem-row").filter({ hasText: "image ruby" });
  await row.getByRole("button", { name: /^Why/ }).click();
  await row.getByLabel("What unpinned-image reports").selectOption("a hint");
  await expect(row.locator(".problem")).toHaveAttribute("data-severity", "hint");
  await expect(page.locator(".problems .pane-note")).toContainText("1 hint");
  await expectAccessible();
  await row.getByLabel("What unpinned-image reports").selectOption("an error");
  await expect(row.locator(".problem")).toHaveAttribute("data-severity", "error");
  await page.reload();
  await open(page, "compile: {image: ruby, script: make}\n");
  await page.getByRole("button", { name: /problem/i }).first().click();
  await expect(page.locator(".problem-row .problem")).toHaveAttribute("data-severity", "error");
  await page.getByRole("button", { name: "Export" }).first().click();
  await expect(page.locator(".export-validity")).toHaveAttribute("data-valid", "true");
});

test("rules explain themselves in Spanish too", async ({ page }) => {
  await page.evaluate(() => localStorage.setItem("pipewright.language", "es"));
  await page.reload();
  await open(page, broken);
  await page.getByRole("button", { name: /problema/i }).first().click();
  const row = page.locator(".problem-row").filter({ hasText: "chosen stage biuld" });
  await expect(row.locator(".problem-help")).toHaveText("Añádala a stages, o tome una de las que hay.");
  await row.getByRole("button", { name: /^Por qué/ }).click();
  await expect(row.locator(".rule-about")).toContainText("La etapa de un trabajo no está declarada.");
});

test("F8 goes through the problems and Shift+F8 back", async ({ page }) => {
  const line = page.locator(".source .cm-activeLine");
  await page.locator(".card-open").first().focus();
  await page.keyboard.press("F8");
  await expect(line).toContainText("stage: biuld");
  await page.locator(".card-open").first().focus();
  await page.keyboard.press("F8");
  await expect(line).toContainText("image: ruby");
  await page.locator(".card-open").first().focus();
  await page.keyboard.press("Shift+F8");
  await expect(line).toContainText("stage: biuld");
});
