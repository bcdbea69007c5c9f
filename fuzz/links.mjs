// Fuzzes what reads share links: `make fuzz TARGET=links TIME=seconds`. Links that were packed, mutated ones, and packed
// texts of every kind and size. The law: a link of ours gives back what went in; any other gives a name without folders and
// a text within the limit, or one of the three errors that the page has words for; nothing else, and nothing hangs.
import { deflateRawSync } from "node:zlib";
import { pack, unpack } from "../src/ui/browser/js/keeper/share.js";

const seconds = Number(process.argv[2] ?? 600);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const [LONGEST, LIMIT] = [20_000, 100_000];

// Mulberry32: a run can be repeated by its seed.
let state = seed;
function random(below) {
  state = (state + 0x6d2b79f5) | 0;
  let word = Math.imul(state ^ (state >>> 15), 1 | state);
  word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
  return ((word ^ (word >>> 14)) >>> 0) % below;
}

const pick = (of) => of[random(of.length)];
const SIGNS = ["a", ":", "\n", " ", "\\", "/", "\0", '"', "{", "ñ", "🚀", "\ud800", "\u202e", "../", "%00", "#share/1/", "é".normalize("NFD")];
const text = () => Array.from({ length: random(60) }, () => pick(SIGNS)).join("").repeat(1 + random(3));
const link = (bytes) => `#share/1/${Buffer.from(bytes).toString("base64url")}`;

/** What a link may have packed that none of ours has. */
const contents = [
  () => JSON.stringify({ name: text(), text: text() }),
  () => JSON.stringify(pick([null, 1, [], {}, { name: 1, text: "" }, { name: "", text: {} }, { text: "x" }, [["name", "text"]]])),
  () => JSON.stringify({ name: "n".repeat(random(100_000)), text: "" }),
  () => `{"name":"a","text":"b"${",".repeat(random(3))}"__proto__":{"polluted":1}}`,
  () => "[".repeat(random(50_000)),
  () => "\0".repeat(random(3_000_000)),
  () => Buffer.from(Array.from({ length: random(50) }, () => random(256))),
];

/** Some characters of a link taken away, doubled or replaced. */
function mutated(hash) {
  let out = hash;
  for (let count = 1 + random(4); count > 0; count--) {
    const at = random(out.length + 1);
    const length = random(8);
    out = out.slice(0, at) + pick(["", "A", "_", "/", "=", "%", "\0", "é", out.slice(at, at + length).repeat(2)]) + out.slice(at + length);
  }
  return out;
}

const known = (error) => error instanceof RangeError || ["VersionError", "DataError"].includes(error?.name);

async function check(hash) {
  const start = process.cpuUsage();
  const found = await unpack(hash, LONGEST, LIMIT).catch((error) => {
    if (!known(error)) throw error;
  });
  if (found !== undefined) {
    const { name, text } = found;
    const sound = typeof name === "string" && typeof text === "string" && name !== "" && name.length <= 100 && !/[/\\\0]/.test(name);
    if (!sound || text.length > LIMIT) throw new Error(`a name or a text that must not be: ${JSON.stringify(name)}`);
  }
  if ("polluted" in {}) throw new Error("a prototype was changed");
  const { user, system } = process.cpuUsage(start);
  if (user + system > 2_000_000) throw new Error("more than 2 s");
}

const end = Date.now() + seconds * 1_000;
let runs = 0;
let hash = "";
try {
  for (; Date.now() < end; runs += 3) {
    const [name, content] = ["pipeline.yml", text().toWellFormed()];
    hash = await pack(name, content);
    const back = await unpack(hash, LONGEST, LIMIT);
    if (back?.name !== name || back.text !== content) throw new Error("what was packed did not come back");
    await check((hash = mutated(hash)));
    await check((hash = link(deflateRawSync(pick(contents)()))));
  }
} catch (error) {
  console.error(`seed ${seed}, after ${runs} links: ${error instanceof Error ? error.stack : error}\n${hash.slice(0, 2_000)}`);
  process.exit(1);
}
console.log(`${runs} links in ${seconds} s, seed ${seed}: no fault`);
