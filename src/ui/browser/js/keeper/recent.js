// The files on disk that were open last. Their handles keep the permission that the person gave.
import { withDatabase } from "./database.js";

/** How many are remembered. */
const MOST = 6;

/**
 * @typedef {{ id: string, name: string, handle: FileSystemFileHandle, time: number }} Recent
 */

/** The files, the one that was open last first. @returns {Promise<Recent[]>} */
export async function recentFiles() {
  /** @type {Recent[]} */
  const files = await withDatabase((db) => db.getAll("files"));
  return files.sort((a, b) => b.time - a.time);
}

/** Remembers a file as the last one. @param {FileSystemFileHandle} handle */
export async function rememberFile(handle) {
  const known = await recentFiles();
  const same = await Promise.all(known.map((file) => file.handle.isSameEntry(handle)));
  const id = known.find((_, at) => same[at])?.id ?? newId();
  const over = known.filter((file) => file.id !== id).slice(MOST - 1);
  await withDatabase(async (db) => {
    const change = db.transaction("files", "readwrite");
    for (const file of over) change.store.delete(file.id);
    change.store.put({ id, name: handle.name, handle, time: Date.now() });
    await change.done;
  });
}

/** Forgets a file. @param {string} id */
export const forgetFile = (id) => withDatabase((db) => db.delete("files", id));

/** A name for a record that no other has. */
export const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join("-");
