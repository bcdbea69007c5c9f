// The perspective of flow: one file followed through the pipeline, what lacks it found and mended, a job's variables and
// where they come from, and the variables that GitLab sets.
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { exported, open } from "./app";

const pipeline = `stages: [prep, build, test, deploy]
variables:
  TAG: latest
names:
  stage: prep
  image: alpine:3
  script:
    - echo "IMAGE=$CI_REGISTRY_IMAGE/app:$CI_COMMIT_SHORT_SHA" >> context.env
    - echo "TAG=$CI_COMMIT_REF_SLUG" >> context.env
  artifacts:
    paths: [context.env]
    reports:
      dotenv: context.env
pack:
  stage: build
  image: docker:27
  script: docker build -t $IMAGE .
  needs: [names]
unit:
  stage: test
  image: docker:27
  variables:
    TAG: tests
  script:
    - . ./context.env
    - docker run $IMAGE make test
  needs: [pack]
lint:
  stage: test
  image: alpine:3
  script: make lint
  needs: []
ship:
  stage: deploy
  image: docker:27
  script: docker push $IMAGE
`;

const flow = (page: Page) => page.locator(".flow");
const job = (page: Page, name: string) => flow(page).locator(`.flow-job[data-job="${name}"]`);

async function openFlow(page: Page, text = pipeline, width = 1500) {
  await page.setViewportSize({ width, height: 900 });
  await open(page, text);
  await page.getByRole("tab", { name: "Flow" }).click();
}

test("context.env is followed from its maker to those who get it and those who do not", async ({ page, expectAccessible }) => {
  await openFlow(page);
  await expect(flow(page).getByRole("heading", { level: 2, name: "context.env" })).toBeVisible();
  await expect(job(page, "names")).toContainText("makes it");
  await expect(job(page, "pack")).toContainText("gets it by needs");
  await expect(job(page, "pack")).toContainText("uses IMAGE");
  await expect(job(page, "unit")).toContainText("does not get it: not among its needs");
  await expect(job(page, "unit")).toHaveAttribute("data-part", "lacks");
  await expect(job(page, "lint")).toHaveAttribute("data-part", "misses");
  await expect(job(page, "ship")).toContainText("gets it as a later stage");
  await expect(flow(page).locator(".flow-variables tbody tr").first()).toContainText("$CI_REGISTRY_IMAGE/app");
  await expectAccessible();
});

test("a job on the way is clicked, and its details are shown", async ({ page }) => {
  await openFlow(page);
  await job(page, "ship").click();
  await expect(page.locator(".inspector-title")).toHaveText("ship");
  await expect(job(page, "ship")).toHaveAttribute("aria-current", "true");
  await page.getByRole("tab", { name: "By job" }).click();
  await expect(flow(page).getByRole("heading", { level: 2, name: "ship" })).toBeVisible();
  await expect(flow(page).locator(".flow-shares")).toContainText("context.env");
  await flow(page).locator(".flow-shares .flow-job").click();
  await expect(flow(page).getByRole("heading", { level: 2, name: "context.env" })).toBeVisible();
});

test("what lacks the file is found, and mended from here", async ({ page }) => {
  await openFlow(page);
  const problems = flow(page).locator(".flow-problems");
  await expect(problems).toContainText("IMAGE is in the dotenv report of names, which does not reach unit");
  await expect(problems).toContainText("context.env is made by names, which unit does not need");
  await problems.getByRole("button", { name: "Add “names”" }).first().click();
  await expect(job(page, "unit")).toContainText("gets it by needs");
  await expect(problems).toHaveCount(0);
  expect(await exported(page)).toBe(pipeline.replace("needs: [pack]", "needs: [pack, names]"));
});

test("needs without artifacts are mended by taking that out", async ({ page }) => {
  const without = pipeline.replace("needs: [pack]", "needs: [{job: names, artifacts: false}]");
  await openFlow(page, without);
  await expect(job(page, "unit")).toContainText("does not get it: artifacts: false");
  await flow(page).locator(".flow-problems").getByRole("button", { name: "Take out “artifacts”" }).first().click();
  await expect(job(page, "unit")).toContainText("gets it by needs");
  expect(await exported(page)).toBe(pipeline.replace("needs: [pack]", "needs: [{job: names}]"));
});

