// Loads the bundle keeper/index.js, whose name the build writes into the page (tools/finish-page.mjs), and what can't
// wait for it.

/** @type {Promise<unknown> | undefined} */
let loading;

export function loadKeeper() {
  loading ??= load();
  // A failed download may be tried again.
  loading.catch(() => (loading = undefined));
  return loading;
}

async function load() {
  // The page of one file has it inside (tools/single.mjs).
  if (globalThis.keeper) return globalThis.keeper;
  const name = document.querySelector("meta[name='keeper']")?.getAttribute("content");
  if (!name) throw new Error("this page was built without its keeper");
  return import(new URL(name, document.baseURI).href);
}

/** Whether files can be saved in place. A frame has the functions, but may not use them in a page of another origin. */
export const canSave = () => "showSaveFilePicker" in self && self === self.top;

/**
 * The handle of a dropped file where the browser gives one, which it does during the event only.
 *
 * @param {DataTransfer} transfer
 */
export async function droppedHandle(transfer) {
  const item = Array.from(transfer.items).find(({ kind }) => kind === "file");
  const handle = await item?.getAsFileSystemHandle?.().catch(() => null);
  return handle?.kind === "file" ? handle : undefined;
}

/**
 * Calls `act` when the browser has nothing better to do, after `least` and within `most` milliseconds from now.
 *
 * @param {() => void} act @param {number} least @param {number} most
 */
export function whenIdle(act, least, most) {
  setTimeout(() => ("requestIdleCallback" in self ? requestIdleCallback(act, { timeout: most - least }) : act()), least);
}
