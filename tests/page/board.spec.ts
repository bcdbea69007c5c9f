// The board: dragging by mouse, by touch and by keys, menus, undo; and what of the file each changes.
import { expect, test } from "./page";
import { card, cardButton, changedLines, dragTo, exported, fixture, jobs, lane, middle, open, stages } from "./app";

const shop = fixture("shop.yml");

test("stages are lanes in order, jobs stand in the order of the file, hidden jobs on the shelf", async ({ page }) => {
  await open(page, shop);
  await expect.poll(() => stages(page)).toEqual(["build", "test", "deploy"]);
  await expect.poll(() => jobs(page, "test")).toEqual(["unit", "e2e", "lint"]);
  await expect(page.locator(".shelf .card-open")).toHaveText([".cache", ".deploy"]);
  await expect(card(page, "staging")).toContainText("alpine:3.20");
  await expect(card(page, "staging")).toContainText("Manual");
});

test("a card dragged onto a lane's head changes its stage's line and no other", async ({ page }) => {
  await open(page, shop);
  const from = await middle(card(page, "unit"));
  const head = await middle(lane(page, "build").locator(".lane-name"));
  await dragTo(page, from, head);
  await expect(page.locator("[data-slot][data-shown]")).toBeVisible();
  // Nothing shifts under the pointer: `.pre` comes into view in the margin.
  await expect.poll(() => stages(page)).toEqual([".pre", "build", "test", "deploy", ".post"]);
  expect(await middle(lane(page, "build").locator(".lane-name"))).toEqual(head);
  await page.mouse.up();
  await expect.poll(() => jobs(page, "build")).toEqual(["bundle", "container", "unit"]);
  expect(changedLines(shop, await exported(page))).toEqual(["-  stage: test", "+  stage: build"]);
});

test("a card dropped between two cards moves its block there, with its comment", async ({ page }) => {
  await open(page, shop);
  const from = await middle(card(page, "lint"));
  const { box } = await middle(card(page, "unit"));
  await dragTo(page, from, { x: box.x + 60, y: box.y + 6 });
  await page.mouse.up();
  await expect.poll(() => jobs(page, "test")).toEqual(["lint", "unit", "e2e"]);
  const text = await exported(page);
  expect(text.indexOf("lint:")).toBeLessThan(text.indexOf("# Unit tests, with coverage."));
  expect(text.split("\n").sort().filter((line) => line)).toEqual(shop.split("\n").sort().filter((line) => line));
});

test("Escape cancels a drag, and a drop where the card was changes nothing", async ({ page }) => {
  await open(page, shop);
  const from = await middle(card(page, "unit"));
  await dragTo(page, from, await middle(lane(page, "build").locator(".lane-name")));
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-slot][data-shown]")).toHaveCount(0);
  await expect(page.locator("#ghosts > *")).toHaveCount(0);
  await page.mouse.up();
  await dragTo(page, from, { x: from.x + 10, y: from.y + 12 });
  await page.mouse.up();
  await expect.poll(() => jobs(page, "test")).toEqual(["unit", "e2e", "lint"]);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("a card dragged to the margin goes to .pre", async ({ page }) => {
  await open(page, shop);
  const from = await middle(card(page, "lint"));
  await dragTo(page, from, { x: 8, y: from.y });
  await page.mouse.up();
  await expect.poll(() => stages(page)).toEqual([".pre", "build", "test", "deploy"]);
  await expect.poll(() => jobs(page, ".pre")).toEqual(["lint"]);
});

test("undo and redo go through every step, to the same bytes", async ({ page }) => {
  await open(page, shop);
  await cardButton(page, "unit").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(cardButton(page, "unit")).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => jobs(page, "build")).toEqual(["bundle", "unit", "container"]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect.poll(() => jobs(page, "build")).toEqual(["bundle", "container"]);
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => jobs(page, "build")).toEqual(["bundle", "unit", "container"]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  expect(await exported(page)).toBe(shop);
});

test("a card is picked up, carried and dropped by keys alone, and each step is said", async ({ page }) => {
  await open(page, shop);
  const said = page.locator("#announcements");
  await cardButton(page, "e2e").focus();
  await page.keyboard.press("m");
  await expect(said).toContainText("e2e picked up, in test, place 2 of 3");
  await page.keyboard.press("ArrowRight");
  await expect(said).toContainText("deploy, place 1 of 3");
  await page.keyboard.press("ArrowDown");
  await expect(said).toContainText("deploy, place 2 of 3");
  await page.keyboard.press("Enter");
  await expect.poll(() => jobs(page, "deploy")).toEqual(["staging", "e2e", "production"]);
  await expect(cardButton(page, "e2e")).toBeFocused();
  // And back without a trace.
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Escape");
  await expect(said).toContainText("Cancelled");
  await page.keyboard.press("Control+z");
  expect(await exported(page)).toBe(shop);
});

test("the handle picks up by keys too, and Tab reaches it", async ({ page }) => {
  await open(page, shop);
  await cardButton(page, "lint").focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Move lint" })).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Space");
  await expect.poll(() => jobs(page, "build")).toEqual(["bundle", "container", "lint"]);
});

