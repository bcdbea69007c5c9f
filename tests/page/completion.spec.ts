// Completion and hover help in the text pane, as a person meets them.
import type { Page } from "@playwright/test";
import { cardButton, exported, open } from "./app";
import { expect, test } from "./page";

const text = "stages: [build, test]\ncompile:\n  stage: build\n  script: make\ncheck:\n  script: make check\n";

/** The text pane with the caret at the end of the text. */
async function atEnd(page: Page) {
  await open(page, text);
  await page.getByRole("button", { name: "Text", exact: true }).click();
  const box = page.locator(".source .cm-content");
  await box.click();
  await page.keyboard.press("Control+End");
  return box;
}

const options = (page: Page) => page.locator(".cm-tooltip-autocomplete").getByRole("option");

test("a keyword is offered while one types, and Enter takes it with its values", async ({ page, expectAccessible }) => {
  const box = await atEnd(page);
  await page.keyboard.type("  sta");
  await expect(options(page).first()).toContainText("stage");
  await expect(page.getByRole("listbox", { name: "Completions" })).toBeVisible();
  await expectAccessible();
  await page.waitForTimeout(100); // Until then CodeMirror takes Enter for a line break.
  await page.keyboard.press("Enter");
  await expect(box).toContainText("  stage: ");
  await expect(options(page).filter({ hasText: "test" })).toBeVisible();
});

test("jobs are offered in a bracket that is not closed yet", async ({ page }) => {
  const box = await atEnd(page);
  await page.keyboard.type("  needs: [");
  await expect(options(page)).toContainText(["compile"]);
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  await expect(box).toContainText("needs: [compile");
});

test("an empty line offers nothing until Ctrl+Space asks, and Escape closes the list", async ({ page }) => {
  await atEnd(page);
  await page.keyboard.type("  ");
  await expect(options(page)).toHaveCount(0);
  await page.keyboard.press("Control+Space");
  await expect(options(page).filter({ hasText: "artifacts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(options(page)).toHaveCount(0);
});

test("a variable is offered after its dollar", async ({ page }) => {
  const box = await atEnd(page);
  await page.keyboard.type("  after_script: echo $CI_COMMIT_SH");
  await expect(options(page).first()).toContainText("CI_COMMIT_SHA");
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  await expect(box).toContainText("echo $CI_COMMIT_SHA");
});

test("a keyword explains itself under the pointer", async ({ page, expectAccessible }) => {
  await atEnd(page);
  await page.locator(".cm-line").filter({ hasText: "stage: build" }).getByText("stage").hover();
  const help = page.locator(".cm-help");
  await expect(help).toContainText("The stage in which the job runs");
  await expect(help).toContainText("Default");
  await expect(help.getByRole("link")).toHaveAttribute("href", "https://docs.gitlab.com/ci/yaml/#stage");
  await expectAccessible();
});

test("hover help tells the version of GitLab, in the page's language", async ({ page }) => {
  await page.goto("./");
  await page.evaluate(() => localStorage.setItem("pipewright.language", "es"));
  await open(page, "compile:\n  interruptible: true\n  script: make\n");
  await page.getByRole("button", { name: "Texto", exact: true }).click();
  await page.locator(".source .cm-content").click();
  await page.locator(".cm-line").filter({ hasText: "interruptible" }).getByText("interruptible").hover();
  const help = page.locator(".cm-help");
  await expect(help).toContainText("Si un pipeline más nuevo puede cancelar el trabajo.");
  await expect(help).toContainText("GitLab 12.3");
});

test("fields and scripts suggest variables after a dollar sign, and boxes of YAML what fits there", async ({ page, expectAccessible }) => {
  await page.setViewportSize({ width: 1500, height: 900 });
  await open(page, "variables:\n  REGION: eu\nbuild:\n  script:\n    - make\n  rules:\n    - if: $CI_COMMIT_BRANCH\n");
  await cardButton(page, "build").click();
  const form = page.getByRole("region", { name: "Inspector" });
  const list = form.getByRole("listbox", { name: "Suggestions" });

  const script = form.locator("#insp-script");
  await script.click();
  await script.press("Control+End");
  await page.keyboard.type(" --to $RE");
  await expect(list.getByRole("option")).toHaveText([/^REGION/]);
  await expectAccessible();
  // Nothing is taken before it is chosen.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(script).toHaveValue("make --to $REGION");
  await expect(list).toBeHidden();
  await page.keyboard.type(" ${CI_JOB_I");
  await list.getByRole("option", { name: /^CI_JOB_ID/ }).click();
  await expect(script).toHaveValue("make --to $REGION ${CI_JOB_ID}");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => exported(page).finally(() => page.keyboard.press("Escape"))).toContain("    - make --to $REGION ${CI_JOB_ID}\n");

  await form.getByRole("button", { name: /^More keywords/ }).click();
  const rules = form.getByRole("textbox", { name: "Value of rules" });
  await rules.click();
  await rules.press("Control+End");
  await page.keyboard.type("\n  wh");
  await expect(list.getByRole("option").first()).toHaveText(/^when/);
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.type("en: man");
  await list.getByRole("option", { name: /^manual/ }).click();
  await expect(rules).toHaveValue("- if: $CI_COMMIT_BRANCH\n  when: manual");
});
