// The forms of the inspector: each edit changes the lines that it concerns, and nothing else.
import AxeBuilder from "@axe-core/playwright";
import { expectText, inspector, linesOf, open, redo, section, select, undo } from "./inspector-steps";
import { expect, test } from "./page";

test.beforeEach(async ({ page }) => {
  // Several steps each, and axe over all sections.
  test.slow();
  await open(page);
});

test("a variable, an artifact path, a tag, a report, image, when and a need, undone and redone", async ({ page }) => {
  const pane = inspector(page);
  await select(page, "compile");
  const changes: [string, string][] = [];
  const expectChange = async (before: string, after: string) => {
    changes.push([before, after]);
    await expectText(page, ...changes);
  };

  await pane.getByLabel("New variable", { exact: true }).fill("FEATURES");
  await pane.getByLabel("Value of the new variable").fill("yes");
  await pane.getByLabel("Value of the new variable").press("Enter");
  await expectChange("    CARGO_HOME: .cargo\n", '    CARGO_HOME: .cargo\n    FEATURES: "yes"\n');
  await expect(pane.getByLabel("New variable", { exact: true })).toBeFocused();

  await section(page, "Artifacts");
  await pane.getByRole("textbox", { name: "Paths", exact: true }).fill("docs/");
  await pane.getByRole("textbox", { name: "Paths", exact: true }).press("Enter");
  await expectChange("      - target/   # binaries\n", "      - target/   # binaries\n      - docs/\n");
  await expect(pane.getByRole("textbox", { name: "Paths", exact: true })).toBeFocused();

  await pane.getByRole("button", { name: "Add a report…" }).click();
  await page.getByRole("menuitem", { name: "dotenv" }).click();
  await pane.getByRole("textbox", { name: "dotenv", exact: true }).fill("build.env");
  await pane.getByRole("textbox", { name: "dotenv", exact: true }).press("Enter");
  await expectChange("      junit: junit.xml\n", "      junit: junit.xml\n      dotenv: build.env\n");

  await pane.getByRole("combobox", { name: "Tags" }).fill("linux");
  await pane.getByRole("combobox", { name: "Tags" }).press("Enter");
  await expectChange("   # pinned\n", "   # pinned\n  tags:\n    - docker\n    - linux\n");

  await section(page, "Image");
  await pane.getByLabel("Image", { exact: true }).fill("rust:1.90");
  await pane.getByLabel("Image", { exact: true }).press("Enter");
  await expectChange("image: rust:1.88", "image: rust:1.90");
  await expect(pane.getByLabel("Image", { exact: true })).toBeFocused();

  await pane.getByLabel("When", { exact: true }).selectOption("always");
  await expectChange("    - linux\n", "    - linux\n  when: always\n");

  const steps = changes.length;
  const after = await linesOf(page);
  for (let step = 0; step < steps; step++) await undo(page);
  await expectText(page);
  for (let step = 0; step < steps; step++) await redo(page);
  await expect.poll(() => linesOf(page)).toEqual(after);
});

test("commands change where they stand and blocks stay blocks", async ({ page }) => {
  const pane = inspector(page);
  await select(page, "compile");
  const lines = pane.getByLabel("script, a command per line", { exact: true }).first();
  await lines.fill("cargo build\ncargo fmt --check\ncargo clippy");
  await lines.blur();
  const added: [string, string] = ["    # then the checks\n", "    - cargo fmt --check\n    # then the checks\n"];
  await expectText(page, added);
  const block = pane.getByLabel("script, block 2");
  await block.fill('if [ -n "$Y" ]; then\n  echo "x"\nfi');
  await block.press("Control+Enter");
  await expectText(page, added, ['if [ -n "$X" ]; then', 'if [ -n "$Y" ]; then']);
  await expect(block).toBeFocused();
});

test("needs get flags and a completion, and are taken away", async ({ page }) => {
  const pane = inspector(page);
  await select(page, "unit");
  await section(page, "Needs");
  const need = pane.getByRole("group", { name: "compile" });
  await need.getByLabel("Optional").check();
  await expectText(page, ["    - compile\n", "    - job: compile\n      optional: true\n"]);
  await undo(page);
  const add = pane.getByRole("combobox", { name: "Needed jobs" });
  await add.fill("li");
  await pane.getByRole("option", { name: "lint" }).click();
  await expectText(page, ["    - compile\n", "    - compile\n    - lint\n"]);
  await pane.getByRole("button", { name: "Remove compile" }).click();
  await expectText(page, ["    - compile\n", "    - lint\n"]);
});

test("inherited values say where they come from; a value here overrides and can be reset", async ({ page }) => {
  const pane = inspector(page);
  await select(page, "unit");
  await expect(pane.getByLabel("When", { exact: true })).toHaveValue("");
  await expect(pane.getByLabel("When", { exact: true })).toHaveAccessibleDescription("from .base");
  await pane.getByLabel("When", { exact: true }).selectOption("always");
  await expectText(page, ["    - redis:8\n", "    - redis:8\n  when: always\n"]);
  await pane.getByRole("button", { name: "Reset When to the value from .base" }).click();
  await expectText(page);
  await pane.getByLabel("Value of LEVEL").fill("debug");
  await pane.getByLabel("Value of LEVEL").press("Enter");
  await expectText(page, ["    - compile\n", "    - compile\n  variables:\n    LEVEL: debug\n"]);
});