test("arrow keys go from card to card, one tab stop for all", async ({ page }) => {
  await open(page, shop);
  await cardButton(page, "bundle").focus();
  await page.keyboard.press("ArrowDown");
  await expect(cardButton(page, "container")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(cardButton(page, "e2e")).toBeFocused();
  await expect(page.locator(".card-open[tabindex='0']")).toHaveCount(1);
});

test("the card's menu moves it to a stage, duplicates and deletes it", async ({ page }) => {
  await open(page, shop);
  const menu = async (item: string) => {
    await page.getByRole("button", { name: "Menu of lint", exact: true }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await menu("Move to stage");
  await page.getByRole("menuitemradio", { name: "deploy" }).click();
  await expect.poll(() => jobs(page, "deploy")).toEqual(["lint", "staging", "production"]);
  await menu("Duplicate");
  await expect.poll(() => jobs(page, "deploy")).toEqual(["lint", "lint-copy", "staging", "production"]);
  await menu("Delete");
  await expect.poll(() => jobs(page, "deploy")).toEqual(["lint-copy", "staging", "production"]);
  await page.locator(".toast-action").click();
  await expect.poll(() => jobs(page, "deploy")).toEqual(["lint", "lint-copy", "staging", "production"]);
});

test("a lane's head is dragged to another place; its menu adds, renames and deletes", async ({ page }) => {
  await open(page, shop);
  const head = await middle(lane(page, "test").locator(".lane-count"));
  const first = (await middle(lane(page, "build"))).box;
  await dragTo(page, head, { x: first.x + 10, y: head.y });
  await page.mouse.up();
  await expect.poll(() => stages(page)).toEqual(["test", "build", "deploy"]);
  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: "Menu of the stage deploy" }).click();
  await page.getByRole("menuitem", { name: "Add a stage after" }).click();
  await page.getByLabel("Name of the stage").fill("verify");
  await page.keyboard.press("Enter");
  await expect.poll(() => stages(page)).toEqual(["build", "test", "deploy", "verify"]);
  await lane(page, "verify").getByRole("button", { name: "Add job" }).click();
  await page.getByLabel("Name of the job").fill("smoke");
  await page.keyboard.press("Enter");
  await expect.poll(() => jobs(page, "verify")).toEqual(["smoke"]);
  // A stage with jobs is not deleted, and the page says why.
  await page.getByRole("button", { name: "Menu of the stage verify" }).click();
  await page.getByRole("menuitem", { name: "Delete stage" }).click();
  await expect(page.locator(".toast")).toContainText("still has one job");
});

test("a job is renamed with what refers to it", async ({ page }) => {
  await open(page, shop);
  await cardButton(page, "bundle").focus();
  await page.keyboard.press("F2");
  await page.getByLabel("Name of the job").fill("lint");
  await expect(page.getByRole("alert")).toContainText("in use");
  await page.getByLabel("Name of the job").fill("assets");
  await page.keyboard.press("Enter");
  await expect(card(page, "assets")).toBeVisible();
  expect(changedLines(shop, await exported(page))).toEqual([
    "-bundle:",
    "+assets:",
    "-  needs: [bundle]",
    "+  needs: [assets]",
    "-  needs: [bundle, container]",
    "+  needs: [assets, container]",
  ]);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true });

  test("a finger that holds still drags, one that moves at once scrolls", async ({ page }) => {
    await open(page, shop);
    const client = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    const from = await middle(card(page, "unit"));
    const to = await middle(lane(page, "build").locator(".lane-name"));
    await touch("touchStart", [from]);
    await expect(page.locator("#ghosts > *")).toHaveCount(1);
    for (const part of [0.25, 0.5, 0.75, 1]) {
      await touch("touchMove", [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
    }
    await expect(page.locator("[data-slot][data-shown]")).toBeVisible();
    await touch("touchEnd", []);
    await expect.poll(() => jobs(page, "build")).toEqual(["bundle", "container", "unit"]);
    // At once: no drag.
    const next = await middle(card(page, "e2e"));
    await touch("touchStart", [next]);
    await touch("touchMove", [{ x: next.x - 60, y: next.y }]);
    await page.waitForTimeout(500);
    await expect(page.locator("#ghosts > *")).toHaveCount(0);
    await touch("touchEnd", []);
  });
});

test("300 jobs are dragged as few are", async ({ page }) => {
  const many = Array.from({ length: 300 }, (_, at) => `job-${at}:\n  stage: ${"abc"[at % 3]}\n  script: make ${at}\n`);
  const text = `stages: [a, b, c]\n${many.join("")}`;
  await open(page, text);
  await dragTo(page, await middle(card(page, "job-3")), await middle(lane(page, "b").locator(".lane-name")));
  await page.mouse.up();
  await expect.poll(async () => (await jobs(page, "b")).slice(0, 3)).toEqual(["job-1", "job-3", "job-4"]);
  expect(changedLines(text.slice(0, 400), (await exported(page)).slice(0, 400))).toEqual(["-  stage: a", "+  stage: b"]);
});

test("a new job can start from a kind of job or from a hidden job", async ({ page }) => {
  await open(page, "stages: [build]\n.base:\n  tags: [docker]\na:\n  stage: build\n  script: x\n");
  await lane(page, "build").getByRole("button", { name: "Add job" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Kind of job").selectOption({ label: "Deployment by hand" });
  await expect(dialog.getByLabel("Commands")).toHaveValue("./deploy.sh");
  await dialog.getByLabel("Kind of job").selectOption({ label: "As .base says" });
  await dialog.getByLabel("Name of the job").fill("b");
  await dialog.getByLabel("Commands").fill("make b");
  await dialog.getByRole("button", { name: "Add job" }).click();
  expect(await exported(page)).toContain("b:\n  stage: build\n  extends: .base\n  script:\n    - make b\n");
});
