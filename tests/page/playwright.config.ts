// The tests of the built page. They run what `make dist` made, served under a sub-path by tools/serve.mjs, in the
// Chromium that tools/browser.sh found:
//   make test-page                             builds what is stale, then runs all
//   make test-page ARGS="smoke.spec.ts -g axe" the same for some
//   npm run test:page -- smoke.spec.ts         runs on the dist/ that is there
import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

const chrome = process.env.CHROME ?? "/usr/bin/chromium";
if (!existsSync(chrome)) throw new Error(`No browser at ${chrome}: use make test-page, which installs it.`);

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  globalSetup: "./serve-dist.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env.CI,
  // A test that needs a second try is broken.
  retries: 0,
  // axe takes half a minute on a busy machine of two cores.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["./closing-line.ts"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.PAGE_URL,
    locale: "en-GB",
    // Each test would fetch the whole page once more; offline.spec.ts lets it.
    serviceWorkers: "block",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: chrome,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
      ],
    },
  },
});
