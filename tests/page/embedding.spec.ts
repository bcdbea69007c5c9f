// Pipewright in other pages: the frame and its messages, the element, the viewer of code blocks; and who is not heard.
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { fixture } from "./app";
import { hostServer, inside, record } from "./host-page";

// Dialogs focus by themselves; the attribute beside that is refused in frames, which says so.
test.use({ provoked: /^console: (Blocked autofocusing|Failed to execute 'postMessage')/ });

const shop = fixture("shop.yml");

let host: Awaited<ReturnType<typeof hostServer>>;
let base: string;
let origin: string;

test.beforeEach(async ({ baseURL }) => {
  host = await hostServer();
  base = baseURL ?? "";
  origin = new URL(base).origin;
});

test.afterEach(() => host.close());

/** A frame of the page with its parameters. */
const frame = (query: string) => `${record}<iframe id="frame" width="1400" height="900" src="${base}?embed&${query}"></iframe>`;

/** Loads the shop's pipeline into a frame that is empty, and moves a job at once. */
async function loadAndEdit(page: Page) {
  await expect(inside(page).getByText("No pipeline is loaded yet.")).toBeVisible();
  await page.evaluate(
    ({ shop, origin }) =>
      document.querySelector("iframe")?.contentWindow?.postMessage({ pipewright: 1, type: "load", text: shop }, origin),
    { shop, origin },
  );
  await inside(page).locator('.board [data-job="unit"] .card-open').focus();
  await page.keyboard.press("Alt+ArrowLeft");
}

type Letter = { type: string; id?: number; origin: string; [part: string]: unknown };

test("a frame loads, edits, tells changes, validates and exports for the page around it", async ({ context }) => {
  const page = await host.show(context, frame(`origin=${host.origin}`), origin);
  const letters = () => page.evaluate(() => (window as unknown as { letters: Letter[] }).letters);
  const last = async (type: string) => (await letters()).findLast((letter) => letter.type === type);
  const answer = async (id: number) => (await letters()).find((letter) => letter.id === id);
  const ask = (message: object) =>
    page.evaluate(
      ({ message, origin }) =>
        document.querySelector("iframe")?.contentWindow?.postMessage({ pipewright: 1, ...message }, origin),
      { message, origin },
    );
  await expect.poll(() => last("ready")).toMatchObject({ pipewright: 1, readonly: false, origin });
  await expect(inside(page).getByText("No pipeline is loaded yet.")).toBeVisible();
  await ask({ type: "load", id: 1, text: shop, name: "shop.yml" });
  await expect.poll(() => answer(1)).toMatchObject({ type: "result" });
  await expect.poll(() => last("validate")).toMatchObject({ valid: true, errors: 0 });
  // Loading is no change.
  expect(await last("change")).toBeUndefined();
  const unit = inside(page).locator('.board [data-job="unit"] .card-open');
  await unit.focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect.poll(() => last("change")).toMatchObject({ name: "shop.yml", changed: true });
  const changed = (await last("change"))?.text as string;
  expect(changed.split("\n").filter((line, at) => line !== shop.split("\n")[at])).toEqual(["  stage: build"]);
  await page.keyboard.press("Control+s");
  await expect.poll(() => last("save")).toMatchObject({ text: changed });
  await expect(inside(page).locator(".top-unsaved")).toBeVisible();
  await ask({ type: "saved", id: 2 });
  await expect(inside(page).locator(".top-unsaved")).toHaveCount(0);
  await ask({ type: "export", id: 3, format: "mermaid" });
  await expect.poll(async () => (await answer(3))?.text).toContain("flowchart LR");
  await ask({ type: "export", id: 4, format: "svg" });
  await expect.poll(async () => (await answer(4))?.text).toContain("<svg xmlns=");
  await ask({ type: "get", id: 5 });
  await expect.poll(() => answer(5)).toMatchObject({ text: changed, changed: false });
  await ask({ type: "load", id: 6, text: "a: [" });
  await ask({ type: "validate", id: 7 });
  await expect.poll(() => answer(7)).toMatchObject({ valid: false, errors: 1, problems: [{ severity: "error", line: 1 }] });
  for (const [id, message, code] of [
    [8, { type: "load" }, "text"],
    [9, { type: "load", text: "a\0b" }, "text"],
    [10, { type: "load", text: "a".repeat(5_000_000) }, "text"],
    [11, { type: "export", format: "docx" }, "format"],
    [12, { type: "reboot" }, "type"],
    [13, { type: "get", pipewright: 2 }, "version"],
  ] as const) {
    await ask({ ...message, id });
    await expect.poll(() => answer(id)).toMatchObject({ type: "error", code });
  }
  // Theme, language and view are the page's around.
  await ask({ type: "set", id: 14, theme: "dark", language: "es", view: "text" });
  await expect(inside(page).locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(inside(page).locator("html")).toHaveAttribute("lang", "es");
  await expect(inside(page).locator(".source .cm-content")).toBeVisible();
  await expect(inside(page).locator(".board")).toBeHidden();
});

test("nothing gets in or out for an origin that the frame's address does not name", async ({ context }) => {
  for (const query of ["origin=https://docs.example", `origin=${origin}`, "origin=*", "origin=null", ""]) {
    const page = await host.show(context, frame(query), origin);
    await expect(inside(page).getByText("No pipeline is loaded yet.")).toBeVisible();
    await page.evaluate(
      ({ shop }) => {
        const frame = document.querySelector("iframe")?.contentWindow;
        frame?.postMessage({ pipewright: 1, type: "load", id: 1, text: shop }, "*");
        frame?.postMessage({ pipewright: 2, type: "load", id: 1, text: shop }, "*");
      },
      { shop },
    );
    await page.waitForTimeout(500);
    await expect(inside(page).getByText("No pipeline is loaded yet.")).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { letters: Letter[] }).letters), query).toEqual([]);
    await page.close();
  }
});

