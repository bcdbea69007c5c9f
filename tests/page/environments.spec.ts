// The perspective of environments: jobs by environment, who stops them, and what is missing, mended from here.
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { exported, open } from "./app";

const pipeline = `stages: [build, deploy]
compile:
  stage: build
  image: alpine:3
  script: make
review:
  stage: deploy
  image: alpine:3
  script: make review
  environment:
    name: review/$CI_COMMIT_REF_SLUG
    url: https://$CI_ENVIRONMENT_SLUG.example.com
  rules:
    - if: $CI_MERGE_REQUEST_IID
production:
  stage: deploy
  image: alpine:3
  script: make deploy
  when: manual
  resource_group: production
  environment: production
smoke:
  stage: deploy
  image: alpine:3
  script: make smoke
  environment:
    name: production
    action: verify
`;

const environment = (page: Page, name: string) => page.locator(`.environment[data-environment="${name}"]`);

async function openEnvironments(page: Page, text = pipeline) {
  await page.setViewportSize({ width: 1500, height: 900 });
  await open(page, text);
  await page.getByRole("tab", { name: "Environments" }).click();
}

test("jobs stand by the environment that they deploy to, with its tier", async ({ page, expectAccessible }) => {
  await openEnvironments(page);
  const production = environment(page, "production");
  await expect(production.locator(".environment-tier")).toHaveAttribute("data-tier", "production");
  await expect(production.locator(".environment-job")).toHaveText([/production.*deploys.*by hand.*one at a time/, /smoke.*verifies/]);
  await expect(page.getByRole("heading", { level: 2, name: "review/*" })).toBeVisible();
  await expect(environment(page, "review/$CI_COMMIT_REF_SLUG")).toContainText("Development");
  await expect(environment(page, "review/$CI_COMMIT_REF_SLUG")).toContainText("nobody");
  await expectAccessible();
});

test("a job is clicked, and its details are shown", async ({ page }) => {
  await openEnvironments(page);
  await environment(page, "production").getByRole("button", { name: /^smoke/ }).click();
  await expect(page.locator(".inspector-title")).toHaveText("smoke");
  await expect(environment(page, "production").getByRole("button", { name: /^smoke/ })).toHaveAttribute("aria-current", "true");
});

test("a review app without a job that stops it gets one, as one step", async ({ page }) => {
  await openEnvironments(page);
  const review = environment(page, "review/$CI_COMMIT_REF_SLUG");
  await expect(review).toContainText("review deploys to review/$CI_COMMIT_REF_SLUG, and no job stops it");
  await review.getByRole("button", { name: "Add “stop-review”" }).click();
  await expect(review).toContainText("stop-review");
  await expect(review.locator(".flow-problems")).toHaveCount(0);
  await expect(review.locator('.environment-job[data-action="stop"]')).toContainText("by hand");
  const mended = await exported(page);
  expect(mended).toContain("    on_stop: stop-review\n");
  expect(mended).toContain("stop-review:\n  stage: deploy\n  rules:\n    - if: $CI_MERGE_REQUEST_IID\n      when: manual\n");
  expect(mended.replace(/ {4}on_stop: stop-review\n/, "").replace(/stop-review:\n( .*\n)+/, "")).toBe(pipeline);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await expect(review).toContainText("and no job stops it");
});

test("a stop job that would run by itself is made manual", async ({ page }) => {
  const stopping = `${pipeline.replace("    url:", "    on_stop: down\n    url:")}down:
  stage: deploy
  image: alpine:3
  script: make down
  environment: {name: review/$CI_COMMIT_REF_SLUG, action: stop}
`;
  await openEnvironments(page, stopping);
  const review = environment(page, "review/$CI_COMMIT_REF_SLUG");
  await expect(review).toContainText("down stops review/$CI_COMMIT_REF_SLUG by itself");
  await review.getByRole("button", { name: "Add “when”" }).click();
  await expect(review.locator(".flow-problems")).toHaveCount(0);
  expect(await exported(page)).toContain("  when: manual\n");
});

test("a pipeline that deploys nowhere says so, and a phone's width is enough", async ({ page, expectAccessible }) => {
  await openEnvironments(page);
  await page.setViewportSize({ width: 400, height: 800 });
  await expect(environment(page, "production")).toBeVisible();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBe(0);
  await expectAccessible();
  await openEnvironments(page, "compile: {image: alpine:3, script: make}\n");
  await expect(page.locator(".environments")).toContainText("No job deploys to an environment.");
});

test("all of it is in Spanish too", async ({ page, expectAccessible }) => {
  await page.addInitScript(() => localStorage.setItem("pipewright.language", "es"));
  await page.setViewportSize({ width: 1500, height: 900 });
  await open(page, pipeline);
  await page.getByRole("tab", { name: "Entornos" }).click();
  await expect(environment(page, "production").locator(".environment-job").first()).toContainText("despliega");
  await expect(environment(page, "production")).toContainText("Producción");
  await expectAccessible();
});