test("a name in use is refused at the field, and Escape takes it back", async ({ page }) => {
  const pane = inspector(page);
  await select(page, "compile");
  const name = pane.getByLabel("Name", { exact: true }).first();
  await name.fill("unit");
  await name.press("Enter");
  await expect(pane.getByRole("alert")).toHaveText("The name unit is in use already.");
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveValue("unit");
  await expect(name).toHaveAccessibleDescription(/in use already/);
  await name.press("Escape");
  await expect(name).toHaveValue("compile");
  await expect(pane.getByRole("alert")).toHaveCount(0);
  await expectText(page);
  await name.fill("build-all");
  await name.press("Enter");
  await expectText(
    page,
    ["\ncompile:\n", "\nbuild-all:\n"],
    ["    - compile\n", "    - build-all\n"],
    ["[compile, script]", "[build-all, script]"],
  );
  await expect(name).toBeFocused();
});

test("what no field can show is shown as it stands", async ({ page }) => {
  const pane = inspector(page);
  await select(page, "ship");
  await expect(pane.getByText("!reference [compile, script]")).toBeVisible();
  await expect(pane.getByText("Taken from another place by !reference.")).toBeVisible();
  await section(page, "More keywords");
  await expect(pane.getByLabel("Value of rules")).toHaveValue(/- if: \$CI_COMMIT_TAG/);
});

test("services are reordered with their details", async ({ page }) => {
  const pane = inspector(page);
  await select(page, "unit");
  await section(page, "Image");
  await pane.getByRole("button", { name: "Move down postgres:17" }).click();
  await expectText(page, [
    "    - name: postgres:17\n      alias: db\n    - redis:8\n",
    "    - redis:8\n    - name: postgres:17\n      alias: db\n",
  ]);
  await pane.getByRole("button", { name: "Details of postgres:17" }).click();
  await pane.getByLabel("Alias").fill("sql");
  await pane.getByLabel("Alias").press("Enter");
  await expectText(page, [
    "    - name: postgres:17\n      alias: db\n    - redis:8\n",
    "    - redis:8\n    - name: postgres:17\n      alias: sql\n",
  ]);
});

test("an environment gets a URL and global variables their details", async ({ page }) => {
  const pane = inspector(page);
  await pane.getByRole("button", { name: "Details of REGION" }).click();
  await pane.getByLabel("Description").fill("The region");
  await pane.getByLabel("Description").press("Control+Enter");
  const described: [string, string] = ["description: Where to deploy", "description: The region"];
  await expectText(page, described);
  await select(page, "ship");
  await section(page, "Environment");
  await pane.getByLabel("URL").fill("https://shop.example");
  await pane.getByLabel("URL").press("Enter");
  await expectText(page, described, [
    "  environment: production\n",
    "  environment:\n    name: production\n    url: https://shop.example\n",
  ]);
});

test("tab and keys alone: a variable, a tag, a path, a report, image, when, need and script", async ({ page }) => {
  const pane = inspector(page);
  await select(page, "compile");
  const reach = async (name: RegExp) => {
    for (let steps = 0; steps < 80; steps++) {
      await page.keyboard.press("Tab");
      const found = await page.evaluate(() => {
        const element = document.activeElement;
        const labels = (element as HTMLInputElement | null)?.labels;
        return element?.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element?.textContent ?? "";
      });
      if (name.test(found.trim())) return;
    }
    throw new Error(`Tab never reached ${name}`);
  };
  await pane.getByRole("button", { name: "Show in text" }).first().focus();
  await reach(/^Tags$/);
  await page.keyboard.type("linux");
  await page.keyboard.press("Enter");
  await reach(/^When$/);
  await page.keyboard.press("ArrowDown");
  await reach(/^script, a command per line$/);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\ncargo doc");
  await reach(/^Image and services/);
  await page.keyboard.press("Enter");
  await reach(/^Image$/);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("rust:1.90");
  await reach(/^Needs/);
  await page.keyboard.press("Enter");
  await reach(/^Needed jobs$/);
  await page.keyboard.type("lint");
  await page.keyboard.press("Enter");
  await reach(/^New variable$/);
  await page.keyboard.type("A");
  await page.keyboard.press("Tab");
  await page.keyboard.type("b");
  await page.keyboard.press("Enter");
  await reach(/^Artifacts/);
  await page.keyboard.press("Enter");
  await reach(/^Paths$/);
  await page.keyboard.type("docs/");
  await page.keyboard.press("Enter");
  await reach(/^Add a report…$/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(pane.getByRole("textbox", { name: "dotenv", exact: true })).toBeFocused();
  await page.keyboard.type("build.env");
  await page.keyboard.press("Enter");
  await expectText(
    page,
    ["   # pinned\n", "   # pinned\n  tags:\n    - docker\n    - linux\n  when: on_success\n  needs:\n    - lint\n"],
    ["image: rust:1.88", "image: rust:1.90"],
    ["    CARGO_HOME: .cargo\n", "    CARGO_HOME: .cargo\n    A: b\n"],
    ["    - cargo clippy\n", "    - cargo clippy\n    - cargo doc\n"],
    ["      - target/   # binaries\n", "      - target/   # binaries\n      - docs/\n"],
    ["      junit: junit.xml\n", "      junit: junit.xml\n      dotenv: build.env\n"],
  );
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing with every section open, ${colorScheme}`, async ({ page }) => {
    const expectAccessible = async () => {
      const { violations } = await new AxeBuilder({ page }).include("section.inspector").analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`)).toEqual([]);
    };
    await page.emulateMedia({ colorScheme });
    await inspector(page).getByRole("button", { name: "Details of REGION" }).click();
    await section(page, "The rest of the file");
    await expectAccessible();
    await select(page, "unit");
    for (const title of ["Image", "Needs", "Artifacts", "Environment"]) await section(page, title);
    await inspector(page).getByRole("button", { name: "Details of postgres:17" }).click();
    await expectAccessible();
    await select(page, "ship");
    await section(page, "More keywords");
    await expectAccessible();
  });
}
