// Tabs that come and go, and the drafts that they leave.
import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "./page";

/** What one store of the browser's storage holds. */
const stored = <T>(page: Page, store: string) =>
  page.evaluate(
    (store) =>
      new Promise<T[]>((resolve, reject) => {
        const opening = indexedDB.open("pipewright");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction(store).objectStore(store).getAll();
          all.onsuccess = () => resolve(all.result);
          opening.result.close();
        };
      }),
    store,
  );

/** The drafts in the browser's storage. */
export const kept = (page: Page) => stored<{ id: string; name: string; text: string; opened: string }>(page, "drafts");

/** Waits until the file that opened is among the recent ones. */
export const isRemembered = (page: Page) => expect.poll(async () => (await stored(page, "files")).length).toBe(1);

/** Waits until a draft is taken up with its history of so many steps. */
export async function isTakenUp(page: Page, steps: number) {
  await page.getByRole("button", { name: "History" }).click();
  // And what was opened.
  await expect(page.getByRole("dialog").locator(".step")).toHaveCount(steps + 1);
  await page.keyboard.press("Escape");
}

/** The button that goes on with a draft. */
export const continueButton = (page: Page) => page.getByRole("button", { name: "Continue", exact: true });

/** A tab that ends without a word, as its process does. */
export async function crash(page: Page) {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();
}

/** Opens a tab with nothing in it but the page. */
export async function tab(context: BrowserContext, baseURL?: string) {
  const page = await context.newPage();
  // Wide enough for the text beside the board.
  await page.setViewportSize({ width: 1500, height: 900 });
  await page.goto(baseURL ?? "./");
  await expect(page.getByRole("heading", { level: 1, name: "Pipewright" })).toBeVisible();
  return page;
}
