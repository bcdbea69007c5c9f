// A text as a link: `#share/1/<data>`, the data being base64url of deflate of JSON. The part of an address behind `#` is
// not sent to any server.

/** The version of the form. */
const VERSION = "1";
const HEAD = "#share/";

/**
 * What stands behind `#`, with it.
 *
 * @param {string} name @param {string} text
 * @returns {Promise<string>}
 */
export async function pack(name, text) {
  const json = new Blob([JSON.stringify({ name, text })]);
  const packed = await new Response(json.stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer();
  return `${HEAD}${VERSION}/${toBase64(new Uint8Array(packed))}`;
}

/**
 * What a link holds; nothing if it is no link of this kind. Takes at most `longest` characters, and at most `limit` bytes
 * of what they become. Throws RangeError for too much, VersionError for another version, DataError for anything else that is wrong.
 *
 * @param {string} hash @param {number} longest @param {number} limit
 * @returns {Promise<{ name: string, text: string } | undefined>}
 */
export async function unpack(hash, longest, limit) {
  if (!hash.startsWith(HEAD)) return undefined;
  const [version, data] = hash.slice(HEAD.length).split("/", 2);
  if (version !== VERSION) throw new DOMException("another version", "VersionError");
  if (hash.length > longest) throw new RangeError("the link is too long");
  try {
    const packed = new Blob([fromBase64(data ?? "")]);
    const bytes = await bounded(packed.stream().pipeThrough(new DecompressionStream("deflate-raw")), limit);
    const { name, text } = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof name !== "string" || typeof text !== "string") throw new TypeError("no name or no text");
    return { name: plainName(name), text };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new DOMException(String(error), "DataError");
  }
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream @param {number} limit */
async function bounded(stream, limit) {
  const parts = [];
  let size = 0;
  for (const reader = stream.getReader(); ; ) {
    const { value, done } = await reader.read();
    if (done) return new Blob(parts).arrayBuffer();
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel().catch(() => {});
      throw new RangeError("the text is too long");
    }
    parts.push(value);
  }
}

/** A file name without folders and signs that no one sees. @param {string} name */
function plainName(name) {
  const plain = name.replace(/^.*[/\\]/s, "").replace(/[\p{C}]/gu, "").trim().slice(0, 100);
  return plain || ".gitlab-ci.yml";
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} text */
function fromBase64(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
}
