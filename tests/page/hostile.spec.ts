// Hostile files: no script of theirs runs, nothing is asked for, nothing hangs, and each is open with its problems told or
// refused with the reason. Several a page, so that they also meet what the ones before have left.
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { drop } from "./app";
import { BOMB_FILES, type Hostile, SCRIPTS } from "./hostile";

/**
 * Longest that the page may be busy without answering, in milliseconds. On an idle machine none of them takes two seconds (the
 * longest 1.1 s on two cores); a busy one takes several times that, and a hang takes minutes.
 */
const HANG = 20_000;

interface Watch {
  ran?: unknown;
  longest: number;
}

/** Notes the longest task from now on. */
async function watch(page: Page) {
  await page.addInitScript(() => {
    const window = globalThis as unknown as Watch;
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: "longtask", buffered: true });
  });
}

/** Opens a hostile file over the one before and says what came of it. */
async function meet(page: Page, { name, content, says }: Hostile): Promise<string[]> {
  const wrong: string[] = [];
  await page.evaluate(() => ((globalThis as unknown as Watch).longest = 0));
  // What is said of this file is not what was said of another.
  await page.evaluate(() => document.querySelectorAll<HTMLElement>(".toast > button:last-child").forEach((close) => close.click()));
  await drop(page, content, name);
  const told = says === "opened" ? page.locator(".workspace > h1", { hasText: name }) : page.locator(".toast-text", { hasText: says });
  await told.first().waitFor({ state: "attached" }).catch(() => wrong.push("nothing was said"));
  // What shows its parts: problems, the forms of the first job, the text.
  if (says === "opened") {
    // By its place: to look for a role through the largest boards takes longer than to draw them.
    const problems = page.locator(".top-bar button", { hasText: /problem/i }).first();
    await problems.waitFor();
    if ((await page.locator(".problems").count()) === 0) await problems.click();
    const first = page.locator(".card-open").first();
    if ((await first.count()) > 0) await first.evaluate((button: HTMLElement) => button.click());
  }
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  const { ran, longest } = await page.evaluate(() => {
    const { ran, longest } = globalThis as unknown as Watch;
    return { ran, longest };
  });
  if (ran !== undefined) wrong.push("a script ran");
  if (longest > HANG) wrong.push(`busy for ${Math.round(longest)} ms`);
  if ((await page.locator("script:not([src]):not([type=importmap]), iframe, object, embed").count()) > 0) wrong.push("an element came in");
  if (await page.locator(".recovery").count()) wrong.push(`broke down: ${await page.locator(".recovery pre").textContent()}`);
  return wrong;
}

async function meetAll(page: Page, files: Hostile[]) {
  const wrong: Record<string, string[]> = {};
  page.on("dialog", (dialog) => {
    if (dialog.type() !== "beforeunload") wrong[dialog.message()] = ["a dialog of the browser"];
    void dialog.dismiss();
  });
  await watch(page);
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1, name: "Pipewright" })).toBeVisible();
  for (const file of files) {
    const found = await meet(page, file);
    if (found.length) {
      wrong[file.title] = found;
      if (found.some((what) => what.startsWith("broke down"))) await page.goto("./");
    }
  }
  expect(wrong).toEqual({});
}

// So wide that the text pane is open. Playwright's own trace would take minutes for the largest boards.
test.use({ viewport: { width: 1500, height: 900 }, trace: "off" });

const GROUPS = 4;
for (let group = 0; group < GROUPS; group++) {
  test(`scripts in names, values, anchors, messages and file names, ${group + 1} of ${GROUPS}`, async ({ page }) => {
    await meetAll(page, SCRIPTS.filter((_, at) => at % GROUPS === group));
  });
  test(`bombs, depths and sizes, ${group + 1} of ${GROUPS}`, async ({ page }) => {
    // A busy machine needs minutes for these.
    test.setTimeout(400_000);
    await meetAll(page, BOMB_FILES.filter((_, at) => at % GROUPS === group));
  });
}

test("there are more than 200 of them", () => {
  expect(SCRIPTS.length + BOMB_FILES.length).toBeGreaterThan(200);
});
