// GitLab's JSON schema of .gitlab-ci.yml, out of the npm package gitlab-ci-local, whose bundle holds it as an object literal.
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

export function bundledSchema() {
  const bundle = readFileSync(new URL("../../node_modules/gitlab-ci-local/dist/index.js", import.meta.url), "utf8");
  const id = bundle.indexOf('$id:"https://gitlab.com/.gitlab-ci.yml"');
  const start = bundle.lastIndexOf("{", id);
  if (id < 0) throw new Error("gitlab-ci-local's bundle holds no schema");
  let depth = 0;
  for (let at = start; at < bundle.length; at++) {
    const character = bundle[at];
    if (character === '"' || character === "'" || character === "`") {
      for (at++; bundle[at] !== character; at++) if (bundle[at] === "\\") at++;
    } else if (character === "{") {
      depth++;
    } else if (character === "}" && --depth === 0) {
      return runInNewContext(`(${bundle.slice(start, at + 1)})`);
    }
  }
  throw new Error("the schema in gitlab-ci-local's bundle does not end");
}
