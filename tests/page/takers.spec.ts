// Which runner takes which job: on cards, in the inspector, as findings with fixes, by dragging, by keys, by menu, and as load.
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { card, cardButton, changedLines, dragTo, exported, middle, open } from "./app";

const fleet = [
  { name: "build", executor: "docker", tags: ["docker", "build"], environment: "build and test" },
  { name: "production", executor: "docker", tags: ["docker", "production"], protected: true, environment: "production" },
];

const pipeline = `stages: [build, test, deploy]
default:
  image: alpine:3.20
compile:
  stage: build
  tags: [build]
  script: make
unit:
  stage: test
  tags: [docker, linux] # the usual
  script: make test
lint:
  stage: test
  script: make lint
deploy:
  stage: deploy
  tags: [docker]
  environment: production
  script: make deploy
child:
  stage: deploy
  trigger: group/other
`;

/** Has the page know these runners from its start. */
const know = (page: Page, runners: object[]) =>
  page.addInitScript((text) => localStorage.setItem("pipewright.runners", text), JSON.stringify(runners));

const berth = (page: Page, runner: string) => page.locator(".berth").filter({ has: page.locator(".berth-name", { hasText: runner }) });
const said = (page: Page) => page.locator("#announcements");
const inspected = (page: Page) => page.locator("#insp-section-runners");

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1500, height: 900 });
  await know(page, fleet);
});

test("cards name their runners, and tags have the colour of the environment", async ({ page, expectAccessible }) => {
  await open(page, pipeline);
  await expect(card(page, "compile").locator(".card-runners")).toHaveAttribute("title", "Runs on build (build and test)");
  await expect(card(page, "compile").locator(".card-tags")).toHaveAttribute("data-hue", "1");
  await expect(card(page, "compile").getByRole("list", { name: "Tags, for build and test" })).toBeVisible();
  await expect(cardButton(page, "compile")).toHaveAccessibleDescription(/Runs on build \(build and test\)/);
  await expect(card(page, "deploy").locator(".card-runners")).toContainText("2 runners");
  await expect(card(page, "deploy").locator(".card-tags")).not.toHaveAttribute("data-hue", /./);
  await expect(card(page, "unit").locator(".card-runners")).toContainText("No runner");
  await expect(card(page, "child").locator(".card-runners")).toHaveCount(0);
  await expect(page.locator(".berth")).toHaveCount(2);
  await expectAccessible();
});

test("without runners nothing is said of them", async ({ page }) => {
  await know(page, []);
  await open(page, pipeline);
  await expect(card(page, "unit")).toBeVisible();
  await expect(page.locator(".card-runners, .dock")).toHaveCount(0);
  await cardButton(page, "unit").click();
  await expect(page.locator(".inspector-title")).toHaveText("unit");
  await expect(inspected(page)).toHaveCount(0);
  await page.getByRole("tab", { name: "Runners" }).click();
  await expect(page.locator(".load")).toHaveCount(0);
});

test("each finding is provoked and mended", async ({ page }) => {
  await open(page, pipeline);
  await page.getByRole("button", { name: /problem/i }).first().click();
  const row = (text: string) => page.locator(".problem-row").filter({ hasText: text });

  const tags = row("no runner has all of these tags: docker, linux; the nearest, build, lacks linux");
  await tags.getByRole("button", { name: /^Why/ }).click();
  await expect(tags.locator(".rule-about")).toContainText("production (docker, production)");
  await expect(tags.locator(".diff-line[data-tag=insert]")).toContainText("tags: [docker, build] # the usual");
  await tags.getByRole("button", { name: "Use “docker, build”" }).click();
  await expect(tags).toHaveCount(0);

  const untagged = row("this job has no tags, and no runner takes jobs without tags");
  await untagged.getByRole("button", { name: "Add “tags: build”" }).click();
  await expect(untagged).toHaveCount(0);

  const production = row("this job deploys to production and may run on build, which is for build and test");
  await production.getByRole("button", { name: "Add “production”" }).click();
  await expect(production).toHaveCount(0);
  await expect(card(page, "deploy").locator(".card-runners")).toContainText("production");

  expect(changedLines(pipeline, await exported(page))).toEqual([
    "-  tags: [docker, linux] # the usual",
    "+  tags: [docker, build] # the usual",
    "+  tags:",
    "+    - build",
    "-  tags: [docker]",
    "+  tags: [docker, production]",
  ]);
});