test("a frame beside the allowed page's is not heard, nor is what is no request", async ({ context }) => {
  const page = await host.show(context, frame(`origin=${host.origin}`), origin);
  await expect(inside(page).getByText("No pipeline is loaded yet.")).toBeVisible();
  await page.evaluate(
    ({ origin, shop }) => {
      // A frame of the same origin as the page around, but not the page itself.
      const sibling = document.createElement("iframe");
      sibling.id = "sibling";
      sibling.srcdoc = "<p>sibling</p>";
      document.body.append(sibling);
      const target = document.querySelector<HTMLIFrameElement>("#frame")?.contentWindow;
      sibling.onload = () => {
        const script = `parent.frames[0].postMessage({ pipewright: 1, type: "load", id: 1, text: ${JSON.stringify(shop)} }, "*")`;
        (sibling.contentWindow as unknown as { eval(code: string): void }).eval(script);
      };
      for (const odd of [null, 1, "load", [], {}, { pipewright: 1 }, { pipewright: 1, type: 7 }, { pipewright: "1", type: "load" }]) {
        target?.postMessage(odd, origin);
      }
    },
    { origin, shop },
  );
  await page.waitForTimeout(500);
  await expect(inside(page, "#frame").getByText("No pipeline is loaded yet.")).toBeVisible();
  const letters = await page.evaluate(() => (window as unknown as { letters: Letter[] }).letters);
  expect(letters.filter((letter) => !["ready", "validate"].includes(letter.type))).toEqual([]);
});

test("the element loads by value and src, gives its events, and answers its methods", async ({ context }) => {
  host.file("/ci.yml", shop);
  const body = `
    <script type="module" src="${base}embed.js"></script>
    <pipewright-editor id="editor" src="/ci.yml" theme="light"></pipewright-editor>
    <script>
      window.events = [];
      for (const type of ["ready", "change", "validate", "save", "export", "error"])
        editor.addEventListener(type, ({ detail, message }) => events.push({ type, detail, message }));
    </script>`;
  const page = await host.show(context, body, origin);
  const events = (type: string) =>
    page.evaluate(
      (type) => (window as unknown as { events: { type: string; detail: { text: string } }[] }).events.filter((event) => event.type === type),
      type,
    );
  const unit = inside(page).locator('.board [data-job="unit"] .card-open');
  await expect(unit).toBeVisible();
  await unit.focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect.poll(async () => (await events("change")).length).toBe(1);
  const { text } = (await events("change"))[0].detail;
  expect(text).not.toBe(shop);
  const value = () => page.evaluate(() => document.querySelector("pipewright-editor")?.value);
  await expect.poll(() => value()).toBe(text);
  await page.keyboard.press("Control+s");
  await expect.poll(async () => (await events("save")).length).toBe(1);
  // Export hands the file out and tells so.
  await inside(page).getByRole("button", { name: "Save", exact: true }).click();
  await page.keyboard.press("Control+Shift+s");
  await inside(page).getByRole("dialog").getByRole("button", { name: "Download" }).click();
  await expect.poll(async () => (await events("export"))[0]?.detail.text).toBe(text);
  const results = await page.evaluate(async () => {
    const editor = document.querySelector("pipewright-editor");
    if (!editor) throw new Error("no element");
    const [validity, drawing, yaml] = [await editor.validate(), await editor.export("svg"), await editor.export()];
    await editor.saved();
    const refused = await editor.load("a\0b").catch((error: { code: string }) => error.code);
    return { validity, drawing, yaml, refused };
  });
  expect(results).toMatchObject({ validity: { valid: true, errors: 0 }, yaml: text, refused: "text" });
  expect(results.drawing).toContain("<svg");
  // Another text, by the property; what was asked before the frame is there is answered then.
  await page.evaluate(() => {
    const editor = document.querySelector("pipewright-editor");
    if (editor) editor.value = "other:\n  script: make\n";
  });
  await expect(inside(page).locator('.board [data-job="other"]')).toBeVisible();
  expect(await events("error")).toEqual([]);
  await page.evaluate(() => document.querySelector("pipewright-editor")?.setAttribute("theme", "dark"));
  await expect(inside(page).locator("html")).toHaveAttribute("data-theme", "dark");
  // It may be moved in the page: the frame starts again with the text as it was.
  await page.evaluate(() => {
    const editor = document.querySelector("pipewright-editor");
    if (editor) document.body.append(editor);
  });
  await expect(inside(page).locator(".workspace")).toBeVisible();
});

