const { mkdirSync, readFileSync, writeFileSync } = require("node:fs");

mkdirSync("dist", { recursive: true });
writeFileSync("dist/index.html", `<!doctype html>\n<h1>${readFileSync("../shared/greeting.txt", "utf8").trim()}</h1>\n`);
