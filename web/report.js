// What a person may send when the page broke down: what happened and where, on which version and browser. Never the text,
// nor a name in it: the message of a panic is Rust's own, and no panic of Pipewright's words one from the file.

/** @param {import("./barrier.js").Death} death */
export function report({ what, message, error }) {
  const stack = error instanceof Error ? error.stack : undefined;
  return [
    `Pipewright ${VERSION}`,
    `${what}: ${message}`,
    ...(stack ? [stack.slice(0, 4000)] : []),
    `at ${new Date().toISOString()}, ${Math.round(performance.now() / 1000)} s after loading`,
    navigator.userAgent,
    `${innerWidth} × ${innerHeight}, ${devicePixelRatio} device pixels each, ${navigator.language}`,
  ].join("\n");
}
