// The board as SVG, PNG and Mermaid.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { fixture, open } from "./app";

const shop = fixture("shop.yml");

async function choose(page: Page, name: string) {
  await page.getByRole("button", { name: "File menu" }).click();
  await page.getByRole("menuitem", { name: "Board as a picture" }).click();
  await page.getByRole("menuitem", { name }).click();
}

async function downloaded(page: Page, name: string) {
  const download = page.waitForEvent("download");
  await choose(page, name);
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test("the board is drawn as SVG in the colours of the page, and is well-formed", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, shop);
  const { name, bytes } = await downloaded(page, "SVG drawing");
  expect(name).toBe("gitlab-ci.svg");
  const drawing = bytes.toString("utf8");
  const surface = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  // In a page without our policy, which lets no text become a document.
  const elsewhere = await page.context().newPage();
  const { error, texts } = await elsewhere.evaluate((drawing) => {
    const document = new DOMParser().parseFromString(drawing, "image/svg+xml");
    const texts = [...document.querySelectorAll("text")].map((text) => text.textContent);
    return { error: document.querySelector("parsererror")?.textContent, texts };
  }, drawing);
  expect(error).toBeUndefined();
  expect(texts).toEqual(expect.arrayContaining(["build", "unit", "alpine:3.20", "when: manual"]));
  expect(drawing).toContain(`fill="${surface}"`);
  expect(drawing).not.toContain("currentColor");
});

test("the board is drawn as PNG", async ({ page }) => {
  await open(page, shop);
  const { name, bytes } = await downloaded(page, "PNG picture");
  expect(name).toBe("gitlab-ci.png");
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  // Three lanes, at two pixels a unit.
  expect(bytes.readUInt32BE(16)).toBe(2 * (16 + 3 * 264));
});

test("the board is copied as Mermaid", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, shop);
  await choose(page, "Copy as Mermaid");
  await expect(page.locator(".toast")).toContainText("copied as Mermaid");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^flowchart LR\n {2}subgraph stage0 \["build"\]\n/);
  expect(text).toContain('["unit"]');
});
