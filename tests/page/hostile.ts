// Hostile files, made here: scripts in every place that the page shows, and texts made to exhaust time or memory.

export interface Hostile {
  /** For people who read a failure. */
  title: string;
  name: string;
  content: string | number[];
  /** What the page says of it: that it has it open, or why not. */
  says: "opened" | RegExp;
}

/** Each would set `ran`, or ask another origin, where the page took it for more than text. */
const PAYLOADS = [
  "<script>ran=1</script>",
  "<img src=x onerror=ran=1>",
  '"><svg onload=ran=1>',
  "' onfocus=ran=1 autofocus='",
  "javascript:ran=1",
  "data:text/html,<script>ran=1</script>",
  "</textarea><script>ran=1</script>",
  "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
  "{{constructor.constructor('ran=1')()}}",
  "${ran=1}`${ran=1}`",
  "<img src=//elsewhere.invalid/x.png>",
  "<link rel=stylesheet href=//elsewhere.invalid/x.css>",
  "url(//elsewhere.invalid/x)",
  "\u202e<a href=javascript:ran=1>gnp.x</a>",
];

/** A text as a double-quoted scalar. */
const q = (text: string) => JSON.stringify(text);

/** Where a payload may stand. Each is a pipeline with a job that the page shows. */
const PLACES: Record<string, (payload: string) => string> = {
  "a job's name": (p) => `${q(p)}:\n  script: x\n`,
  "a stage": (p) => `stages: [${q(p)}]\njob:\n  stage: ${q(p)}\n  script: x\n`,
  "a variable": (p) => `variables:\n  ${q(p)}: ${q(p)}\njob:\n  script: x\n  variables:\n    V: {value: ${q(p)}, description: ${q(p)}}\n`,
  "an image and a service": (p) => `job:\n  script: x\n  image: ${q(p)}\n  services: [${q(p)}]\n`,
  "a script": (p) => `job:\n  script: [${q(p)}]\n  before_script: |\n    ${p}\n`,
  "tags and artifacts": (p) => `job:\n  script: x\n  tags: [${q(p)}]\n  artifacts: {paths: [${q(p)}], name: ${q(p)}, reports: {junit: ${q(p)}}}\n`,
  "an environment": (p) => `job:\n  script: x\n  environment: {name: ${q(p)}, url: ${q(p)}}\n`,
  "needs and extends": (p) => `job:\n  script: x\n  needs: [${q(p)}]\n  extends: ${q(p)}\n`,
  "an anchor": (p) => `a: &${p.replace(/[\s,[\]{}]/g, "")} {script: x}\njob: *${p.replace(/[\s,[\]{}]/g, "")}\n`,
  "an include": (p) => `include: [{remote: ${q(`https://elsewhere.invalid/${p}`)}}, ${q(p)}]\njob:\n  script: x\n`,
  "a rule": (p) => `job:\n  script: x\n  rules:\n    - if: ${q(p)}\n    - if: ${q(`$A =~ /${p}/`)}\n      changes: [${q(p)}]\n`,
  "an unknown keyword": (p) => `job:\n  script: x\n  ${q(p)}: ${q(p)}\n`,
  "broken YAML": (p) => `job:\n  script: x\n  ${p}: [${p}\n`,
};

function* scripts(): Generator<Hostile> {
  let count = 0;
  for (const payload of PAYLOADS) {
    for (const [place, text] of Object.entries(PLACES)) {
      yield { title: `${payload} in ${place}`, name: `f${count++}f.yml`, content: text(payload), says: "opened" };
    }
    // A file's name can't hold a slash.
    const name = `${payload.replaceAll("/", "∕")}.yml`;
    yield { title: `${payload} as a file's name`, name, content: "job: {script: x}\n", says: "opened" };
    yield { title: `${payload} as the name of no text`, name, content: [0xff, 0xfe, 0x41], says: /UTF-16/ };
  }
}

const repeat = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at)).join("");
const job = "job:\n  script: x\n";
const M = 1024 * 1024;

/** A text of aliases that stands for 10^10 nodes. */
const laughs = (open: string, separator: string, close: string) =>
  repeat(10, (at) => (at ? `l${at}: &l${at} ${open}${Array(10).fill(`*l${at - 1}`).join(separator)}${close}\n` : "l0: &l0 x\n"));

