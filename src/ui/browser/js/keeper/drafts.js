// Drafts: what was typed and not saved, in IndexedDB, one record a file that is being edited.
//
// A tab holds the Web Lock of the draft that it edits; the browser gives it back when the tab ends, however it ends. So
// who edits what is known without a word between tabs. Where there are no locks (pages served without TLS) no tab knows
// of another.
import { withDatabase } from "./database.js";

/**
 * @typedef {object} Draft
 * @property {string} id
 * @property {string} name the file's name
 * @property {string} text as it stood last
 * @property {string} opened as the file was
 * @property {string} history the undo steps, in the editor's own form
 * @property {number} time when it was kept, in milliseconds since 1970
 * @property {FileSystemFileHandle} [handle] the file on disk
 */

const lockOf = (/** @type {string} */ id) => `pipewright-draft-${id}`;

/** What gives a lock back, by the draft's id. @type {Map<string, () => void>} */
const held = new Map();

/** Tabs tell each other when a draft that one of them edits is copied. */
const tabs = "BroadcastChannel" in self ? new BroadcastChannel("pipewright-drafts") : undefined;

/** Keeps a draft in place of what it was. @param {Omit<Draft, "time">} draft */
export async function keepDraft(draft) {
  await withDatabase((db) => db.put("drafts", { ...draft, time: Date.now() }));
}

/** Forgets a draft. @param {string} id */
export async function dropDraft(id) {
  await withDatabase((db) => db.delete("drafts", id));
}

/**
 * All drafts that can be read, the newest first, and whether another tab has each. Others are as good as lost.
 *
 * @returns {Promise<(Draft & { elsewhere: boolean })[]>}
 */
export async function listDrafts() {
  /** @type {Draft[]} */
  const drafts = await withDatabase((db) => db.getAll("drafts"));
  const locks = new Set((await navigator.locks?.query())?.held?.map((lock) => lock.name));
  return drafts
    .filter(({ name, text, opened }) => [name, text, opened].every((part) => typeof part === "string"))
    .sort((a, b) => b.time - a.time)
    .map((draft) => ({ ...draft, elsewhere: locks.has(lockOf(draft.id)) && !held.has(draft.id) }));
}

/**
 * Takes a draft for this tab. Whether no other tab has it.
 *
 * @param {string} id
 * @returns {Promise<boolean>}
 */
export function holdDraft(id) {
  if (!navigator.locks || held.has(id)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const until = (/** @type {Lock | null} */ lock) => {
      const ends = lock && new Promise((free) => held.set(id, () => free(undefined)));
      resolve(lock !== null);
      return ends;
    };
    navigator.locks.request(lockOf(id), { ifAvailable: true }, until).catch(() => resolve(true));
  });
}

/** Lets other tabs have a draft. @param {string} id */
export function releaseDraft(id) {
  held.get(id)?.();
  held.delete(id);
}

/** Tells the tab that has a draft that this one goes on with a copy of it. @param {string} id */
export const tellCopied = (id) => tabs?.postMessage({ copied: id });

/** Calls `act` with the id of a draft that another tab goes on with a copy of. @param {(id: string) => void} act */
export function onCopied(act) {
  tabs?.addEventListener("message", ({ data }) => {
    if (typeof data?.copied === "string") act(data.copied);
  });
}
