// Firefox, driven by WebDriver BiDi, and the page in it as a person meets it. What any test here finds in the console, or any
// request to another origin, fails it.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import puppeteer, { type Browser, type Page } from "puppeteer-core";

/** A Firefox with a profile and a folder for downloads of its own. */
export interface Firefox {
  browser: Browser;
  profile: string;
  downloads: string;
  wrong: string[];
}

/** Starts Firefox, with the profile of an earlier one where there is one. */
export async function start(profile = mkdtempSync(join(tmpdir(), "firefox-"))): Promise<Firefox> {
  const downloads = mkdtempSync(join(tmpdir(), "downloads-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX,
    headless: true,
    userDataDir: profile,
    extraPrefsFirefox: {
      "browser.download.dir": downloads,
      "browser.download.folderList": 2,
      "browser.download.useDownloadDir": true,
      "browser.download.always_ask_before_handling_new_types": false,
      "intl.accept_languages": "en-US",
    },
  });
  return { browser, profile, downloads, wrong: [] };
}

/** Ends it, takes away what it left, and fails at what went wrong in it. */
export async function end({ browser, profile, downloads, wrong }: Firefox) {
  await browser.close().catch(() => {});
  for (const folder of [profile, downloads]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  expect(wrong).toEqual([]);
}

/** A tab in which errors and requests to other origins than `origins` are noted. */
export async function tab(firefox: Firefox, origins: string[]): Promise<Page> {
  const page = await firefox.browser.newPage();
  await page.setViewport({ width: 1500, height: 900 });
  // A page of an origin that is not meant gets no message: the browser says so.
  const note = (text: string) => text.includes("does not match the recipient window’s origin") || firefox.wrong.push(text);
  page.on("pageerror", (error) => note(String(error)));
  page.on("console", (message) => message.type() === "error" && note(message.text()));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && !origins.includes(url.origin)) firefox.wrong.push(`asked for ${url.href}`);
  });
  return page;
}

/** The text of a fixture. */
export const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../fixtures/pipelines", name), "utf8");

/** Opens a text as a file that is dropped on the page. */
export async function drop(page: Page, text: string) {
  await page.waitForSelector("h1");
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], ".gitlab-ci.yml"));
    for (const type of ["dragover", "drop"]) {
      document.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
  }, text);
  await page.waitForSelector(".workspace");
}

/** The button of a job's card. */
export const card = (job: string) => `.board [data-job="${job}"] .card-open`;

/** Moves a job to the next stage by the keyboard. */
export async function moveRight(page: Page, job: string) {
  await page.focus(card(job));
  await page.keyboard.down("Alt");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.up("Alt");
}

/** The stage in whose lane a job's card stands. */
export const stageOf = (page: Page, job: string) =>
  page.$eval(card(job), (button) => button.closest(".lane")?.querySelector(".lane-name")?.textContent ?? "");

/** Waits until something holds. */
export async function until(holds: () => Promise<boolean>, what: string) {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (await holds().catch(() => false)) return;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error(`not so after 30 s: ${what}`);
}

/** Whether the browser's storage holds a draft. */
export const hasDraft = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open("pipewright");
        opening.onerror = () => reject(opening.error ?? new Error("no database"));
        opening.onsuccess = () => {
          const count = opening.result.transaction("drafts").objectStore("drafts").count();
          count.onsuccess = () => resolve(count.result > 0);
          opening.result.close();
        };
      }),
  );

/** Exports by the dialog and gives the text of the file that was downloaded. */
export async function exported(page: Page, { downloads }: Firefox): Promise<string> {
  const before = readdirSync(downloads);
  await page.keyboard.down("Control");
  await page.keyboard.press("s");
  await page.keyboard.up("Control");
  const button = await page.waitForSelector("dialog[open] ::-p-text(Download)");
  await button?.click();
  const come = () => readdirSync(downloads).filter((name) => !before.includes(name) && !name.endsWith(".part"));
  let text = "";
  await until(async () => {
    const [file] = come();
    text = file ? readFileSync(join(downloads, file), "utf8") : "";
    return text !== "";
  }, "nothing was downloaded");
  return text;
}
