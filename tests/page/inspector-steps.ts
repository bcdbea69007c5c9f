// What a person does to get to the inspector, for its tests.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./page";

/** The pipeline that the tests of the inspector edit: comments, anchors, extends, a default. */
const fixture = fileURLToPath(new URL("fixtures/inspector.gitlab-ci.yml", import.meta.url));
export const original = readFileSync(fixture, "utf8");

/** Opens the pipeline by the file picker, in a window so high that the text pane shows every line. */
export async function open(page: Page, width = 1600) {
  await page.setViewportSize({ width, height: 2600 });
  // The picker of the File System Access API is the browser's own and can't be driven; saving.spec.ts stands in for it.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await page.goto("./");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file" }).click();
  await (await chooser).setFiles(fixture);
  await expect(page.locator('[data-job="compile"]')).toBeVisible();
  await expect(page.locator(".cm-line").first()).toBeVisible();
}

/** Selects a job by its card. */
export async function select(page: Page, job: string) {
  await page.locator(`[data-job="${job}"] .card-open`).click();
  await expect(inspector(page).getByRole("heading", { level: 2 })).toHaveText(job);
}

/** The lines that the text pane shows. */
export async function linesOf(page: Page): Promise<string[]> {
  return page.locator(".cm-line").evaluateAll((lines) => lines.map((line) => line.textContent ?? ""));
}

export async function undo(page: Page) {
  await page.getByRole("button", { name: "Undo" }).first().click();
}

export async function redo(page: Page) {
  await page.getByRole("button", { name: "Redo" }).first().click();
}

/** The inspector. */
export const inspector = (page: Page): Locator => page.getByRole("region", { name: "Inspector" });

/** Opens a section if it is closed. */
export async function section(page: Page, title: string) {
  // Another section's title may begin in the same way.
  const toggle = inspector(page).locator("h3").getByRole("button", { name: title }).first();
  if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
}

/** Expects the text to be the original with these changes: each is a piece and what stands there now. */
export async function expectText(page: Page, ...changes: [string, string][]) {
  let wanted = original;
  for (const [before, after] of changes) {
    if (!wanted.includes(before)) throw new Error(`the text has no ${before}`);
    wanted = wanted.replace(before, () => after);
  }
  await expect.poll(() => linesOf(page)).toEqual(wanted.split("\n"));
}
