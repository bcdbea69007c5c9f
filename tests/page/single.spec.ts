// The page of one file, opened from the disk: `make single` made it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { cardButton, changedLines, drop, exported, fixture, jobs } from "./app";

const file = join(import.meta.dirname, "../../target/pipewright.html");
const address = pathToFileURL(file).href;

test.use({ origins: ["file://"], viewport: { width: 1500, height: 900 } });

test("bytes of any number come back from the text that they are kept as", async () => {
  const { encode, decode } = await import("../../web/base85.js");
  for (let length = 0; length < 40; length++) {
    for (const byte of [(at: number) => (at * 97) % 256, () => 255, () => 0]) {
      const bytes = Uint8Array.from({ length }, (_, at) => byte(at));
      expect(decode(encode(bytes))).toEqual(bytes);
      expect(encode(bytes)).not.toMatch(/[<&"'\\`]/);
    }
  }
});

async function openFile(page: Page) {
  expect(existsSync(file), "make single comes first").toBe(true);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: "Pipewright" })).toBeVisible();
  await drop(page, fixture("shop.yml"));
  await expect(page.locator(".cm-content")).toBeVisible();
}

test("the file does the main job from file://", async ({ page, context, expectAccessible }) => {
  const asked: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  await openFile(page);
  await cardButton(page, "unit").focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(() => jobs(page, "deploy")).toContain("unit");
  await page.keyboard.press("Enter");
  const form = page.getByRole("region", { name: "Inspector" });
  const tags = form.getByRole("combobox", { name: "Tags" });
  await tags.fill("linux");
  await tags.press("Enter");
  expect(changedLines(fixture("shop.yml"), await exported(page))).toEqual(["-  stage: test", "+  stage: deploy", "+  tags:", "+    - linux"]);
  await page.keyboard.press("Escape");
  await expectAccessible();
  const undo = page.getByRole("button", { name: "Undo", exact: true }).first();
  while (await undo.isEnabled()) await undo.click();
  expect(await exported(page)).toBe(fixture("shop.yml"));
  expect(asked.filter((url) => !/^(data|blob):/.test(url)), "all that is asked for").toEqual([address]);
});

test("the text pane of the file completes and types", async ({ page }) => {
  await openFile(page);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("# typed\n");
  expect(await exported(page)).toBe(`# typed\n${fixture("shop.yml")}`);
});

test.describe("a breakdown", () => {
  test.use({ provoked: /unreachable|panicked|no elements here/ });

  test("shows the recovery page in the file too, and goes on with the text", async ({ page }) => {
    await openFile(page);
    await cardButton(page, "unit").focus();
    await page.keyboard.press("Alt+ArrowRight");
    await page.evaluate(() => {
      const { createElement } = document;
      const { cloneNode } = Node.prototype;
      document.createElement = Node.prototype.cloneNode = () => {
        Object.assign(document, { createElement });
        Object.assign(Node.prototype, { cloneNode });
        throw new Error("no elements here");
      };
    });
    await page.keyboard.press("Control+Shift+s");
    await expect(page.getByRole("heading", { name: "Pipewright has stopped" })).toBeVisible();
    await page.getByRole("button", { name: "Reload and go on with this text" }).click();
    await expect(page.locator(".workspace")).toBeVisible();
    expect(changedLines(fixture("shop.yml"), await exported(page))).toEqual(["-  stage: test", "+  stage: deploy"]);
  });
});
