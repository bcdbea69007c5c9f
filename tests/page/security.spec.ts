// The walls around the page: its policy, Trusted Types, the integrity of what it loads. docs/security.md.
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { fixture, open } from "./app";

// What is refused is told in the console.
test.use({ provoked: /Content Security Policy|TrustedTypePolicy|TrustedHTML|TrustedScript|Trusted Type|integrity|Failed to (find|load|fetch)|net::ERR/ });

async function start(page: Page) {
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1, name: "Pipewright" })).toBeVisible();
}

/** The message of the error that an expression throws in the page. */
const thrown = (page: Page, run: () => unknown) =>
  page.evaluate(`(${run})()`).then(
    () => "nothing",
    (error) => String(error),
  );

test("no string becomes script or markup", async ({ page }) => {
  await start(page);
  expect(await thrown(page, () => (document.createElement("div").innerHTML = "<b>x</b>"))).toContain("TrustedHTML");
  expect(await thrown(page, () => (document.createElement("script").text = "ran=1"))).toContain("TrustedScript");
  expect(await thrown(page, () => (document.createElement("script").src = "x.js"))).toContain("TrustedScriptURL");
  expect(await thrown(page, () => trustedTypes?.createPolicy("other", { createScriptURL: (url) => url }))).toContain("disallowed");
});

test.describe("from within", () => {
  // The browser tells of what the policy then refuses.
  test.use({ origins: ["https://elsewhere.invalid"] });

  test("nothing inline runs, nothing of another origin is asked", async ({ page }) => {
    await start(page);
    const outcome = await page.evaluate(async () => {
      const refused: string[] = [];
      addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
      const button = document.createElement("button");
      try {
        button.setAttribute("onclick", "globalThis.ran = 1");
      } catch {
        // Trusted Types come before the policy's own word.
        refused.push("onclick");
      }
      document.body.append(button);
      button.click();
      const styled = document.createElement("style");
      styled.textContent = "body { background: red }";
      document.head.append(styled);
      await fetch("https://elsewhere.invalid/").catch(() => undefined);
      const image = new Image();
      image.src = "https://elsewhere.invalid/x.png";
      const frame = document.createElement("iframe");
      frame.src = "https://elsewhere.invalid/";
      document.body.append(frame);
      await new Promise((done) => setTimeout(done, 300));
      return { refused, ran: "ran" in globalThis };
    });
    expect(outcome.ran).toBe(false);
    for (const what of ["onclick", "style-src-elem", "connect-src", "img-src", "frame-src"]) {
      expect(outcome.refused).toContain(what);
    }
  });
});

test("every script, style and the WebAssembly is named with its integrity", async ({ page }) => {
  await start(page);
  const bare = await page.evaluate(() => {
    const loads = document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>("script[src], link[rel=stylesheet], link[rel=preload]");
    return [...loads].filter((load) => !(load.integrity || load.dataset.integrity || "").startsWith("sha384-")).map((load) => load.outerHTML);
  });
  expect(bare).toEqual([]);
});

test("the text pane's module is not taken if it is another", async ({ page }) => {
  await page.route("**/source-editor-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "globalThis.ran = 1" }));
  await page.setViewportSize({ width: 1500, height: 900 });
  await open(page, fixture("shop.yml"));
  await expect(page.locator(".source-note")).toBeVisible();
  expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
});
