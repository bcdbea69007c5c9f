// The page in Firefox: `make test-firefox`. Playwright's runner with puppeteer-core inside, for Playwright drives only a
// Firefox that is patched for it, and WebDriver BiDi any.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/firefox",
  workers: 1,
  forbidOnly: !!process.env.CI,
  retries: 0,
  timeout: 120_000,
  reporter: [["list"], ["../page/closing-line.ts"]],
});
