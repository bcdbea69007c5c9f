// Files on disk by the File System Access API: opened, read again, saved in place. Where the browser has none of it the
// page downloads instead.

/**
 * What tells one state of a file from the next.
 * @typedef {{ modified: number, size: number }} Stamp
 */

const kinds = [{ description: "GitLab CI/CD", accept: { "application/yaml": /** @type {`.${string}`[]} */ ([".yml", ".yaml"]) } }];

/**
 * Lets the person pick a file; nothing if they pick none.
 *
 * @returns {Promise<{ handle: FileSystemFileHandle, file: File } | undefined>}
 */
export async function pickFile() {
  const picked = await chosen(() => self.showOpenFilePicker({ types: kinds, excludeAcceptAllOption: false }));
  return picked && { handle: picked[0], file: await picked[0].getFile() };
}

/**
 * Lets the person pick any number of config.toml files; none if they pick none.
 *
 * @returns {Promise<{ handle: FileSystemFileHandle, file: File }[]>}
 */
export async function pickConfigs() {
  /** @type {FilePickerAcceptType[]} */
  const types = [{ description: "config.toml", accept: { "application/toml": [".toml"] } }];
  const picked = await chosen(() => self.showOpenFilePicker({ types, multiple: true }));
  return Promise.all((picked ?? []).map(async (handle) => ({ handle, file: await handle.getFile() })));
}

/**
 * Reads a file again. It asks for permission only if `ask` says so, which a click or key must have led to.
 *
 * @param {FileSystemFileHandle} handle
 * @param {boolean} ask
 * @returns {Promise<File>}
 */
export async function readFile(handle, ask) {
  await permit(handle, "read", ask);
  return handle.getFile();
}

/**
 * Writes a file. Where it is another than `known` says it comes back as it is now, and nothing is written; so it does where
 * `known` is null, as its state was never read. Without `known` it is written whatever it is.
 *
 * @param {FileSystemFileHandle} handle
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {Stamp | null | undefined} known
 * @returns {Promise<{ stamp: Stamp } | { changed: File }>}
 */
export async function saveFile(handle, bytes, known) {
  await permit(handle, "readwrite", true);
  if (known !== undefined) {
    const now = await handle.getFile().catch(gone);
    if (now && (now.lastModified !== known?.modified || now.size !== known?.size)) return { changed: now };
  }
  // The browser writes beside the file and puts it in its place when it is closed: no reader sees half of it.
  const stream = await handle.createWritable();
  try {
    await stream.write(bytes);
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
  await stream.close();
  const { lastModified, size } = await handle.getFile();
  return { stamp: { modified: lastModified, size } };
}

/** Lets the person choose where to save; nothing if they don't. @param {string} name */
export async function pickPlace(name) {
  return chosen(() => self.showSaveFilePicker({ types: kinds, suggestedName: name }));
}

/** @param {FileSystemFileHandle} handle @param {"read" | "readwrite"} mode @param {boolean} ask */
async function permit(handle, mode, ask) {
  let state = await handle.queryPermission({ mode });
  if (state === "prompt" && ask) state = await handle.requestPermission({ mode });
  if (state !== "granted") throw new DOMException("not permitted", "NotAllowedError");
}

/**
 * @template T
 * @param {() => Promise<T>} pick
 * @returns {Promise<T | undefined>}
 */
async function chosen(pick) {
  try {
    return await pick();
  } catch (error) {
    if (/** @type {DOMException} */ (error).name === "AbortError") return undefined;
    throw error;
  }
}

/** A file that was deleted is written anew. @param {DOMException} error @returns {undefined} */
function gone(error) {
  if (error.name !== "NotFoundError") throw error;
}
