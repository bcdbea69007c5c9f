// Hands the text over to the next load of the same tab: for an update, and to go on after a breakdown. In IndexedDB, as
// sessionStorage is too small for two texts of 4 MB; sessionStorage only says which of them is this tab's.

const DATABASE = "pipewright-carry";
const STORE = "texts";
const KEY = "pipewright.carry";

/** @typedef {import("./kept.js").Text} Text */

/** @param {Text} text */
export async function store(text) {
  const key = sessionStorage.getItem(KEY) ?? `${Date.now()}-${Math.random()}`;
  await within((texts) => texts.put(text, key));
  sessionStorage.setItem(KEY, key);
}

/** What was handed over; none where nothing was, or where the browser refuses. @returns {Promise<Text | undefined>} */
export async function takeCarried() {
  try {
    const key = sessionStorage.getItem(KEY);
    return key ? await within((texts) => texts.get(key)) : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets it: the page has it open. */
export async function dropCarried() {
  try {
    const key = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    if (key) await within((texts) => texts.delete(key));
  } catch {
    // It is this tab's alone, and found no more.
  }
}

/**
 * @template T
 * @param {(texts: IDBObjectStore) => IDBRequest<T>} act
 * @returns {Promise<T>}
 */
function within(act) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(STORE, "readwrite");
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.addEventListener("complete", () => database.close());
      transaction.addEventListener("abort", () => database.close());
    };
  });
}