test("a job shows where each variable comes from and which place wins", async ({ page, expectAccessible }) => {
  await openFlow(page, pipeline.replace("needs: [pack]", "needs: [pack, names]"));
  await job(page, "unit").click();
  await page.getByRole("button", { name: "Variables this job has" }).click();
  const tag = page.locator('.claim-name[data-variable="TAG"] .claim');
  await expect(tag).toHaveCount(3);
  await expect(tag.nth(0)).toContainText("report of names");
  await expect(tag.nth(0)).toHaveAttribute("data-standing", "wins");
  await expect(tag.nth(1).locator("s")).toHaveText("tests");
  await expect(tag.nth(2)).toContainText("global variables");
  await expect(tag.nth(2).locator("s")).toHaveText("latest");
  await expectAccessible();
  await tag.nth(2).getByRole("button", { name: "Show TAG of global variables in text" }).click();
  await expect(page.locator(".source .cm-activeLine")).toContainText("TAG: latest");
});

test("variables of a report complete in the jobs that get it, and not in others", async ({ page }) => {
  await page.setViewportSize({ width: 1500, height: 1200 });
  await open(page, pipeline.replace("docker push $IMAGE", "docker push $IMA"));
  const line = page.locator(".source .cm-line").filter({ hasText: "docker push" });
  await line.click();
  await page.keyboard.press("End");
  await page.keyboard.type("G");
  await expect(page.locator(".cm-tooltip-autocomplete li").first()).toContainText("IMAGE");
});

test("GitLab's variables are searched, seen in a kind of pipeline, and copied", async ({ page, context, expectAccessible }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openFlow(page);
  await page.getByRole("tab", { name: "GitLab's variables" }).click();
  await expect(page.locator(".predefined [role=status]")).toHaveText("177 variables");
  await page.getByLabel("Filter variables").fill("commit_branch");
  const branch = page.locator(".predefined-variable");
  await expect(branch).toHaveCount(1);
  await expect(branch.locator(".predefined-value")).toHaveText("feature/Login");
  await page.getByLabel("As in a pipeline for").selectOption({ label: "a tag, v1.2.0" });
  await expect(branch).toContainText("not there");
  await expectAccessible();
  await page.getByRole("button", { name: "Copy $CI_COMMIT_BRANCH" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("$CI_COMMIT_BRANCH");
});

test("all of it goes by keyboard", async ({ page }) => {
  await openFlow(page);
  await page.getByRole("tab", { name: "Handed on" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "By job" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("uni");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(flow(page).getByRole("heading", { level: 2, name: "unit" })).toBeVisible();
  await expect(flow(page).getByRole("heading", { level: 3, name: "Uses and does not get" })).toBeVisible();
});

test("hundreds of jobs stay readable, and a phone's width too", async ({ page, expectAccessible }) => {
  const many = Array.from({ length: 300 }, (_, at) => `j${at}:\n  stage: ${at < 150 ? "test" : "deploy"}\n  image: alpine:3\n  script: make ${at}\n`);
  await openFlow(page, pipeline + many.join(""));
  await expect(flow(page).locator(".flow-more summary").first()).toHaveText("151 more jobs");
  await page.setViewportSize({ width: 400, height: 800 });
  await expect(job(page, "names")).toBeVisible();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBe(0);
  await expectAccessible();
});

test("all of it is in Spanish too", async ({ page, expectAccessible }) => {
  await page.addInitScript(() => localStorage.setItem("pipewright.language", "es"));
  await page.setViewportSize({ width: 1500, height: 900 });
  await open(page, pipeline);
  await page.getByRole("tab", { name: "Flujo" }).click();
  await expect(job(page, "pack")).toContainText("lo recibe por needs");
  await page.getByRole("tab", { name: "Variables de GitLab" }).click();
  await page.getByLabel("Filtrar variables").fill("CI_JOB_TAGS");
  await expect(page.locator(".predefined-variable")).toContainText("Las etiquetas del trabajo como lista JSON.");
  await expectAccessible();
});
