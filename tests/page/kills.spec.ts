// Tabs and browsers that are killed in the middle of typing: nothing older than a second is lost.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { expect, test } from "./page";
import { card, drop } from "./app";
import { continueButton, crash, kept, tab } from "./keeping";

// What ends with its browser can't be recorded to the end.
test.use({ trace: "off", screenshot: "off" });

/** Types a letter every 40 ms for a while and gives the time of each. */
async function type(page: Page, milliseconds: number): Promise<number[]> {
  const times: number[] = [];
  const start = Date.now();
  while (Date.now() - start < milliseconds) {
    await page.keyboard.type("x");
    times.push(Date.now());
    await page.waitForTimeout(40);
  }
  return times;
}

/** The letters that a draft has of those that were typed at its end. */
const letters = (text: string) => /x*$/.exec(text)?.[0].length ?? 0;

test("killed in the middle of typing 20 times, a tab loses the last second at most", async ({ context, baseURL }) => {
  test.setTimeout(300_000);
  let page = await tab(context, baseURL);
  await drop(page, "build:\n  script: make\n# ");
  await page.locator(".source .cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("y");
  await expect.poll(async () => (await kept(page)).length).toBe(1);
  const lost: number[] = [];
  for (let kill = 0; kill < 20; kill++) {
    await page.locator(".source .cm-content").click();
    await page.keyboard.press("Control+End");
    const before = letters((await kept(page))[0].text);
    const times = await type(page, 300 + 80 * kill);
    const killed = Date.now();
    await crash(page);
    page = await tab(context, baseURL);
    const after = letters((await kept(page))[0].text) - before;
    expect(after).toBeLessThanOrEqual(times.length);
    // The age of the oldest letter that is missing.
    lost.push(after < times.length ? killed - times[after] : 0);
    await continueButton(page).click();
    await expect(page.locator(".workspace")).toBeVisible();
  }
  console.log(`oldest letter lost by each kill, in ms: ${lost.join(" ")}`);
  lost.sort((one, other) => one - other);
  expect(lost[10]).toBeLessThan(1000);
  // A machine that does three other things types and writes late.
  expect(lost[19]).toBeLessThan(3000);
});

test("the browser's process is killed and the draft is there", async ({ baseURL }, { project }) => {
  const folder = mkdtempSync(join(tmpdir(), "pipewright-"));
  const { executablePath, args } = project.use.launchOptions ?? {};
  const start = async () => {
    const browser = spawn(
      executablePath ?? "",
      [...(args ?? []), "--headless", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "--window-size=1500,900"],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    const address = await new Promise<string>((resolve) => {
      browser.stderr.on("data", (data) => {
        const found = /ws:\/\/\S+/.exec(String(data));
        if (found) resolve(found[0]);
      });
    });
    const connection = await chromium.connectOverCDP(address);
    return { browser, connection, page: await tab(connection.contexts()[0], baseURL) };
  };
  try {
    let { browser, connection, page } = await start();
    await drop(page, "build:\n  script: make\n# ");
    await page.locator(".source .cm-content").click();
    await page.keyboard.press("Control+End");
    const times = await type(page, 2500);
    const killed = Date.now();
    const ended = new Promise((resolve) => browser.once("exit", resolve));
    browser.kill("SIGKILL");
    await ended;
    await connection.close().catch(() => {});
    ({ browser, connection, page } = await start());
    const after = letters((await kept(page))[0].text);
    const lost = after < times.length ? killed - times[after] : 0;
    console.log(`oldest letter lost with the browser, in ms: ${lost}`);
    expect(lost).toBeLessThan(3000);
    await continueButton(page).click();
    await expect(card(page, "build")).toBeVisible();
    const over = new Promise((resolve) => browser.once("exit", resolve));
    browser.kill("SIGKILL");
    await over;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
