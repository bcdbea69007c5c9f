// The Runners view: the fleet entered by hand, config.toml edited without loss, the guide that sets a runner up.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./page";
import { cardButton, changedLines, drop, fixture, open } from "./app";

// axe looks at every field of the forms, which takes its time on a busy machine.
test.setTimeout(240_000);

const shop = fixture("shop.yml");
const config = readFileSync(join(import.meta.dirname, "../fixtures/runners/config.toml"), "utf8");
const TOKEN = "glrt-0123456789abcdefghij";

const view = (page: Page) => page.getByRole("region", { name: "Runners", exact: true });
const runner = (page: Page, name: string): Locator => page.locator(".runner").filter({ has: page.getByRole("heading", { name, exact: true }) });
const names = (page: Page) => page.locator(".runner-name").allTextContents();
const look = (page: Page) => page.getByRole("tab", { name: "Runners" }).click();
const panel = (page: Page, name = "config.toml") => page.getByRole("region", { name, exact: true });
const form = (page: Page, name: string) => panel(page).getByRole("region", { name, exact: true });

/** Enters a runner in the dialog. */
async function enter(page: Page, name: string, tags: string[], environment = "") {
  await page.getByRole("button", { name: "Enter a runner" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  for (const tag of tags) {
    await dialog.getByRole("combobox", { name: "Tags" }).fill(tag);
    await page.keyboard.press("Enter");
  }
  await dialog.getByRole("combobox", { name: "Environment" }).fill(environment);
  await dialog.getByRole("button", { name: "Add runner" }).click();
  await expect(dialog).toHaveCount(0);
}

/** All that the browser keeps for this origin. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const found: unknown[] = [location.href, { ...localStorage }, { ...sessionStorage }];
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error ?? new Error("no storage"));
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await wait(indexedDB.open(name ?? ""));
      for (const store of database.objectStoreNames) {
        found.push(await wait(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify(found);
  });

/** Downloads the file by the dialog of its changes. */
async function handedOut(page: Page): Promise<string> {
  await panel(page).getByRole("button", { name: "Export config.toml…" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Download" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("config.toml");
  return readFileSync(await file.path(), "utf8");
}

test("two runners are entered by hand, kept for the next visit, and every step is taken back", async ({ page, expectAccessible }) => {
  await open(page, shop);
  await look(page);
  await expect(view(page)).toContainText("Runners are the machines that run your jobs");
  await expectAccessible();
  await enter(page, "build and test", ["docker", "build"]);
  await enter(page, "live", ["deploy"], "production");
  await expect.poll(() => names(page)).toEqual(["build and test", "live"]);
  await expect(runner(page, "live")).toContainText("production");
  await expect(runner(page, "build and test").locator(".runner-tags li")).toHaveText(["docker", "build"]);
  await expectAccessible();

  await runner(page, "live").getByRole("button", { name: "Edit live" }).click();
  await page.getByRole("dialog").getByRole("checkbox", { name: "Runs jobs of protected branches and tags only" }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Keep" }).click();
  await expect(runner(page, "live")).toContainText("Protected");
  await page.getByRole("button", { name: "Duplicate live" }).click();
  await expect.poll(() => names(page)).toEqual(["build and test", "live", "live 2"]);
  await page.getByRole("button", { name: "Delete build and test" }).click();
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => names(page)).toEqual(["build and test", "live", "live 2"]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => names(page)).toEqual(["build and test", "live"]);
  await page.keyboard.press("Control+z");
  await expect(runner(page, "live")).not.toContainText("Protected");
  await page.keyboard.press("Control+y");
  await expect(runner(page, "live")).toContainText("Protected");

  // Also without a pipeline, in the next visit.
  await page.goto("./");
  await page.getByRole("button", { name: "See runners" }).click();
  await expect.poll(() => names(page)).toEqual(["build and test", "live"]);
  await page.getByRole("button", { name: "Back to the start" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Pipewright" })).toBeVisible();
});

test("Ctrl+Z takes back the pipeline's step where that was the last one", async ({ page }) => {
  await open(page, shop);
  await look(page);
  await enter(page, "one", []);
  await page.getByRole("tab", { name: "Board" }).click();
  await cardButton(page, "unit").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(page.locator(".top-unsaved")).toBeVisible();
  await look(page);
  await page.locator("h2", { hasText: "Runners" }).click();
  await page.keyboard.press("Control+z");
  await expect(page.locator(".top-unsaved")).toHaveCount(0);
  await expect.poll(() => names(page)).toEqual(["one"]);
  await page.keyboard.press("Control+z");
  await expect(page.locator(".runner")).toHaveCount(0);
});

test("a config.toml is edited by its form, and only those lines change", async ({ page, expectAccessible }) => {
  await open(page, shop);
  await drop(page, config, "config.toml");
  await expect(panel(page)).toBeVisible();
  await expect.poll(() => names(page)).toEqual(["build and test", "production", "pods"]);
  await expect(runner(page, "pods")).toContainText("In config.toml");
  await expectAccessible();

  const build = form(page, "build and test");
  await build.getByRole("switch", { name: /Privileged containers/ }).check();
  await build.getByRole("combobox", { name: "Volumes" }).fill("/var/run/docker.sock:/var/run/docker.sock");
  await page.keyboard.press("Enter");
  await panel(page).getByRole("textbox", { name: "Jobs at a time (concurrent)" }).fill("8");
  await page.keyboard.press("Enter");
  await form(page, "production").getByRole("textbox", { name: "Jobs at a time (limit)" }).fill("1");
  await page.keyboard.press("Enter");
  await expect(runner(page, "build and test")).toContainText("Privileged");
  await expect(runner(page, "build and test")).toContainText("Docker socket");
  await expect(panel(page).locator(".config-problem")).toContainText(["take over this machine", "can command this machine's Docker"]);
  await expect(panel(page).locator(".config-lines li[data-changed]")).toHaveCount(5);

  let asked = 0;
  page.on("dialog", (dialog) => {
    asked++;
    void dialog.dismiss();
  });
  await page.evaluate(() => location.reload());
  await expect.poll(() => asked).toBe(1);

  expect(changedLines(config, await handedOut(page))).toEqual([
    "-concurrent = 4",
    "+concurrent = 8",
    "-    privileged = false",
    "+    privileged = true",
    '-      "/cache"',
    '+      "/cache",',
    '+      "/var/run/docker.sock:/var/run/docker.sock"',
    "+  limit = 1",
  ]);
  await expect(panel(page)).not.toContainText("Unsaved");
  for (let step = 0; step < 4; step++) await page.getByRole("button", { name: "Undo in runners" }).click();
  expect(await handedOut(page)).toBe(config);
});

test("runners of a file are added, moved and removed, and their tags are kept", async ({ page }) => {
  await open(page, shop);
  await drop(page, config, "config.toml");
  await page.getByRole("button", { name: "Edit production" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("stand in an open config.toml");
  await dialog.getByRole("combobox", { name: "Tags" }).fill("deploy");
  await dialog.getByRole("button", { name: "Keep" }).click();
  await form(page, "production").getByRole("textbox", { name: "Name" }).fill("live");
  await page.keyboard.press("Enter");
  await expect(runner(page, "live").locator(".runner-tags")).toContainText("deploy");
  await panel(page).getByRole("button", { name: "Move live up" }).click();
  await panel(page).getByRole("button", { name: "Remove pods from the file" }).click();
  await panel(page).getByRole("button", { name: "Add a runner to this file" }).click();
  await expect.poll(() => names(page)).toEqual(["build and test", "live", "runner 3"]);
  await expect(runner(page, "live").locator(".runner-tags")).toContainText("deploy");
  const text = await handedOut(page);
  expect(text.indexOf('name = "live"')).toBeLessThan(text.indexOf('name = "build and test"'));
  expect(text).not.toContain("pods");
  expect(text).toContain('[[runners]]\n  name = "runner 3"');
});

test("tokens are covered, shown when asked, and stored nowhere", async ({ page }) => {
  await open(page, shop);
  await drop(page, config, "config.toml");
  await expect(panel(page)).toBeVisible();
  const lines = panel(page).getByRole("region", { name: "Text of config.toml" });
  await expect(lines).toContainText('token = "••••••••"');
  expect(await page.content()).not.toContain(TOKEN);
  expect(await page.content()).not.toContain("AMAZON_S3_SECRET_KEY");
  await panel(page).getByRole("switch", { name: "Show tokens" }).check();
  await expect(lines).toContainText(TOKEN);
  await panel(page).getByRole("switch", { name: "Show tokens" }).uncheck();
  await form(page, "production").getByRole("textbox", { name: "Jobs at a time (limit)" }).fill("1");
  await page.keyboard.press("Enter");
  // A draft of the pipeline is written meanwhile.
  await page.getByRole("tab", { name: "Board" }).click();
  await cardButton(page, "unit").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect.poll(() => stored(page)).toContain("gitlab-ci");
  const all = await stored(page);
  expect(all).toContain("build and test");
  for (const secret of [TOKEN, "AMAZON_S3", "[[runners]]"]) expect(all).not.toContain(secret);
  await look(page);
  await panel(page).getByRole("button", { name: "Export config.toml…" }).click();
  await expect(page.getByRole("dialog").locator(".diff")).toContainText("limit = 1");
  expect(await page.content()).not.toContain(TOKEN);
});

test("problems name their line, and fixes mend them", async ({ page, expectAccessible }) => {
  const broken = "concurrent = 0\n[[runners]]\nname = \"a\"\nurl = \"https://gitlab.com\"\ntoken = \"x\"\nexecutor = \"docker\"\ntags = [\"a\"]\n[runners.docker]\nimage = \"docker:latest\"\nvolumes = [\"/var/run/docker.sock\"]\n";
  await open(page, shop);
  await drop(page, broken, "config.toml");
  await expect(panel(page).locator(".config-problem")).toHaveCount(3);
  await expect(panel(page).locator(".config-problem").nth(1)).toContainText("Line 7: tags is GitLab's to keep");
  await expectAccessible();
  for (const line of [1, 7, 9]) await panel(page).getByRole("button", { name: `Fix line ${line}`, exact: true }).click();
  await expect(panel(page).getByRole("button", { name: /^Fix/ })).toHaveCount(0);
  expect(changedLines(broken, await handedOut(page))).toEqual([
    "-concurrent = 0",
    "+concurrent = 1",
    '-tags = ["a"]',
    '-volumes = ["/var/run/docker.sock"]',
    '+volumes = ["/var/run/docker.sock:/var/run/docker.sock"]',
  ]);
});

test("a file that is no TOML is mended in its text, and its line breaks stay", async ({ page }) => {
  const broken = "concurrent = \r\n[[runners]]\r\nname = \"a\"\r\n";
  await open(page, shop);
  await drop(page, broken, "config.toml");
  await expect(panel(page).locator(".config-problem")).toContainText("Line 1");
  await expect(panel(page).locator(".config-machine")).toHaveCount(0);
  await panel(page).getByRole("button", { name: "Type in the text" }).click();
  await panel(page).getByRole("textbox", { name: "config.toml with its tokens" }).fill("concurrent = 2\n[[runners]]\nname = \"a\"\n");
  await page.keyboard.press("Control+Enter");
  await expect(panel(page).locator(".config-machine")).toBeVisible();
  await expect.poll(() => names(page)).toEqual(["a"]);
  expect(await handedOut(page)).toBe("concurrent = 2\r\n[[runners]]\r\nname = \"a\"\r\n");
});

test("a config.toml is saved in place, and not over what another program wrote", async ({ page }) => {
  await page.addInitScript(() => {
    const handle = async () => (await navigator.storage.getDirectory()).getFileHandle("config.toml");
    window.showOpenFilePicker = async () => [await handle()];
  });
  await page.goto("./");
  await page.getByRole("button", { name: "See runners" }).click();
  const write = (text: string) =>
    page.evaluate(async (text) => {
      const folder = await navigator.storage.getDirectory();
      const stream = await (await folder.getFileHandle("config.toml", { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    }, text);
  const read = () =>
    page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      return (await (await folder.getFileHandle("config.toml")).getFile()).text();
    });
  await write(config);
  await page.getByRole("button", { name: "Open config.toml" }).click();
  await expect(panel(page)).toBeVisible();
  const concurrent = panel(page).getByRole("textbox", { name: "Jobs at a time (concurrent)" });
  const save = async () => {
    await page.keyboard.press("Enter");
    await panel(page).getByRole("button", { name: "Export config.toml…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  };
  await concurrent.fill("9");
  await save();
  await expect(page.locator(".toast").last()).toContainText("config.toml was saved");
  expect(changedLines(config, await read())).toEqual(["-concurrent = 4", "+concurrent = 9"]);
  await write("concurrent = 1\n");
  await concurrent.fill("3");
  await save();
  await expect(page.locator(".toast").last()).toContainText("changed on disk by another program");
  await expect.poll(() => read()).toBe("concurrent = 1\n");
});

test("the guide writes the commands, and the token is covered, copied when asked and stored nowhere", async ({ page, expectAccessible }) => {
  await page.addInitScript(() => {
    Clipboard.prototype.writeText = (text: string) => {
      (window as unknown as { copied: string }).copied = text;
      return Promise.resolve();
    };
  });
  const copied = () => page.evaluate(() => (window as unknown as { copied?: string }).copied);
  await page.goto("./");
  await page.getByRole("button", { name: "Set up a runner" }).click();
  const dialog = page.getByRole("dialog");
  const register = dialog.locator(".setup-step").filter({ hasText: "Register the runner" });
  await expect(register.locator("pre")).toContainText('--token "$RUNNER_TOKEN"');
  await expect(dialog).toContainText("Settings, CI/CD, Runners");
  await expectAccessible();

  await dialog.getByLabel("The token itself").fill(TOKEN);
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("it's mine; rm -rf $HOME");
  await expect(register.locator("pre")).toContainText("--token ••••••••");
  await expect(register.locator("pre")).toContainText("--description 'it'\\''s mine; rm -rf $HOME'");
  await expect(register.locator("pre")).not.toContainText("--tag-list");
  expect(await page.content()).not.toContain(TOKEN);
  await register.getByRole("button", { name: "Copy: Register the runner" }).click();
  await expect.poll(copied).toContain(`--token ${TOKEN}`);
  await register.getByRole("switch", { name: "Show the token" }).check();
  await expect(register.locator("pre")).toContainText(TOKEN);
  await dialog.getByRole("checkbox", { name: /Keep the token out of the commands/ }).check();
  await register.getByRole("button", { name: "Copy: Register the runner" }).click();
  await expect.poll(copied).not.toContain(TOKEN);

  await dialog.getByRole("combobox", { name: "Token" }).selectOption("Registration token (deprecated)");
  await dialog.getByLabel("The token itself").fill("old-token");
  await dialog.getByRole("combobox", { name: "Tags" }).fill("docker");
  await page.keyboard.press("Enter");
  await expect(register.locator("pre")).toContainText("--tag-list docker");

  await dialog.getByRole("tab", { name: "Docker Compose" }).click();
  await expect(dialog.locator("pre").first()).toContainText("gitlab-runner-config:/etc/gitlab-runner");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download compose.yaml" }).click();
  expect((await download).suggestedFilename()).toBe("compose.yaml");
  await dialog.getByRole("textbox", { name: "GitLab's address" }).fill("gitlab.com");
  await expect(dialog).toContainText("Correct the marked values");

  const all = await stored(page);
  expect(all).not.toContain(TOKEN);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "File menu" }).click();
  await page.getByRole("menuitem", { name: "Set up a runner…" }).click();
  await expect(page.getByRole("dialog").getByLabel("The token itself")).toHaveValue("");
});

test("everything is there in Spanish, and on a narrow page", async ({ page, expectAccessible }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await open(page, shop);
  await drop(page, config, "config.toml");
  await page.getByRole("button", { name: "Language" }).click();
  await page.getByRole("menuitemradio", { name: "Español" }).click();
  const region = page.getByRole("region", { name: "Runners", exact: true });
  await expect(region).toContainText("Las etiquetas, «ejecuta trabajos sin etiquetas» y «protegido» los guarda GitLab");
  await expect(region.getByRole("switch", { name: /Contenedores privilegiados/ }).first()).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(400);
  expect(await region.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  await expectAccessible();
  await region.getByRole("button", { name: "Preparar un runner" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Arrancar GitLab Runner");
  expect(await dialog.locator(".dialog-content").evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  await expectAccessible();
});
