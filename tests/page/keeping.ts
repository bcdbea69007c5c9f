// Tabs that come and go, and the drafts that they leave.
import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "./page";

/** The drafts in the browser's storage. */
export const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ id: string; name: string; text: string; opened: string }[]>((resolve, reject) => {
        const opening = indexedDB.open("pipewright");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("drafts").objectStore("drafts").getAll();
          all.onsuccess = () => resolve(all.result);
          opening.result.close();
        };
      }),
  );

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
