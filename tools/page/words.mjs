// The shell's words, read from its Fluent files at build time: one line each, no variables.

import { readFileSync } from "node:fs";

/** Every language's words by key. @returns {Record<string, Record<string, string>>} */
export function words() {
  return Object.fromEntries(["en", "es"].map((code) => [code, read(`src/ui/i18n/${code}-outside.ftl`)]));
}

/** @param {string} file */
function read(file) {
  const lines = readFileSync(file, "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  return Object.fromEntries(
    lines.map((line) => {
      const [, key, text] = /^(outside-[a-z-]+) = ([^{}]+)$/.exec(line) ?? [];
      if (!key) throw new Error(`${file}: not a plain message: ${line}`);
      return [key, text];
    }),
  );
}
