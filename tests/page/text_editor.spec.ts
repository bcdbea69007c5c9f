// The text pane's editor by its own face (src/ui/source/js/source_editor.js), in the built page and under its policy, but
// without the page's part. What the page makes of it is tested elsewhere.
import type { Page } from "@playwright/test";
import { expect, test } from "./page";

interface Change {
  from: number;
  to: number;
  insert: string;
}

/** What a test has in the page: the editor, and what it told. */
interface Bench {
  editor: ReturnType<typeof import("../../src/ui/source/js/source_editor.js").create>;
  told: { changes: Change[][]; undo: number; redo: number; select: [number, number][]; focus: number };
}
declare global {
  interface Window {
    bench: Bench;
  }
}

async function open(page: Page, text: string, options: { crlf?: boolean; readOnly?: boolean; phrases?: object } = {}) {
  await page.goto("./");
  // The page mounts after the load event, and would take the focus out of what stands in its place.
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(
    async ([text, options]) => {
      const name = document.querySelector("meta[name='source-editor']")?.getAttribute("content") ?? "";
      const { create } = await import(new URL(name, document.baseURI).href);
      const place = document.createElement("main");
      place.id = "place";
      for (const [property, value] of Object.entries({ position: "fixed", inset: "0", background: "white", "z-index": "9999" })) {
        place.style.setProperty(property, value);
      }
      document.body.replaceChildren(place);
      const told: Bench["told"] = { changes: [], undo: 0, redo: 0, select: [], focus: 0 };
      const editor = create(place, {
        text,
        readOnly: false,
        crlf: false,
        label: "Text of .gitlab-ci.yml",
        phrases: {},
        onChange: (changes: Change[]) => told.changes.push(changes),
        onUndo: () => told.undo++,
        onRedo: () => told.redo++,
        onSelect: (from: number, to: number) => told.select.push([from, to]),
        onFocus: () => told.focus++,
        onComplete: () => undefined,
        onHover: () => undefined,
        ...options,
      });
      window.bench = { editor, told };
    },
    [text, options] as const,
  );
  return page.getByRole("textbox", { name: "Text of .gitlab-ci.yml" });
}

const text = (page: Page) => page.evaluate(() => window.bench.editor.text());
const told = (page: Page) => page.evaluate(() => window.bench.told);
const select = (page: Page, from: number, to = from) =>
  page.evaluate(([from, to]) => window.bench.editor.reveal(from, to, true), [from, to] as const);

/** What the page's text is after the changes that the editor told. */
function edited(before: string, lists: Change[][]) {
  for (const changes of lists) {
    let kept = 0;
    let after = "";
    for (const { from, to, insert } of changes) {
      after += before.slice(kept, from) + insert;
      kept = to;
    }
    before = after + before.slice(kept);
  }
  return before;
}

test("the text comes back as it was, whatever its line ends", async ({ page }) => {
  await open(page, "");
  for (const each of ["", "\n", "\r\n", "\r", "a\r\nb\nc\rd\r\r\n", "\ufeffa: 1\r\n", "\ufeff", "a\u2028b\n", "é😀\r\n"]) {
    await page.evaluate((each) => window.bench.editor.open(each, false), each);
    await expect.poll(() => text(page)).toBe(each);
  }
});

test("Enter in a file of CR LF writes CR LF and is told in the file's offsets", async ({ page }) => {
  const before = "\ufeffbuild:\r\n  script: make\r\n";
  const box = await open(page, before, { crlf: true });
  await select(page, before.indexOf("\r\n  script"));
  await page.keyboard.type("\nx");
  const after = "\ufeffbuild:\r\n  x\r\n  script: make\r\n";
  await expect.poll(() => text(page)).toBe(after);
  expect(edited(before, (await told(page)).changes)).toBe(after);
  await expect(box).toBeFocused();
});

test("Enter goes one step in where the line opens something", async ({ page }) => {
  for (const [before, after] of [
    ["build:", "build:\n  x"],
    ["build: # the first", "build: # the first\n  x"],
    ["  script:\n    - make", "  script:\n    - make\n    x"],
    ["  script:\n    - |", "  script:\n    - |\n      x"],
    ["  - name: a", "  - name: a\n    x"],
    ["  run: >-", "  run: >-\n    x"],
    ["  image: a:1", "  image: a:1\n  x"],
    ["a: [\n", "a: [\nx"],
  ] as const) {
    await open(page, before);
    await select(page, before.length);
    await page.keyboard.type(before.endsWith("\n") ? "x" : "\nx");
    await expect.poll(() => text(page)).toBe(after);
  }
});

