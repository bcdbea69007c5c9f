// The messages between this page and the one that it is embedded in: docs/embedding.md. Only the parent is heard, only from
// the origin that the frame's address names, and only that origin is spoken to.

const VERSION = 1;

/**
 * Hears the parent's requests.
 *
 * @param {string} origin
 * @param {(type: string, id: unknown, message: Record<string, unknown>) => void} hear
 */
export function openPort(origin, hear) {
  if (window.parent === window) return;
  window.addEventListener("message", ({ source, origin: from, data }) => {
    if (source !== window.parent || from !== origin || typeof data !== "object" || data === null) return;
    const { pipewright, type, id } = data;
    if (pipewright === VERSION && typeof type === "string") hear(type, id, data);
    // Other versions are told so; what is no message of this protocol is nobody's concern.
    else if (typeof pipewright === "number" && typeof type === "string")
      post(origin, { type: "error", id, code: "version", message: `this editor speaks version ${VERSION}` });
  });
}

/**
 * Tells the parent something.
 *
 * @param {string} origin
 * @param {Record<string, unknown>} message
 */
export function post(origin, message) {
  if (window.parent !== window) window.parent.postMessage({ pipewright: VERSION, ...message }, origin);
}
