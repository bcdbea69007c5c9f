// How long a change of a pipeline of 1,000 jobs (and of 5,000) takes in the browser until its findings and its board are
// there: edits of the built page as its own marks in the browser's timeline tell them (src/ui/browser/clock.rs).
import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";

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

const server = spawn("node", ["tools/serve.mjs", "dist", String(PORT)], { stdio: "ignore" });
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  const figures = {};
  for (const jobs of [1000, 5000]) figures[jobs] = await measure(await browser.newPage(), pipeline(jobs));
  for (const [jobs, { cold, edit }] of Object.entries(figures)) {
    const shown = (of) => Object.entries(of).map(([name, time]) => `${name} ${time.toFixed(1)}`).join(" + ");
    const sum = (of) => Object.values(of).reduce((a, b) => a + b, 0).toFixed(1);
    console.log(`${jobs} jobs: opened in ${sum(cold)} ms (${shown(cold)}), after an edit ${sum(edit)} ms (${shown(edit)})`);
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
