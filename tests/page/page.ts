// What every test of the page starts from: `import { expect, test } from "./page"`.
//
// `page` is an ordinary Playwright page that also fails its test at any error in the console, any uncaught error, any
// breach of the Content-Security-Policy and any request that leaves the page's own origin.
// `expectAccessible()` holds what is on screen to axe's rules.
import AxeBuilder from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";

interface Fixtures {
  /** Fails at any violation that axe finds in the page as it is now. */
  expectAccessible: () => Promise<void>;
}

export const test = base.extend<Fixtures>({
  page: async ({ page, baseURL }, use) => {
    const wrong: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") wrong.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => wrong.push(`uncaught: ${error.stack ?? error}`));
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      const inside = origin === new URL(baseURL ?? "").origin || protocol === "data:" || protocol === "blob:";
      if (!inside) wrong.push(`request to another origin: ${request.url()}`);
    });
    await use(page);
    expect(wrong, "what the page did wrong while the test ran").toEqual([]);
  },

  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(
        ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.target} ${node.html}`).join("\n")}`,
      );
      expect(found, "what axe found").toEqual([]);
    });
  },
});

export { expect };
