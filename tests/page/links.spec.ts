// A pipeline as a link: all of it behind the `#`, bounded both ways, offered without losing what is open.
import { deflateRawSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { card, cardButton, fixture, jobs, open } from "./app";
import { continueButton, kept } from "./keeping";

const shop = fixture("shop.yml");

/** The part behind the address, as the page makes it. */
const hash = (content: unknown, version = "1") =>
  `#share/${version}/${deflateRawSync(typeof content === "string" ? content : JSON.stringify(content)).toString("base64url")}`;

/** The link of what is open. */
async function share(page: Page): Promise<string> {
  await page.getByRole("button", { name: "File menu" }).click();
  await page.getByRole("menuitem", { name: "Share as a link…" }).click();
  return page.getByRole("dialog").getByRole("textbox", { name: "Link" }).inputValue();
}

test("a link says its size, is copied, and opens the same bytes in another tab", async ({ page, context, expectAccessible }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const text = fixture("shop-crlf.yml");
  await open(page, text);
  const link = await share(page);
  await expect(page.getByRole("dialog")).toContainText(`${link.length} characters of 32768 at most`);
  await expectAccessible();
  await page.getByRole("button", { name: "Copy the link" }).click();
  await expect(page.locator(".toast")).toContainText("The link was copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  const other = await context.newPage();
  await other.goto(link);
  const dialog = other.getByRole("dialog");
  await expect(dialog).toContainText(".gitlab-ci.yml");
  await dialog.getByRole("button", { name: "Open it" }).click();
  await expect(card(other, "unit")).toBeVisible();
  expect(new URL(other.url()).hash).toBe("");
  expect(await share(other)).toBe(link);
});

test("a link that is opened over edits loses neither them nor their draft", async ({ page, baseURL }) => {
  await open(page, shop);
  await cardButton(page, "unit").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect.poll(() => jobs(page, "build")).toContain("unit");
  await page.goto(`${baseURL}${hash({ name: "linked.yml", text: "linked:\n  script: make\n" })}`);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Not now" }).click();
  await expect.poll(() => jobs(page, "build")).toContain("unit");
  await page.goto(`${baseURL}${hash({ name: "linked.yml", text: "linked:\n  script: make it\n" })}`);
  await dialog.getByRole("button", { name: "Open it" }).click();
  await dialog.getByRole("button", { name: "Keep as a draft and open" }).click();
  await expect(card(page, "linked")).toBeVisible();
  expect((await kept(page)).map((draft) => draft.name)).toEqual([".gitlab-ci.yml"]);
  // On the first screen, a draft is not in the way of a link nor the link in the draft's.
  await page.goto(`${baseURL}${hash({ name: "linked.yml", text: "linked:\n  script: once more\n" })}`);
  await page.reload();
  await dialog.getByRole("button", { name: "Not now" }).click();
  await continueButton(page).click();
  await expect.poll(() => jobs(page, "build")).toContain("unit");
});

test("links that are damaged, too much or of another version are refused with the reason", async ({ page, baseURL }) => {
  await open(page, shop);
  const bomb = hash(`{"name":"a","text":"${"0".repeat(20_000_000)}"}`);
  expect(bomb.length).toBeLessThan(32_768);
  const random = Array.from({ length: 40_000 }, (_, at) => ((at * 7919) % 36).toString(36)).join("");
  for (const [wrong, words] of [
    [bomb, "holds too much"],
    [`#share/1/${random}`, "holds too much"],
    [hash({ name: "a", text: "a" }, "2"), "a newer Pipewright"],
    ["#share/1/", "damaged"],
    ["#share/1/!!!", "damaged"],
    [hash({ name: "a", text: "a: 1\n" }).slice(0, -6), "damaged"],
    [hash("[1,2"), "damaged"],
    [hash({ name: 1, text: 2 }), "damaged"],
    [hash({ name: "a", text: "a\0b" }), "damaged"],
    [hash("null"), "damaged"],
  ]) {
    await page.goto(`${baseURL}${wrong}`);
    await expect(page.locator(".toast").last()).toContainText(words);
    await expect(card(page, "unit")).toBeVisible();
    await page.locator(".toast").last().getByRole("button", { name: "Close" }).click();
  }
});

test("names in links lose their folders and signs, and are never markup", async ({ page, baseURL }) => {
  for (const [name, shown] of [
    ["../../etc/passwd", "passwd"],
    ["C:\\ci\\a.yml", "a.yml"],
    ["\u202Elmy.a\u0000\n", "lmy.a"],
    ["", ".gitlab-ci.yml"],
    ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
  ]) {
    await page.goto("./");
    await page.goto(`${baseURL}${hash({ name, text: `job:\n  script: "${encodeURIComponent(name)}"\n` })}`);
    await page.getByRole("dialog").getByRole("button", { name: "Open it" }).click();
    await expect(page.locator(".top-name")).toHaveText(shown);
  }
});

test("a text that makes too long a link says so with both sizes", async ({ page }) => {
  let seed = 1;
  const noise = () => (seed = (seed * 48271) % 2147483647).toString(36);
  const comment = `# ${Array.from({ length: 9000 }, noise).join("")}\n`;
  await open(page, `${comment}job:\n  script: make\n`);
  await page.getByRole("button", { name: "File menu" }).click();
  await page.getByRole("menuitem", { name: "Share as a link…" }).click();
  await expect(page.getByRole("alert")).toContainText("over 32768 it would be cut");
  await expect(page.getByRole("button", { name: "Copy the link" })).toHaveCount(0);
});
