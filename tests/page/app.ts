// The page as a person meets it: opening a fixture, reading the board, exporting.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./page";

const folder = join(import.meta.dirname, "../fixtures/pipelines");

/** The text of a fixture. */
export const fixture = (name: string) => readFileSync(join(folder, name), "utf8");

/** Opens a text as a file dropped on the page. */
export async function drop(page: Page, text: string | number[], name = ".gitlab-ci.yml") {
  await page.evaluate(
    ({ text, name }) => {
      const transfer = new DataTransfer();
      const content = typeof text === "string" ? text : new Uint8Array(text);
      transfer.items.add(new File([content], name));
      for (const type of ["dragover", "drop"]) {
        document.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }
    },
    { text, name },
  );
}

/** Goes to the page and opens a text. */
export async function open(page: Page, text: string) {
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1, name: "Pipewright" })).toBeVisible();
  await drop(page, text);
  await expect(page.locator(".workspace")).toBeVisible();
}

/** The card of a job. */
export const card = (page: Page, job: string): Locator => page.locator(`.board [data-job="${job}"]`);

/** The button of a card, which has the focus while the card has. */
export const cardButton = (page: Page, job: string): Locator => card(page, job).locator(".card-open");

/** The lane of a stage. */
export const lane = (page: Page, stage: string): Locator =>
  page.locator(".lane").filter({ has: page.locator(".lane-name", { hasText: new RegExp(`^${stage.replace(".", "\\.")}$`) }) });

/** The names of a stage's jobs from top to bottom. */
export const jobs = (page: Page, stage: string): Promise<string[]> => lane(page, stage).locator(".card-open").allTextContents();

/** The names of the shown stages from left to right. */
export const stages = (page: Page): Promise<string[]> => page.locator(".lane:not([hidden]) .lane-name").allTextContents();

/** Exports by the dialog and gives the file's bytes as text. */
export async function exported(page: Page): Promise<string> {
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download" }).click();
  return readFileSync(await (await download).path(), "utf8");
}

/** The lines that differ between two texts: `-` those that went, `+` those that came. */
export function changedLines(before: string, after: string): string[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  // The longest common subsequence, small texts only.
  const table = old.map(() => new Array<number>(now.length + 1).fill(0)).concat([new Array<number>(now.length + 1).fill(0)]);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      table[i][j] = old[i] === now[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
  const changes: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) i++, j++;
    else if (i < old.length && (j === now.length || table[i + 1][j] >= table[i][j + 1])) changes.push(`-${old[i++]}`);
    else changes.push(`+${now[j++]}`);
  }
  return changes;
}

/** Drags with the mouse from one place to another, in steps as a hand does. */
export async function dragTo(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  // The slot is found before the next paint.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The middle of an element. */
export async function middle(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("not on screen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, box };
}
