// Starters: opening one, the files that come with it, and its jobs in another pipeline.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { card, exported, jobs, open, stages } from "./app";

const folder = join(import.meta.dirname, "../../src/view/starters");
const filesOf = (starter: string) =>
  readdirSync(join(folder, starter), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, starter).length + 1))
    .sort();

async function begin(page: Page, name: RegExp) {
  await page.goto("./");
  await page.getByRole("button", { name }).click();
  await expect(page.locator(".workspace")).toBeVisible();
}

async function choose(page: Page, name: string) {
  await page.getByRole("button", { name: "File menu", exact: true }).click();
  await page.getByRole("menuitem", { name }).click();
}

/** The entries of a downloaded archive with their bytes. */
async function unzipped(page: Page, act: () => Promise<void>) {
  const waiting = page.waitForEvent("download");
  await act();
  const download = await waiting;
  const script = "import json,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n" +
    "print(json.dumps({n: z.read(n).decode() for n in z.namelist()}))";
  const output = execFileSync("python3", ["-c", script, await download.path()], { encoding: "utf8" });
  return { name: download.suggestedFilename(), entries: JSON.parse(output) as Record<string, string> };
}

test("the Docker starter opens as a board, with its files to read, copy and download", async ({ page, context, expectAccessible }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await begin(page, /^Docker images/);
  await expect.poll(() => stages(page)).toEqual(["prep", "build", "test", "deliver", "deploy"]);
  await expect.poll(() => jobs(page, "build")).toEqual(["build-app", "build-test"]);
  await expect(page.getByRole("button", { name: "No problems" })).toBeVisible();
  await expect(page.getByText("8 files come with this pipeline")).toBeVisible();
  await expectAccessible();

  await page.getByRole("button", { name: "Show the files" }).click();
  const dialog = page.getByRole("dialog", { name: "Companion files" });
  await dialog.getByRole("button", { name: "Dockerfile.test", exact: true }).click();
  const text = dialog.getByRole("region", { name: "Text of Dockerfile.test" });
  await expect(text).toContainText("FROM ${APP_IMAGE}");
  await expectAccessible();
  await dialog.getByRole("button", { name: "Copy Dockerfile.test" }).click();
  await expect(page.getByText("Dockerfile.test was copied.")).toBeVisible();
  const source = readFileSync(join(folder, "docker/Dockerfile.test"), "utf8");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(source);
  const one = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download Dockerfile.test" }).click();
  const file = await one;
  expect(file.suggestedFilename()).toBe("Dockerfile.test");
  expect(readFileSync(await file.path(), "utf8")).toBe(source);

  const zip = await unzipped(page, () => dialog.getByRole("button", { name: "Download all as .zip" }).click());
  expect(zip.name).toBe("docker.zip");
  expect(Object.keys(zip.entries).sort()).toEqual(filesOf("docker"));
  for (const [path, text] of Object.entries(zip.entries)) {
    expect(text, path).toBe(readFileSync(join(folder, "docker", path), "utf8"));
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("8 files come with this pipeline")).toBeHidden();
});

test("the files stay at hand after edits, and the archive holds the edited pipeline", async ({ page }) => {
  await begin(page, /^Docker images/);
  await page.getByRole("button", { name: "Hide this. The files stay in the File menu." }).click();
  await card(page, "deliver").locator(".card-open").focus();
  await page.keyboard.press("Delete");
  await expect(card(page, "deliver")).toBeHidden();
  await choose(page, "Companion files…");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
  const { entries } = await unzipped(page, () => choose(page, "Download as .zip"));
  expect(entries[".gitlab-ci.yml"]).not.toContain("\ndeliver:");
  expect(Object.keys(entries)).toContain("app/main.py");
});

test("any pipeline downloads as an archive of its file", async ({ page }) => {
  await open(page, "build:\n  script: make\n");
  await page.getByRole("button", { name: "File menu", exact: true }).click();
  await expect(page.getByRole("menuitem", { name: "Companion files…" })).toBeHidden();
  await page.keyboard.press("Escape");
  const { name, entries } = await unzipped(page, () => choose(page, "Download as .zip"));
  expect(name).toBe("gitlab-ci.zip");
  expect(entries).toEqual({ ".gitlab-ci.yml": "build:\n  script: make\n" });
});

test("each starter opens without a problem", async ({ page }) => {
  await page.goto("./");
  await expect(page.locator(".starter")).toHaveCount(11);
  for (let at = 0; at < 11; at++) {
    if (at > 0) await choose(page, "New from a starter…");
    await page.locator(".starter").nth(at).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.locator(".lane .card").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "No problems" })).toBeVisible();
  }
});

test("jobs of a starter come into an open pipeline by keyboard, as one undo step", async ({ page, expectAccessible }) => {
  const mine = "# Mine.\nstages: [build, test]\n\nruff:\n  stage: build\n  script: make\n";
  await open(page, mine);
  await choose(page, "Add jobs from a starter…");
  const dialog = page.getByRole("dialog", { name: "Add jobs from a starter" });
  await dialog.getByLabel("Starter").selectOption({ label: "Python" });
  await expect(dialog.getByRole("button", { name: "Add jobs" })).toBeDisabled();
  await dialog.getByRole("checkbox", { name: "wheel (stage package)" }).focus();
  await page.keyboard.press("Space");
  await expect(dialog).toContainText("Along come: .python, ruff, pytest.");
  await expectAccessible();
  await dialog.getByRole("button", { name: "Add one job" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(card(page, "wheel")).toBeVisible();
  await expect.poll(() => stages(page)).toEqual(["build", "check", "test", "package"]);
  await expect.poll(() => jobs(page, "check")).toEqual(["ruff-2"]);
  await expect(page.getByRole("button", { name: "No problems" })).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(card(page, "wheel")).toBeHidden();
  await expect(page.getByRole("button", { name: "Undo", exact: true }).first()).toBeDisabled();
  await page.getByRole("button", { name: "Redo" }).click();
  const text = await exported(page);
  expect(text.startsWith("# Mine.\nstages: [build, check, test, package]\n")).toBe(true);
  expect(text).toContain("needs:\n    - ruff-2\n    - pytest\n");
});

test("what can't come along is said in the dialog", async ({ page }) => {
  await open(page, "include: more.yml\na:\n  script: make\n");
  await choose(page, "Add jobs from a starter…");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "ruff (stage check)" }).check();
  await dialog.getByRole("button", { name: "Add one job" }).click();
  await expect(dialog.getByRole("alert")).toContainText("stages");
});

test.describe("in Spanish, on a phone", () => {
  test.use({ locale: "es-ES", viewport: { width: 400, height: 800 } });

  test("the files and the jobs are at hand", async ({ page, expectAccessible }) => {
    await begin(page, /^Imágenes Docker/);
    await page.getByRole("button", { name: "Ver los archivos" }).click();
    const dialog = page.getByRole("dialog", { name: "Archivos que lo acompañan" });
    await dialog.getByRole("button", { name: "app/main.py", exact: true }).click();
    await expect(dialog.getByRole("region", { name: "Texto de app/main.py" })).toContainText("def greeting");
    await expectAccessible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(400);
    await dialog.getByRole("button", { name: "Cerrar" }).last().click();
    await page.getByRole("button", { name: "Menú de archivo" }).click();
    await page.getByRole("menuitem", { name: "Añadir trabajos de una plantilla…" }).click();
    await expect(page.getByRole("dialog")).toContainText("Elija los trabajos.");
    await expectAccessible();
  });
});