test("a card dropped on a runner gets its tags, as one step, and says so", async ({ page }) => {
  await open(page, pipeline);
  const to = await middle(berth(page, "production"));
  await dragTo(page, await middle(card(page, "unit")), to);
  await expect(berth(page, "production")).toHaveAttribute("data-target", "true");
  await expect(page.locator("[data-slot][data-shown]")).toHaveCount(0);
  await page.mouse.up();
  await expect(said(page)).toContainText("unit goes to production: its tags are production now.");
  await expect(card(page, "unit").locator(".card-runners")).toContainText("production");
  await expect(cardButton(page, "unit")).toBeFocused();
  expect(changedLines(pipeline, await exported(page))).toEqual([
    "-  tags: [docker, linux] # the usual",
    "+  tags: [production] # the usual",
  ]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await expect(card(page, "unit").locator(".card-runners")).toContainText("No runner");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("a drag over the dock that is cancelled or goes back to the lanes gives nothing away", async ({ page }) => {
  await open(page, pipeline);
  const from = await middle(card(page, "unit"));
  await dragTo(page, from, await middle(berth(page, "build")));
  await page.keyboard.press("Escape");
  await expect(page.locator(".berth[data-target]")).toHaveCount(0);
  await page.mouse.up();
  await dragTo(page, from, await middle(berth(page, "build")));
  await page.mouse.move(from.x, from.y + 4, { steps: 4 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await expect(page.locator(".berth[data-target]")).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("a job is carried to a runner by keys, and each step is said", async ({ page }) => {
  await open(page, pipeline);
  await cardButton(page, "lint").focus();
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowDown");
  await expect(said(page)).toContainText("Runner build (build and test), 1 of 2. Enter gives the job its tags: build");
  await page.keyboard.press("ArrowRight");
  await expect(said(page)).toContainText("Runner production (production; protected branches and tags only), 2 of 2");
  await expect(berth(page, "production")).toHaveAttribute("data-target", "true");
  await page.keyboard.press("ArrowUp");
  await expect(said(page)).toContainText("test, place 2 of 2");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("lint goes to build: its tags are build now.");
  await expect(cardButton(page, "lint")).toBeFocused();
  await expect(card(page, "lint").locator(".card-runners")).toContainText("build");
});

test("the menu of a card runs it on a runner; a trigger job has no such item", async ({ page }) => {
  await open(page, pipeline);
  await page.getByRole("button", { name: "Menu of lint", exact: true }).click();
  await page.getByRole("menuitem", { name: "Run on" }).click();
  await page.getByRole("menuitemradio", { name: "build (build and test)" }).click();
  await expect(card(page, "lint").locator(".card-runners")).toContainText("build");
  await page.getByRole("button", { name: "Menu of child", exact: true }).click();
  await expect(page.getByRole("menuitem", { name: "Rename" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Run on" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await dragTo(page, await middle(card(page, "child")), await middle(berth(page, "build")));
  await page.mouse.up();
  await expect(page.locator(".toast")).toContainText("child starts another pipeline. No runner takes it.");
});

test("a pressed runner shows its jobs", async ({ page, expectAccessible }) => {
  await open(page, pipeline);
  await berth(page, "build").getByRole("button").click();
  await expect(berth(page, "build").getByRole("button")).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".card[data-lit] .card-open")).toHaveText(["compile", "deploy"]);
  await expectAccessible();
  await berth(page, "build").getByRole("button").press("Enter");
  await expect(page.locator(".card[data-lit]")).toHaveCount(0);
});

test("the inspector says who takes the job, on what condition, and why not the others", async ({ page, expectAccessible }) => {
  await open(page, pipeline);
  await cardButton(page, "unit").click();
  await page.getByRole("button", { name: /^Runners/ }).click();
  await expect(inspected(page)).toContainText("No runner takes this job.");
  await expect(inspected(page).locator(".runner-row").first()).toContainText("Lacks the tag linux.");
  await expectAccessible();
  await inspected(page).getByRole("button", { name: "Give unit to production" }).click();
  const row = inspected(page).locator(".runner-row");
  await expect(row.first()).toContainText("May take this job.");
  await expect(row.first()).toContainText("Only on protected branches and tags.");
  await expect(row.last()).toContainText("Lacks the tag production.");
  await cardButton(page, "child").click();
  await expect(page.locator(".inspector-title")).toHaveText("child");
  await expect(inspected(page)).toHaveCount(0);
});

test("tags that the file does not settle are unknown, and a matrix decides for each of its jobs", async ({ page }) => {
  await open(
    page,
    "a:\n  tags: [$WHERE]\n  script: x\nb:\n  tags: [$WHO]\n  script: x\n  parallel:\n    matrix:\n      - WHO: [build, arm]\n",
  );
  await expect(card(page, "b").locator(".card-runners")).toHaveAttribute("title", /No runner takes some of the jobs/);
  await expect(card(page, "a").locator(".card-runners")).toHaveCount(0);
  await cardButton(page, "a").click();
  await page.getByRole("button", { name: /^Runners/ }).click();
  await expect(inspected(page)).toContainText("can't be told here");
  await cardButton(page, "b").click();
  await expect(inspected(page)).toContainText("May take 1 of the 2 jobs");
});

test("the load of each runner, what nobody takes on top; a click selects the job", async ({ page, expectAccessible }) => {
  await open(page, pipeline);
  await page.getByRole("tab", { name: "Runners" }).click();
  const untaken = page.locator(".load-untaken");
  await expect(untaken).toContainText("2 jobs that no runner takes");
  await expect(untaken.locator(".load-job-name")).toHaveText(["unit", "lint"]);
  const build = page.locator(".load-runner").first();
  await expect(build.locator(".load-counts")).toHaveText("1 job alone, 1 shared");
  await expect(build.locator(".load-stage h4")).toHaveText(["build", "deploy"]);
  await expect(build.locator(".load-job[data-shared]")).toContainText("2 runners may take it");
  await expectAccessible();
  await build.getByRole("button", { name: /^deploy/ }).click();
  await expect(page.locator(".inspector-title")).toHaveText("deploy");
});

test("all of it in Spanish, narrow and dark", async ({ page, expectAccessible }) => {
  await page.addInitScript(() => {
    localStorage.setItem("pipewright.language", "es");
    localStorage.setItem("pipewright.theme", "dark");
  });
  await page.setViewportSize({ width: 400, height: 800 });
  await open(page, pipeline);
  await expect(card(page, "unit").locator(".card-runners")).toContainText("Ningún runner");
  await expect(page.getByRole("list", { name: "Etiquetas, para build and test" })).toBeVisible();
  await expectAccessible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  await page.getByRole("tab", { name: "Runners" }).click();
  await expect(page.locator(".load-title")).toHaveText("Carga");
  await expect(page.locator(".load-untaken")).toContainText("2 trabajos que ningún runner toma");
  await expectAccessible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true });

  test("a finger that holds still carries a card to a runner", async ({ page }) => {
    await open(page, pipeline);
    const client = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints });
    const from = await middle(card(page, "lint"));
    const to = await middle(berth(page, "production"));
    await touch("touchStart", [{ x: from.x, y: from.y }]);
    await expect(page.locator("#ghosts > *")).toHaveCount(1);
    for (const part of [0.25, 0.5, 0.75, 1]) {
      await touch("touchMove", [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
    }
    await expect(berth(page, "production")).toHaveAttribute("data-target", "true");
    await touch("touchEnd", []);
    await expect(card(page, "lint").locator(".card-runners")).toContainText("production");
  });
});