test("read-only: every command is off, the text is read-only, and what there is can be looked at", async ({ context }) => {
  const body = `<script type="module" src="${base}embed.js"></script>
    <pipewright-editor readonly view="both"></pipewright-editor>`;
  const page = await host.show(context, body, origin);
  const editor = inside(page);
  await page.evaluate((shop) => {
    const element = document.querySelector("pipewright-editor");
    if (!element) throw new Error("no element");
    element.value = shop;
    const heard = window as unknown as { changes: number };
    heard.changes = 0;
    element.addEventListener("change", () => heard.changes++);
  }, shop);
  const unit = editor.locator('.board [data-job="unit"]');
  await expect(unit).toBeVisible();
  await expect(editor.locator(".source .cm-content")).toHaveAttribute("aria-readonly", "true");
  for (const gone of [".card-menu", ".card-grip", ".lane-menu", ".lane-add-job", ".lane-add"]) {
    await expect(editor.locator(gone).first()).toBeHidden();
  }
  for (const name of ["Undo", "Save", "Export…", "File menu", "Theme"]) {
    await expect(editor.getByRole("button", { name, exact: true })).toHaveCount(0);
  }
  // The forms show the job and can't be filled in.
  await unit.locator(".card-open").click();
  await expect(editor.locator(".inspector-title")).toHaveText("unit");
  const controls = editor.locator(".inspector .section-body :is(input, select, textarea, button)");
  expect(await controls.evaluateAll((all) => all.filter((one) => !one.matches(":disabled")).length)).toBe(0);
  // Keys and drags change nothing.
  for (const key of ["Alt+ArrowLeft", "Delete", "F2", "m", "Control+d", "Control+z", "Control+y", "Control+s", "Control+o", "Control+Shift+s"]) {
    await unit.locator(".card-open").focus();
    await page.keyboard.press(key);
  }
  await expect(editor.getByRole("dialog")).toHaveCount(0);
  const [from, to] = [await unit.boundingBox(), await editor.locator(".lane-name:visible").first().boundingBox()];
  if (!from || !to) throw new Error("not on screen");
  await page.mouse.move(from.x + 40, from.y + 40);
  await page.mouse.down();
  await page.mouse.move(to.x + 10, to.y + 10, { steps: 8 });
  await page.mouse.up();
  await editor.locator(".source .cm-content").click();
  await page.keyboard.type("typed");
  await page.waitForTimeout(400);
  await expect(editor.locator(".toast")).toHaveCount(0);
  expect(await page.evaluate(() => document.querySelector("pipewright-editor")?.export())).toBe(shop);
  expect(await page.evaluate(() => (window as unknown as { changes: number }).changes)).toBe(0);
  // The page around may open it for edits.
  await page.evaluate(() => document.querySelector("pipewright-editor")?.removeAttribute("readonly"));
  await unit.locator(".card-open").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect.poll(() => page.evaluate(() => document.querySelector("pipewright-editor")?.value)).not.toBe(shop);
});