const BOMBS: Record<string, string | number[] | [string | number[], RegExp]> = {
  "10 MB": ["a".repeat(10 * M), /10\.0.*4\.0/],
  "one byte over the limit": ["#".repeat(4 * M + 1), /4\.0/],
  "4 MB of comments": `${"# c\n".repeat(M - 10)}${job}`,
  "4 MB in one line": `job:\n  script: ${"x".repeat(4 * M - 100)}\n`,
  "4 MB of line ends": `${"\n".repeat(4 * M - 100)}${job}`,
  "4 MB of carriage returns": `${"\r".repeat(4 * M - 100)}\n${job}`,
  "only blanks": [" \n\t\n".repeat(1000), /empty/i],
  "a binary": [[0x7f, 0x45, 0x4c, 0x46, 0, 0, 1], /binary|text/i],
  "bytes that are not UTF-8": [[0x61, 0x3a, 0xc0, 0xaf], /UTF-8/],
  "a byte order mark many times": `${"\ufeff".repeat(1000)}${job}`,
  "laughs in lists": `${laughs("[", ", ", "]")}job:\n  script: *l9\n`,
  "laughs by merge keys": `${laughs("{<<: [", ", ", "]}")}job:\n  <<: *l9\n  script: x\n`,
  "laughs by !reference": `${repeat(10, (at) => `.r${at}:\n  script: [${Array(10).fill(at ? `!reference [.r${at - 1}, script]` : "x").join(", ")}]\n`)}job:\n  script: !reference [.r9, script]\n`,
  "a million aliases of a long list": `l: &l [${"x, ".repeat(1000)}x]\njob:\n  script: [${"*l, ".repeat(100_000)}x]\n`,
  "an alias inside itself": "a: &a [*a]\njob:\n  script: *a\n  variables: &v {V: *v}\n",
  "anchors, 50,000": `${repeat(50_000, (at) => `k${at}: &a${at} x\n`)}${job}`,
  "lists in lists, 100,000 deep": `job:\n  script: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`,
  "lists in lists, 500 deep": `job:\n  script: ${"[".repeat(500)}${"]".repeat(500)}\n`,
  "mappings in mappings, 50,000 deep": `job: ${"{a: ".repeat(50_000)}x${"}".repeat(50_000)}\n`,
  "blocks in blocks, 1,400 deep": `job:\n${repeat(1400, (at) => `${" ".repeat(at + 1)}a:\n`)}`,
  "dashes, 100,000 in a line": `job:\n  script:\n    ${"- ".repeat(100_000)}x\n`,
  "question marks, 100,000": `${"? ".repeat(100_000)}x\n`,
  "quotes that never close": `job:\n  script: "${"\\\n".repeat(M)}`,
  "a bracket that never closes": `job: [${"a, ".repeat(M)}`,
  "documents, 100,000": `---\n${job}`.repeat(100_000),
  "directives, 100,000": `${"%TAG !a! tag:a,2000:\n".repeat(100_000)}---\n${job}`,
  "one key, 100,000 times": "job: {script: x}\n".repeat(100_000),
  "a key of 1 MB": `${"k".repeat(M)}:\n  script: x\n`,
  "jobs, 100,000": repeat(100_000, (at) => `j${at}: {script: x}\n`),
  "jobs, 7,000, each in a stage of its own": `stages: [${repeat(7000, (at) => `s${at}, `)}]\n${repeat(7000, (at) => `j${at}: {stage: s${at}, script: x}\n`)}`,
  "jobs, 7,000, each in a stage that is not declared": repeat(7000, (at) => `j${at}: {stage: s${at}, script: x}\n`),
  "stages, 100,000": `stages: [${repeat(100_000, (at) => `s${at}, `)}]\n${job}`,
  "variables, 100,000": `variables:\n${repeat(100_000, (at) => `  V${at}: x\n`)}${job}`,
  "tags, 100,000": `job:\n  script: x\n  tags: [${repeat(100_000, (at) => `t${at}, `)}]\n`,
  "needs of 2,000 jobs among each other": repeat(2000, (at) => `j${at}: {script: x, needs: [${repeat(50, (n) => `j${(at + n) % 2000}, `)}]}\n`),
  "extends, a chain of 5,000": `${repeat(5000, (at) => `.b${at}:\n  extends: .b${at + 1}\n`)}.b5000: {script: x}\njob:\n  extends: .b0\n`,
  "extends in a circle": ".a: {extends: .b}\n.b: {extends: .a}\njob:\n  extends: .a\n",
  "rules, 20,000": `job:\n  script: x\n  rules:\n${repeat(20_000, (at) => `    - if: $A == "${at}"\n`)}`,
  "an expression of 1 MB": `job:\n  script: x\n  rules:\n    - if: '${"(".repeat(M / 2)}$A${")".repeat(M / 2)}'\n`,
  "a regex that backtracks": `job:\n  script: x\n  rules:\n    - if: '$A =~ /^(a+)+(b+)+(${"(x?){50}".repeat(50)})$/'\n`,
  "a regex that counts": `job:\n  script: x\n  rules:\n    - if: '$A =~ /((((a{1000}){1000}){1000}){1000})/'\n`,
  "a matrix of 10^12": `job:\n  script: x\n  parallel:\n    matrix:\n      - {${repeat(6, (at) => `M${at}: [${repeat(100, (n) => `${n}, `)}], `)}}\n`,
  "parallel of 10^30": `job:\n  script: x\n  parallel: ${10n ** 30n}\n`,
  "a variable that stands for itself": `variables: {A: $B, B: $A$A}\njob:\n  script: x\n  environment: {name: $A}\n`,
  "types of other languages": `job:\n  script: !!python/object/apply:os.system [x]\n  image: !!js/function 'function(){ran=1}'\n  tags: !<tag:elsewhere.invalid,2000:x> [a]\n`,
  "control characters": `job:\n  script: "\\0\\a\\b\\e"\n  image: "\u0007\u001b[2J"\n`,
  "a wall of diacritics": `${"Z" + "\u0335".repeat(50_000)}:\n  script: x\n`,
};

function* bombs(): Generator<Hostile> {
  for (const [at, [title, bomb]] of Object.entries(BOMBS).entries()) {
    const [content, says] = Array.isArray(bomb) && bomb[1] instanceof RegExp ? (bomb as [string | number[], RegExp]) : [bomb as string | number[], "opened" as const];
    yield { title, name: `f${at}f.yml`, content, says };
  }
}

export const SCRIPTS = [...scripts()];
export const BOMB_FILES = [...bombs()];
