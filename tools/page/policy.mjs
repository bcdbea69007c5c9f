// The page's Content-Security-Policy: nothing from elsewhere, no inline script or style but those whose hash is named,
// no string becomes script (Trusted Types). WebAssembly needs wasm-unsafe-eval, and only that.

import { createHash } from "node:crypto";

/**
 * @param {{scripts?: string[], styles?: string[], alone?: boolean}} page the texts of inline scripts and styles; `alone`:
 *   one file, which loads nothing at all
 */
export function policy({ scripts = [], styles = [], alone = false }) {
  const self = alone ? [] : ["'self'"];
  const none = (/** @type {string[]} */ sources) => (sources.length ? sources : ["'none'"]);
  const rules = {
    "default-src": ["'none'"],
    "script-src": [...self, "'wasm-unsafe-eval'", ...scripts.map(hash)],
    "style-src": none([...self, ...styles.map(hash)]),
    "img-src": [...self, "data:", "blob:"],
    "connect-src": none(self),
    "worker-src": none(self),
    "manifest-src": none(self),
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["pipewright"],
  };
  return Object.entries(rules).map(([rule, sources]) => `${rule} ${sources.join(" ")}`).join("; ");
}

/** @param {string} text */
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
