// One edit by npm `yaml` (parse the document, set one value, print it) against ours with its verification, on the same
// file in one run: benches/pipeline.rs wrote the file and left its figures, `make bench` runs both.
import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";

const folder = new URL("../target/criterion/", import.meta.url);
const text = readFileSync(new URL("pipeline.yml", folder), "utf8");
const ours = JSON.parse(readFileSync(new URL("text/edit/1 MB/new/estimates.json", folder), "utf8")).median.point_estimate / 1e6;

function edit() {
  const document = parseDocument(text, { merge: true, version: "1.1" });
  document.setIn(["job 20", "variables", "NUMBER"], "yes");
  return String(document).length;
}

edit();
const times = [];
for (let run = 0; run < 5; run++) {
  const start = performance.now();
  edit();
  times.push(performance.now() - start);
}
const theirs = times.sort((a, b) => a - b)[2];
console.log(`one edit of ${(text.length / 1e6).toFixed(1)} MB: npm yaml ${theirs.toFixed(0)} ms, Pipewright with verification ${ours.toFixed(1)} ms: ${(theirs / ours).toFixed(0)} times faster`);