test("typing over several lines replaces them", async ({ page }) => {
  const before = "a: 1\r\nb: 2\r\nc: 3\r\n";
  await open(page, before, { crlf: true });
  await select(page, 3, 15);
  await page.keyboard.type("9");
  await expect.poll(() => text(page)).toBe("a: 93\r\n");
  expect(edited(before, (await told(page)).changes)).toBe(await text(page));
});

test("deleting a line break of CR LF takes both characters", async ({ page }) => {
  const before = "a\r\nb\r\nc";
  await open(page, before, { crlf: true });
  await select(page, 3);
  await page.keyboard.press("Backspace");
  await expect.poll(() => text(page)).toBe("ab\r\nc");
  await page.keyboard.press("End");
  await page.keyboard.press("Delete");
  await expect.poll(() => text(page)).toBe("abc");
  expect((await told(page)).changes).toEqual([[{ from: 1, to: 3, insert: "" }], [{ from: 2, to: 4, insert: "" }]]);
});

test("the lines that nobody touched keep their own line ends", async ({ page }) => {
  const before = "a\r\nb\nc\r\nd\n";
  await open(page, before);
  await select(page, before.indexOf("c"));
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => text(page)).toBe("a\r\nc\nb\r\nd\n");
  expect(edited(before, (await told(page)).changes)).toBe(await text(page));
});

test("what is pasted from Windows takes the file's line ends", async ({ page }) => {
  await open(page, "a\n");
  await select(page, 2);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "b\r\nc\r\n");
    const box = document.querySelector("#place > div")?.shadowRoot?.querySelector(".cm-content");
    box?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect.poll(() => text(page)).toBe("a\nb\nc\n");
});

test("undo and redo are handed out, by every key for them", async ({ page }) => {
  await open(page, "a\n");
  await select(page, 1);
  await page.keyboard.type("b");
  for (const key of ["Control+z", "Control+z", "Control+y", "Control+Shift+Z"]) await page.keyboard.press(key);
  expect(await told(page)).toMatchObject({ undo: 2, redo: 2 });
  await expect.poll(() => text(page)).toBe("ab\n");
});

test("Tab leaves the editor", async ({ page }) => {
  const box = await open(page, "a: 1\n");
  await page.evaluate(() => {
    const button = document.createElement("button");
    button.textContent = "after";
    document.querySelector("#place")?.append(button);
  });
  await box.focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "after" })).toBeFocused();
  await expect.poll(() => text(page)).toBe("a: 1\n");
});

test("an edit of the page is not told back and keeps caret and scroll", async ({ page }) => {
  const lines = Array.from({ length: 10_000 }, (_, at) => `job-${at}: {script: make}\r\n`);
  const before = lines.join("");
  await open(page, before, { crlf: true });
  await select(page, before.indexOf("job-5000:"));
  await expect(page.getByText("job-5000:")).toBeInViewport();
  const where = await page.getByText("job-5000:").boundingBox();
  await page.evaluate(() => window.bench.editor.apply([{ from: 0, to: 0, insert: "first:\r\n  script: x\r\n" }]));
  await expect.poll(async () => (await page.getByText("job-5000:").boundingBox())?.y).toBeCloseTo(where?.y ?? 0, 0);
  expect(await told(page)).toMatchObject({ changes: [], select: [] });
  await page.keyboard.type("X");
  await expect.poll(() => text(page)).toContain("Xjob-5000:");
});

