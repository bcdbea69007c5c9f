// What gitlab-ci-local makes of pipelines. Reads a JSON list of texts, answers a JSON list: for each text the names of its
// jobs, or the first line of why it refuses it. Wants Node 22 or newer; nothing is run and nothing is fetched.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const program = fileURLToPath(new URL("../../node_modules/gitlab-ci-local/dist/index.js", import.meta.url));

async function ask(text) {
  const folder = mkdtempSync(join(tmpdir(), "pipewright-peer-"));
  try {
    await run("git", ["init", "--quiet"], { cwd: folder });
    await run("git", ["remote", "add", "origin", "git@example.org:group/project.git"], { cwd: folder });
    writeFileSync(join(folder, ".gitlab-ci.yml"), text);
    const { stdout } = await run(process.execPath, [program, "--list-json"], { cwd: folder, env: { ...process.env, NO_COLOR: "1" } });
    return { jobs: JSON.parse(stdout).map(({ name }) => name) };
  } catch (error) {
    return { error: `${error.stdout ?? ""}${error.stderr ?? error}`.replace(/\u001b\[[0-9;]*m/g, "").trim() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const texts = JSON.parse(readFileSync(0, "utf8"));
const answers = new Array(texts.length);
let next = 0;
async function work() {
  while (next < texts.length) {
    const at = next++;
    answers[at] = await ask(texts[at]);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.stdout.write(JSON.stringify(answers));
