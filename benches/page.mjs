// How long a change of a pipeline of 1,000 jobs (and of 5,000) takes in the browser until its findings and its board are
// there: edits of the built page as its own marks in the browser's timeline tell them (src/ui/browser/clock.rs). Then the
// same file in the same page by npm `yaml` and ajv with GitLab's schema.
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { spawn } from "node:child_process";
import { bundledSchema } from "../tests/oracle/bundled-schema.mjs";

const PORT = 8091;
const RUNS = 15;

/** A pipeline with ten lines a job. */
function pipeline(jobs) {
  const stages = ["prepare", "build", "test", "package", "deploy"];
  const lines = [`stages: [${stages.join(", ")}]`, ".base:", "  tags: [docker]", "  retry: 1"];
  for (let job = 0; job < jobs; job++) {
    lines.push(
      `job-${job}:`,
      "  extends: .base",
      `  stage: ${stages[job % 5]}`,
      `  image: node:${job % 20}`,
      ...(job % 5 ? [`  needs: [job-${job - 1}]`] : ["  interruptible: true"]),
      `  variables: { NUMBER: "${job}" }`,
      "  script:",
      `    - make target-${job} # of many`,
      "  rules:",
      "    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH",
    );
  }
  return `${lines.join("\n")}\n`;
}

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];

const sum = (of) => Object.values(of).reduce((a, b) => a + b, 0);

const server = spawn("node", ["tools/serve.mjs", "dist", String(PORT)], { stdio: "ignore" });
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  // The peer's script is not of the page's policy.
  const context = await browser.newContext({ bypassCSP: true });
  for (const jobs of [1000, 5000]) {
    const page = await context.newPage();
    const text = pipeline(jobs);
    const { cold, edit } = await measure(page, text);
    const shown = (of) => Object.entries(of).map(([name, time]) => `${name} ${time.toFixed(1)}`).join(" + ");
    console.log(`${jobs} jobs: opened in ${sum(cold).toFixed(1)} ms (${shown(cold)}), after an edit ${sum(edit).toFixed(1)} ms (${shown(edit)})`);
    const peer = await measurePeer(page, text);
    const analysis = [peer.cold / (cold.open + cold.check), peer.warm / (edit.edit + edit.check)];
    console.log(
      `npm yaml and ajv in the same page: ${peer.cold.toFixed(0)} ms at first, ${peer.warm.toFixed(0)} ms after an edit; ` +
        `Pipewright's analysis is ${analysis[0].toFixed(1)} times faster at first, ${analysis[1].toFixed(1)} times after an edit`,
    );
    await page.close();
  }
} finally {
  await browser.close();
  server.kill();
}

/** Opens a pipeline and edits it again and again; the marks' times in ms. */
async function measure(page, text) {
  for (let attempt = 0; ; attempt++) {
    try {
      await page.goto(`http://127.0.0.1:${PORT}/`);
      break;
    } catch (error) {
      if (attempt > 50) throw error;
      await new Promise((wait) => setTimeout(wait, 100));
    }
  }
  await page.waitForSelector("h1");
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await page.waitForSelector(".card");
  await page.waitForTimeout(1000);
  const taken = () => {
    const names = ["open", "edit", "check", "board"];
    const times = names.map((name) => [name, performance.getEntriesByName(name, "measure").at(-1)?.duration]);
    performance.clearMeasures();
    return Object.fromEntries(times.filter(([, time]) => time !== undefined));
  };
  const cold = await page.evaluate(taken);
  const edits = [];
  await page.evaluate(() => document.querySelector('[data-job="job-7"] .card-open').focus());
  for (let run = 0; run < RUNS; run++) {
    await page.keyboard.press(run % 2 ? "Alt+ArrowLeft" : "Alt+ArrowRight");
    await page.waitForTimeout(400);
    edits.push(await page.evaluate(taken));
  }
  const names = Object.keys(edits[0]);
  return { cold, edit: Object.fromEntries(names.map((name) => [name, median(edits.map((edit) => edit[name]))])) };
}

/** The peer's first check of a text in the page, and the median of further ones of a changed text; in ms. */
async function measurePeer(page, text) {
  const { outputFiles } = await build({
    entryPoints: [new URL("page-peer.mjs", import.meta.url).pathname],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    define: { SCHEMA: JSON.stringify(bundledSchema()) },
  });
  await page.addScriptTag({ content: outputFiles[0].text });
  const times = await page.evaluate(
    ([text, runs]) =>
      Array.from({ length: runs + 1 }, (_, run) => {
        const start = performance.now();
        globalThis.peer.check(text.replace("make target-7 ", `make target-7-${run} `));
        return performance.now() - start;
      }),
    [text, RUNS],
  );
  return { cold: times[0], warm: median(times.slice(1)) };
}