test("any edits of the page give the text that they mean", async ({ page }) => {
  await open(page, "");
  const wrong = await page.evaluate(() => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const pieces = ["a", "b: ", "\r\n", "\n", "\r", "\ufeff", "😀", "\r\n\r\n"];
    const words = (count: number) => Array.from({ length: count }, () => pieces[random(pieces.length)]).join("");
    const { editor } = window.bench;
    for (let round = 0; round < 500; round++) {
      const before = words(random(12));
      editor.open(before, false);
      const changes: Change[] = [];
      for (let at = 0; at <= before.length && changes.length < 3; ) {
        const from = at + random(4);
        const to = from + random(3);
        if (to > before.length) break;
        changes.push({ from, to, insert: words(random(3)) });
        at = to + random(2);
      }
      let kept = 0;
      let after = "";
      for (const { from, to, insert } of changes) {
        after += before.slice(kept, from) + insert;
        kept = to;
      }
      after += before.slice(kept);
      editor.apply(changes);
      if (editor.text() !== after) return { before, changes, after, text: editor.text() };
      editor.setText(before);
      if (editor.text() !== before) return { setText: before, from: after, text: editor.text() };
    }
  });
  expect(wrong).toBeUndefined();
});

test("random typing, moving and deleting in a file of mixed line ends is told exactly", async ({ page }) => {
  const before = "\ufeffa: 1\r\nb:\n  - x\r\n  - y\n\r\nc: [1, 2]\r";
  await open(page, before, { crlf: true });
  await select(page, 4);
  const keys = ["Enter", "Backspace", "Delete", "Shift+ArrowDown", "x", "ArrowDown", "End", "Alt+ArrowUp", "Alt+ArrowDown",
    "Shift+Alt+ArrowDown", "Control+Shift+k", "Shift+ArrowRight", "Home", "Control+k", "Control+Enter", "ArrowUp", "Control+/"];
  let seed = 11;
  for (let at = 0; at < 200; at++) {
    seed = (seed * 48271) % 2147483647;
    await page.keyboard.press(keys[seed % keys.length]);
  }
  const { changes } = await told(page);
  expect(changes.length).toBeGreaterThan(50);
  expect(edited(before, changes)).toBe(await text(page));
});

test("findings show in the gutter, and the selected job as a band", async ({ page, expectAccessible }) => {
  const before = "build:\r\n  script: make\r\ntest:\r\n  scrip: make\r\n";
  await open(page, before, { crlf: true });
  await page.evaluate((at) => {
    window.bench.editor.setDiagnostics([{ from: at, to: at + 5, severity: "error", message: "unknown keyword scrip" }]);
    window.bench.editor.mark(at - 9, at + 11);
  }, before.indexOf("scrip:"));
  await expect(page.locator(".cm-lint-marker-error")).toHaveCount(1);
  await expect(page.locator(".cm-lintRange-error")).toHaveText("scrip");
  await expect(page.locator(".cm-mark")).toHaveText(["test:", "  scrip: make"]);
  await page.locator(".cm-lintRange-error").hover();
  await expect(page.locator(".cm-tooltip")).toContainText("unknown keyword scrip");
  await page.evaluate(() => window.bench.editor.clearMark());
  await expect(page.locator(".cm-mark")).toHaveCount(0);
  await expectAccessible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`search speaks the reader's language and is accessible, ${colorScheme}`, async ({ page, expectAccessible }) => {
    await page.emulateMedia({ colorScheme });
    const box = await open(page, "a: 1\nb: 'x' # note\nc: *d\n", { phrases: { Find: "Buscar", next: "siguiente" } });
    await page.evaluate((scheme) => document.documentElement.style.setProperty("color-scheme", scheme), colorScheme);
    await box.focus();
    await page.keyboard.press("Control+f");
    await expect(page.getByRole("textbox", { name: "Buscar" })).toBeFocused();
    await page.keyboard.type("b");
    await page.keyboard.press("Enter");
    expect((await told(page)).select.at(-1)).toEqual([5, 6]);
    await expectAccessible();
  });
}

test("a read-only text can be looked at and searched only", async ({ page }) => {
  const box = await open(page, "a: 1\n", { readOnly: true });
  await expect(box).toHaveAttribute("aria-readonly", "true");
  await box.focus();
  await page.keyboard.type("x");
  await expect.poll(() => text(page)).toBe("a: 1\n");
  await page.evaluate(() => window.bench.editor.setReadOnly(false));
  await page.keyboard.type("x");
  await expect.poll(() => text(page)).toBe("xa: 1\n");
});

test("destroy leaves nothing behind", async ({ page }) => {
  await open(page, "a: 1\n");
  await page.evaluate(() => window.bench.editor.destroy());
  await expect(page.locator("#place")).toBeEmpty();
});
