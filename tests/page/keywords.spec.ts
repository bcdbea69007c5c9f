// Keywords without a form of their own.
import { card, exported, open } from "./app";
import { section } from "./inspector-steps";
import { expect, test } from "./page";

test("any other keyword is edited as YAML text, added and taken away", async ({ page }) => {
  const text = "a:\n  script: x\n  rules: # when\n    - if: $A # why\n      when: never\n";
  await open(page, text);
  await card(page, "a").locator(".card-open").click();
  const pane = page.getByRole("region", { name: "Inspector" });
  await section(page, "More keywords");
  const rules = pane.getByLabel("Value of rules");
  await expect(rules).toHaveValue("- if: $A # why\n  when: never");
  await rules.fill("- if: $A # why\n  when: [");
  await rules.press("Control+Enter");
  await expect(pane.getByRole("alert")).toContainText("This is no YAML");
  await rules.fill("- if: $A # why\n  when: manual");
  await rules.press("Control+Enter");
  await pane.getByLabel("Add a keyword…").selectOption("retry");
  await pane.getByLabel("Value of retry").fill("2");
  await pane.getByLabel("Value of retry").press("Control+Enter");
  await expect(pane.getByLabel("Value of retry")).toHaveValue("2");
  expect(await exported(page)).toBe(`${text.replace("never", "manual")}  retry: 2\n`);
});

test("a long name in a list stays inside the form", async ({ page }) => {
  await open(page, "a:\n  extends: [.a-template-whose-name-is-longer@than-any-form-is-wide, .b]\n  script: x\n");
  await card(page, "a").locator(".card-open").click();
  const pane = await page.locator(".inspector-scroll").boundingBox();
  for (const part of [page.locator(".chip").first(), page.getByPlaceholder("Add a job to extend")]) {
    const box = await part.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((pane?.x ?? 0) + (pane?.width ?? 0));
  }
});
