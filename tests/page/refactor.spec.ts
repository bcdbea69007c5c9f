// Refactorings and the choice between here and the source, as a person meets them.
import { card, exported, open } from "./app";
import { expect, test } from "./page";

const text = `stages: [build, test]

.base: &base
  tags: [docker] # shared
  image: rust

lint:
  extends: .base
  stage: test
  script: cargo clippy

unit:
  extends: .base
  stage: test
  script: cargo test

docs:
  <<: *base
  stage: build
  script: &say
    - cargo doc

say:
  stage: build
  script: *say
`;

const inspector = (page: import("@playwright/test").Page) => page.getByRole("region", { name: "Inspector" });

async function menu(page: import("@playwright/test").Page, job: string, item: string) {
  await page.getByRole("button", { name: `Menu of ${job}` }).click();
  await page.getByRole("menuitem", { name: "Refactor" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 1400 });
  await open(page, text);
});

test("a value from a base is changed here only or at its source", async ({ page }) => {
  await card(page, "lint").locator(".card-open").click();
  const pane = inspector(page);
  await pane.getByRole("button", { name: "Change Tags here or where it comes from" }).click();
  await expect(pane.getByText("There it changes 3 jobs: lint, unit, docs")).toBeVisible();
  await pane.getByRole("button", { name: "Here only" }).click();
  expect(await exported(page)).toBe(text.replace("  extends: .base\n  stage: test\n", "  extends: .base\n  stage: test\n  tags:\n    - docker\n"));
  await page.keyboard.press("Escape");
  await card(page, "unit").locator(".card-open").click();
  await pane.getByRole("button", { name: "Change Tags here or where it comes from" }).click();
  await pane.getByRole("button", { name: "At the source: .base" }).click();
  await expect(pane.getByRole("heading", { level: 2 })).toHaveText(".base");
});

test("an aliased script is written out here", async ({ page }) => {
  await card(page, "say").locator(".card-open").click();
  const pane = inspector(page);
  await pane.getByRole("button", { name: "Change script here or where it comes from" }).click();
  await pane.getByRole("button", { name: "Here only" }).click();
  expect(await exported(page)).toBe(text.replace("  script: *say\n", "  script:\n    - cargo doc\n"));
});

test("deleting an anchor in use offers to write out its uses, as one step", async ({ page }) => {
  await card(page, "docs").locator(".card-open").focus();
  await page.keyboard.press("Delete");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("say (line 25)");
  await dialog.getByRole("button", { name: "Write out and go on" }).click();
  await expect(card(page, "docs")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(card(page, "docs")).toBeVisible();
  expect(await exported(page)).toBe(text);
});

test("a base is extracted and written out again", async ({ page, expectAccessible }) => {
  await menu(page, "lint", "Extract a base…");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name of the new base").fill(".of-test");
  await expect(dialog.getByRole("checkbox", { name: "unit (stage)" })).toBeChecked();
  await expectAccessible();
  await dialog.getByRole("button", { name: "Extract" }).click();
  await expect(inspector(page).getByRole("heading", { level: 2 })).toHaveText(".of-test");
  expect(await exported(page)).toContain(".of-test:\n  stage: test\n\nlint:\n  extends:\n    - .base\n    - .of-test\n  script: cargo clippy\n");
});

test("jobs are sorted by stage from the file's panel", async ({ page }) => {
  const pane = inspector(page);
  await pane.getByRole("button", { name: "Refactor", exact: true }).click();
  await pane.getByRole("button", { name: "Sort jobs by stage" }).click();
  const after = await exported(page);
  expect(after.indexOf("docs:")).toBeLessThan(after.indexOf("lint:"));
});
