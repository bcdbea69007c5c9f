// What every test of the page starts from: `import { expect, test } from "./page"`.
//
// The browser context also fails its test at any error in the console, any uncaught error, any breach of the
// Content-Security-Policy and any request, of any page, frame or worker in it, that leaves the page's own origin.
// `expectAccessible()` holds what is on screen to axe's rules.
import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Request } from "@playwright/test";
import { slowDown } from "./slow";

interface Options {
  /** Further origins that may be asked, as `https://host` or `file://`. */
  origins: string[];
  /** Errors that the test provokes. */
  provoked: RegExp | undefined;
}

interface Fixtures {
  /** Fails at any violation that axe finds in the page as it is now. */
  expectAccessible: () => Promise<void>;
}

/** Origins of pages that the test puts around this one: they may ask themselves what they like, this page may not ask them. */
export const hostOrigins = new Set<string>();

export const test = base.extend<Options & Fixtures>({
  origins: [[], { option: true }],
  provoked: [undefined, { option: true }],

  context: async ({ context, baseURL, origins, provoked }, use) => {
    const wrong: string[] = [];
    const note = (what: string) => {
      if (!provoked?.test(what)) wrong.push(what);
    };
    const allowed = [new URL(baseURL ?? "").origin, ...origins];
    const check = (request: Request) => {
      const { protocol, host } = new URL(request.url());
      // The origin of a file is opaque.
      const origin = `${protocol}//${host}`;
      if (protocol === "data:" || protocol === "blob:" || allowed.includes(origin)) return;
      if (hostOrigins.has(origin) && !isOurs(request, allowed[0])) return;
      wrong.push(`request to another origin: ${request.url()}`);
    };
    context.on("console", (message) => {
      if (message.type() === "error") note(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => note(`uncaught: ${error.error().stack ?? error.error()}`));
    context.on("request", (request) => check(request));
    context.on("page", (page) => page.on("websocket", (socket) => wrong.push(`web socket: ${socket.url()}`)));
    if (process.env.SLOW) await slowDown(context, process.env.SLOW);
    await use(context);
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

/** Whether a frame that shows this page asks. A frame that has no page yet is its host's. */
function isOurs(request: Request, origin: string): boolean {
  return !request.isNavigationRequest() && request.frame().url().startsWith(origin);
}
