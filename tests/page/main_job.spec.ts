// The main job on whole pipelines: open, drag a job to another stage, add a variable, an artifact path and a tag, undo and
// redo all, export. Once by mouse, once by keys alone. Pipelines of others are used where this machine has them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { card, cardButton, changedLines, dragTo, exported, fixture, jobs, lane, middle, open } from "./app";

interface Case {
  name: string;
  /** None where this machine does not have the file. */
  text?: string;
  job: string;
  stage: string;
  /** Lines that go and come. */
  changes: string[];
}

const corpus = join(import.meta.dirname, "../../../shared/corpus/real");
const real = (file: string) => {
  const path = join(corpus, file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
};

const cases: Case[] = [
  {
    name: "a shop's pipeline",
    text: fixture("shop.yml"),
    job: "unit",
    stage: "deploy",
    changes: [
      "-  stage: test",
      "+  stage: deploy",
      "+  tags:",
      "+    - linux",
      "+  variables:",
      "+    PIPEWRIGHT: 'yes'",
      "+  artifacts:",
      "+    paths:",
      "+      - out/",
    ],
  },
  {
    name: "coq",
    text: real("coq_coq__.gitlab-ci.yml"),
    job: "docker-boot",
    stage: "build-0",
    changes: [
      "-  stage: docker",
      "+  stage: build-0",
      "+  tags:",
      "+    - linux",
      "+  variables:",
      "+    PIPEWRIGHT: 'yes'",
      "+  artifacts:",
      "+    paths:",
      "+      - out/",
    ],
  },
  {
    name: "gnome-shell",
    text: real("GNOME_gnome-shell__.gitlab-ci.yml"),
    job: "check-commit-log",
    stage: "prep",
    changes: [
      "-  stage: pre-review",
      "+  stage: prep",
      "+  tags:",
      "+    - linux",
      '+    PIPEWRIGHT: "yes"',
      "+    paths:",
      "+      - out/",
    ],
  },
];

/** The form on the right. */
const inspector = (page: Page) => page.getByRole("region", { name: "Inspector" });

/** Opens a section of the form if it is closed. */
async function section(page: Page, title: string) {
  // Another section's title may begin in the same way.
  const toggle = inspector(page).locator("h3").getByRole("button", { name: title }).first();
  if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.press("Enter");
}

/** Fills in the variable, the path and the tag. Typing and Enter only: the same by mouse and by keys. */
async function fillIn(page: Page) {
  const form = inspector(page);
  await section(page, "Variables");
  await form.getByLabel("New variable", { exact: true }).fill("PIPEWRIGHT");
  await form.getByLabel("Value of the new variable").fill("yes");
  await form.getByLabel("Value of the new variable").press("Enter");
  await section(page, "Artifacts");
  const paths = form.getByRole("textbox", { name: "Paths", exact: true });
  await paths.fill("out/");
  await paths.press("Enter");
  await section(page, "General");
  const tags = form.getByRole("combobox", { name: "Tags" });
  await tags.fill("linux");
  await tags.press("Enter");
}

/** Undoes all to the bytes that were opened, does all again and exports. */
async function undoRedoExport(page: Page, { text, changes }: Case) {
  const button = (name: string) => page.getByRole("button", { name, exact: true }).first();
  const edited = await exported(page);
  expect(changedLines(text ?? "", edited)).toEqual(changes);
  await page.keyboard.press("Escape");
  for (let step = 0; step < 4; step++) await button("Undo").click();
  await expect(button("Undo")).toBeDisabled();
  expect(await exported(page)).toBe(text);
  await page.keyboard.press("Escape");
  for (let step = 0; step < 4; step++) await button("Redo").click();
  expect(await exported(page)).toBe(edited);
}

for (const pipeline of cases) {
  test.describe(pipeline.name, () => {
    test.skip(!pipeline.text, "this machine does not have the file");
    // So large that both lanes of the drag are on screen.
    test.use({ viewport: { width: 1800, height: 1200 } });
    test.slow();

    test("by mouse", async ({ page }) => {
      await open(page, pipeline.text ?? "");
      await card(page, pipeline.job).scrollIntoViewIfNeeded();
      await dragTo(page, await middle(card(page, pipeline.job)), await middle(lane(page, pipeline.stage).locator(".lane-name")));
      await page.mouse.up();
      await expect.poll(() => jobs(page, pipeline.stage)).toContain(pipeline.job);
      await cardButton(page, pipeline.job).click();
      await fillIn(page);
      await undoRedoExport(page, pipeline);
    });

    test("by keys alone", async ({ page }) => {
      await open(page, pipeline.text ?? "");
      await cardButton(page, pipeline.job).focus();
      const index = (stages: string[], name: string) => stages.indexOf(name);
      const shown = await page.locator(".lane:not([hidden]) .lane-name").allTextContents();
      const from = await cardButton(page, pipeline.job).evaluate((button) =>
        button.closest(".lane")?.querySelector(".lane-name")?.textContent ?? "",
      );
      const steps = index(shown, pipeline.stage) - index(shown, from);
      for (let step = 0; step < Math.abs(steps); step++) {
        await page.keyboard.press(steps > 0 ? "Alt+ArrowRight" : "Alt+ArrowLeft");
      }
      await expect.poll(() => jobs(page, pipeline.stage)).toContain(pipeline.job);
      await page.keyboard.press("Enter");
      await fillIn(page);
      const edited = await exported(page);
      expect(changedLines(pipeline.text ?? "", edited)).toEqual(pipeline.changes);
      await page.keyboard.press("Escape");
      const undo = page.getByRole("button", { name: "Undo", exact: true }).first();
      await cardButton(page, pipeline.job).focus();
      while (await undo.isEnabled()) await page.keyboard.press("Control+z");
      expect(await exported(page)).toBe(pipeline.text);
    });
  });
}
