// The database of drafts and of files that were open. It opens again where the browser closed it.
import { openDB } from "idb";

const NAME = "pipewright";
const VERSION = 1;

/** @type {Promise<import("idb").IDBPDatabase> | undefined} */
let opening;

function database() {
  opening ??= openDB(NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore("drafts", { keyPath: "id" });
      db.createObjectStore("files", { keyPath: "id" });
    },
    // A newer page in another tab wants to change the stores: it must not wait for this one.
    blocking(_current, _wanted, event) {
      /** @type {IDBDatabase} */ (event.target).close();
      opening = undefined;
    },
    terminated: () => (opening = undefined),
  });
  // A refusal may be another time's success.
  opening.catch(() => (opening = undefined));
  return opening;
}

/**
 * Does something with the database; once more with a new connection where the old one was closed.
 *
 * @template T
 * @param {(db: import("idb").IDBPDatabase) => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function withDatabase(act) {
  const reused = opening !== undefined;
  try {
    return await act(await database());
  } catch (error) {
    if (!reused || /** @type {DOMException} */ (error).name !== "InvalidStateError") throw error;
    opening = undefined;
    return act(await database());
  }
}
