// What a person does to get to the inspector, for its tests.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./page";

/** The pipeline that the tests of the inspector edit: comments, anchors, extends, a default. */
export const original = readFileSync(
  fileURLToPath(new URL("fixtures/inspector.gitlab-ci.yml", import.meta.url)),
  "utf8",
);

export async function open(page: Page) {
  await page.goto("./");
  await expect(page.locator("#hacktext")).toBeVisible();
}

export async function select(page: Page, job: string) {
  await page.locator(`[data-job="${job}"]`).click();
}

export async function textOf(page: Page): Promise<string> {
  return (await page.locator("#hacktext").textContent()) ?? "";
}

export async function undo(page: Page) {
  await page.locator('[data-job="UNDO"]').click();
}

export async function redo(page: Page) {
  await page.locator('[data-job="REDO"]').click();
}

/** The inspector. */
export const inspector = (page: Page): Locator => page.getByRole("complementary", { name: "Inspector" });

/** Opens a section if it is closed. */
export async function section(page: Page, title: string) {
  const toggle = inspector(page).locator("h3").getByRole("button", { name: title });
  if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
}

/** Expects the text to be the original with these lines changed: each pair is a piece and what stands there now. */
export async function expectText(page: Page, ...changes: [string, string][]) {
  let wanted = original;
  for (const [before, after] of changes) {
    if (!wanted.includes(before)) throw new Error(`the original has no ${before}`);
    wanted = wanted.replace(before, () => after);
  }
  await expect.poll(async () => (await textOf(page)).split("\n")).toEqual(wanted.split("\n"));
}
