// How long a change of a pipeline of 1,000 jobs (and of 5,000) takes in the browser until its findings and its board are
// there: edits of the built page as its own marks in the browser's timeline tell them (src/ui/browser/clock.rs). Then the
// same file in the same page by npm `yaml` and ajv with GitLab's schema. Each size has a browser of its own, as one page
// would run the code that the browser compiled for another.
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { spawn } from "node:child_process";
import { bundledSchema } from "../tests/oracle/bundled-schema.mjs";

const PORT = 8091;
const RUNS = 21;
/** How long a person takes at least to choose a file, in ms. */
const CHOOSING = 3000;
/** Between edits that don't follow one another at once, in ms: the caches of the machine have other things in them by then. */
const PAUSE = 400;

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

const medians = (edits) => Object.fromEntries(Object.keys(edits[0]).map((name) => [name, median(edits.map((edit) => edit[name]))]));

const sum = (of) => Object.values(of).reduce((a, b) => a + b, 0);

const shown = (of) => `${sum(of).toFixed(1)} ms (${Object.entries(of).map(([name, time]) => `${name} ${time.toFixed(1)}`).join(" + ")})`;

const { outputFiles: peer } = await build({
  entryPoints: [new URL("page-peer.mjs", import.meta.url).pathname],
  bundle: true,
  write: false,
  minify: true,
  format: "iife",
  define: { SCHEMA: JSON.stringify(bundledSchema()) },
});
const server = spawn("node", ["tools/serve.mjs", "dist", String(PORT)], { stdio: "ignore" });
try {
  for (const jobs of [1000, 5000]) {
    const text = pipeline(jobs);
    console.log(`${jobs} jobs, opened as soon as the page stands: ${shown(await inPage((page) => open(page, text, 0)))}`);
    await inPage(async (page) => {
      const first = await open(page, text, CHOOSING);
      const [atOnce, paused] = [await edits(page, 0), await edits(page, PAUSE)];
      console.log(`  opened ${CHOOSING / 1000} s later: ${shown(first)}`);
      console.log(`  edits one after the other: ${shown(atOnce)}; with ${PAUSE} ms between: ${shown(paused)}`);
      const [breaks, mends] = await typed(page);
      console.log(`  a bracket typed that breaks the text: ${shown(breaks)}; taken out again: ${shown(mends)}`);
      const theirs = await peerTimes(page, text);
      console.log(`  npm yaml and ajv: ${theirs.map((time) => time.toFixed(0)).join(", ")} ms at first, one after the other, with pauses`);
      const ours = [first.open + first.check, atOnce.edit + atOnce.check, paused.edit + paused.check];
      const ratios = ours.map((time, at) => (theirs[at] / time).toFixed(1));
      console.log(`  Pipewright's analysis is ${ratios.join(", ")} times faster`);
    });
  }
} finally {
  server.kill();
}

/** Does something with the page in a browser of its own. */
async function inPage(work) {
  const options = { executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] };
  const browser = await chromium.launch(options);
  try {
    // The peer's script is not of the page's policy.
    const page = await (await browser.newContext({ bypassCSP: true })).newPage();
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
    return await work(page);
  } finally {
    await browser.close();
  }
}

/** What the page measured of its last work; ms by name. */
function taken() {
  const names = ["open", "edit", "check", "board"];
  const times = names.map((name) => [name, performance.getEntriesByName(name, "measure").at(-1)?.duration]);
  performance.clearMeasures();
  return Object.fromEntries(times.filter(([, time]) => time !== undefined));
}

/** Waits until the page is drawn and, if asked for, some milliseconds more. */
async function settle(page, pause) {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.waitForTimeout(pause);
}

/** Opens a pipeline some milliseconds after the page stands. */
async function open(page, text, later) {
  await page.waitForTimeout(later);
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await page.waitForSelector(".card");
  await page.waitForTimeout(1000);
  return page.evaluate(taken);
}

/** Moves a job from stage to stage again and again; the medians. */
async function edits(page, pause) {
  const edits = [];
  await page.evaluate(() => document.querySelector('[data-job="job-7"] .card-open').focus());
  for (let run = 0; run <= RUNS; run++) {
    await page.keyboard.press(run % 2 ? "Alt+ArrowLeft" : "Alt+ArrowRight");
    await settle(page, pause);
    edits.push(await page.evaluate(taken));
  }
  return medians(edits);
}

/** Types a bracket that is never closed behind the pipeline, and takes it out, again and again; the medians of each. */
async function typed(page) {
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.locator(".source .cm-content").click();
  await page.keyboard.press("Control+End");
  const ways = [[], []];
  for (let run = 0; run <= RUNS; run++) {
    for (const [at, key] of ["[", "Backspace"].entries()) {
      await page.keyboard.press(key);
      await settle(page, 50);
      ways[at].push(await page.evaluate(taken));
    }
  }
  return ways.map(medians);
}

/** How long the peer takes in the page, in ms. */
function timed(text) {
  const start = performance.now();
  globalThis.peer.check(text);
  return performance.now() - start;
}

/** The peer's first check of a text in the page, and the medians of further ones, each of a changed text, in the two ways. */
async function peerTimes(page, text) {
  await page.addScriptTag({ content: peer[0].text });
  await page.waitForTimeout(1000);
  const times = [await page.evaluate(timed, text)];
  for (const pause of [0, PAUSE]) {
    const further = [];
    for (let run = 0; run <= RUNS; run++) {
      await settle(page, pause);
      further.push(await page.evaluate(timed, text.replace("make target-7 ", `make target-7-${run} `)));
    }
    times.push(median(further));
  }
  return times;
}