test("an edit in the moment after a load is told to the page around", async ({ context }) => {
  // The load itself is told of only after the edit.
  await context.addInitScript(() => {
    window.requestIdleCallback = (act) => Number(setTimeout(act, 1000));
  });
  const page = await host.show(context, frame(`origin=${host.origin}`), origin);
  await loadAndEdit(page);
  const letters = (type: string) =>
    page.evaluate((type) => (window as unknown as { letters: Letter[] }).letters.filter((letter) => letter.type === type), type);
  await expect.poll(async () => (await letters("change"))[0]?.text).toContain("unit:\n  stage: build\n");
  await expect.poll(async () => (await letters("validate")).length).toBe(1);
});

test("what is embedded leaves nothing behind in the browser, and no question when it is left", async ({ context }) => {
  const page = await host.show(context, frame(`origin=${host.origin}`), origin);
  await loadAndEdit(page);
  await expect(inside(page).locator(".top-unsaved")).toBeVisible();
  await page.waitForTimeout(900);
  page.on("dialog", () => expect("a question").toBe("none"));
  const own = page.frames()[1];
  expect(await own.evaluate(async () => [localStorage.length, (await indexedDB.databases()).length])).toEqual([0, 0]);
  await page.reload();
});

test("a frame shows the link in its address at once, also without a page that speaks to it", async ({ context, page: maker }) => {
  await maker.goto("./");
  await maker.getByRole("button", { name: "Minimal" }).click();
  await maker.getByRole("button", { name: "File menu" }).click();
  await maker.getByRole("menuitem", { name: "Share as a link…" }).click();
  const link = new URL(await maker.getByRole("textbox", { name: "Link" }).inputValue());
  const page = await host.show(context, `<iframe width="900" height="600" src="${base}?embed&readonly&panels=${link.hash}"></iframe>`, origin);
  await expect(inside(page).locator(".lane .card").first()).toBeVisible();
  await expect(inside(page).locator(".top-bar")).toHaveCount(0);
  await expect(inside(page).locator(".inspector")).toHaveCount(0);
});

test("the viewer turns code blocks of MkDocs, Docusaurus and GitLab into boards", async ({ context }) => {
  const job = (name: string) => `${name}:\n  script: make\n`;
  const lines = (name: string, line: (text: string) => string) => job(name).trimEnd().split("\n").map(line).join("");
  const body = `
    <pre><code class="language-gitlab-ci">${job("plain")}</code></pre>
    <div class="language-gitlab-ci highlight"><pre><span></span><code>${lines("material", (line) => `<span><a></a>${line}\n</span>`)}</code></pre></div>
    <div class="language-gitlab-ci codeBlockContainer_x theme-code-block"><div><pre tabindex="0" class="prism-code language-gitlab-ci codeBlock_x"><code class="codeBlockLines_x">${lines("docusaurus", (line) => `<span class="token-line"><span class="token plain">${line}</span><br></span>`)}</code></pre><div><button type="button">Copy</button></div></div></div>
    <div class="markdown-code-block js-markdown-code"><pre class="code highlight js-syntax-highlight language-plaintext" lang="plaintext" data-canonical-lang="gitlab-ci" v-pre="true"><code>${job("wiki").trimEnd().split("\n").map((line, at) => `<span id="LC${at + 1}" class="line" lang="plaintext">${line}</span>`).join("\n")}</code></pre></div>
    <pre><code class="language-yaml">${job("other")}</code></pre>
    <script type="module" src="${base}viewer.js?code=hide"></script>`;
  const page = await host.show(context, body, origin, "es");
  const boards = page.locator("pipewright-editor");
  await expect(boards).toHaveCount(4);
  for (const [at, name] of ["plain", "material", "docusaurus", "wiki"].entries()) {
    await boards.nth(at).scrollIntoViewIfNeeded();
    const frame = boards.nth(at).locator("iframe").contentFrame();
    await expect(frame.locator(`.board [data-job="${name}"]`)).toBeVisible();
    expect(await boards.nth(at).evaluate((board) => (board as unknown as { value: string }).value)).toBe(job(name));
    await expect(frame.locator("html")).toHaveAttribute("lang", "es");
  }
  await expect(page.getByText("plain", { exact: false }).first()).toBeHidden();
  await expect(page.getByText("other:")).toBeVisible();
  // A page that a script brings later, and the page's own theme switch.
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<pre><code class="language-gitlab-ci">late:\n  script: make\n</code></pre>');
    document.documentElement.dataset.theme = "dark";
  });
  await expect(boards).toHaveCount(5);
  await boards.nth(4).scrollIntoViewIfNeeded();
  await expect(boards.nth(4).locator("iframe").contentFrame().locator('.board [data-job="late"]')).toBeVisible();
  await expect(boards.nth(4).locator("iframe").contentFrame().locator("html")).toHaveAttribute("data-theme", "dark");
});
