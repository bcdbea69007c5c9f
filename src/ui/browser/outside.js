// The way out of WebAssembly to the page's shell (web/shell.js). Where there is none, as in tests of components, nothing.

/** @param {Parameters<Shell["keep"]>} places */
export function keep(...places) {
  globalThis.pipewright?.keep(...places);
}

/** @param {string} message */
export function panicked(message) {
  globalThis.pipewright?.panicked(message);
}

export function carried() {
  return globalThis.pipewright?.carried();
}
