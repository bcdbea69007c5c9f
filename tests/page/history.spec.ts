// Going through the steps, putting single changes back, and merging with the file as it is now.
import { card, drop, exported, open } from "./app";
import { expect, test } from "./page";

const text = "stages: [build, test]\nvariables:\n  A: \"1\"\n\n# builds\nbuild:\n  stage: build\n  script: make\n\ntest:\n  stage: test\n  script: make test\n";

/** Moves the card of a job by Alt and an arrow key. */
async function move(page: import("@playwright/test").Page, job: string, key: string) {
  await card(page, job).locator(".card-open").focus();
  await page.keyboard.press(`Alt+${key}`);
}

test("each step is listed with its lines and can be gone to", async ({ page, expectAccessible }) => {
  await open(page, text);
  await move(page, "build", "ArrowRight");
  await move(page, "test", "ArrowLeft");
  await page.getByRole("button", { name: "History" }).click();
  const steps = page.getByRole("dialog").locator(".step");
  await expect(steps).toHaveText([/test moved to build\..*1 line/, /build moved to test\..*1 line/, "As it was opened"]);
  await expectAccessible();
  await steps.last().click();
  await expect(steps.last()).toHaveAttribute("aria-current", "step");
  await steps.nth(1).click();
  await page.keyboard.press("Escape");
  expect(await exported(page)).toBe(text.replace("stage: build\n", "stage: test\n"));
});

test("one change is put back from the list of changes, and the others stay", async ({ page }) => {
  await open(page, text);
  await move(page, "build", "ArrowRight");
  await move(page, "test", "ArrowLeft");
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator(".diff-hunk")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+s");
  await dialog.getByRole("button", { name: "Put change 1 back as it was" }).click();
  await expect(dialog.getByText("No changes")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  expect(await exported(page)).toContain("build:\n  stage: test\n");
});

test("a file that changed elsewhere is merged with the edits here", async ({ page }) => {
  await open(page, text);
  await move(page, "build", "ArrowRight");
  await drop(page, text.replace("make test", "make check"));
  await page.getByRole("dialog").getByRole("button", { name: "Merge" }).click();
  await expect(page.getByText("Your edits were merged")).toBeVisible();
  expect(await exported(page)).toBe(text.replace("stage: build\n", "stage: test\n").replace("make test", "make check"));
});

test("where both changed the same line, the person decides", async ({ page, expectAccessible }) => {
  await open(page, text);
  await move(page, "build", "ArrowRight");
  await drop(page, text.replace("  stage: build\n", "  stage: .pre\n"));
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(dialog.locator(".merge-conflict")).toHaveCount(1);
  await expectAccessible();
  await dialog.getByRole("combobox").selectOption({ label: "The file now" });
  await dialog.getByRole("button", { name: "Merge" }).click();
  expect(await exported(page)).toBe(text.replace("  stage: build\n", "  stage: .pre\n"));
});

test("the file's own card leads to its forms", async ({ page }) => {
  await open(page, text);
  await card(page, "build").locator(".card-open").click();
  const file = page.getByRole("button", { name: /Pipeline file/ });
  await expect(file).toContainText("1 variable");
  await file.click();
  await expect(file).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("heading", { name: "Global variables" })).toBeVisible();
});
