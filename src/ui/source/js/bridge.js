// Loads the text pane's editor when it is first wanted: a few hundred kB that the first paint does not wait for.
// The build writes the module's name, which holds its hash, into the page (tools/finish-page.mjs).

/** @type {Promise<unknown> | undefined} */
let loading;

export function loadSourceEditor() {
  loading ??= load();
  // A failed download may be tried again.
  loading.catch(() => (loading = undefined));
  return loading;
}

async function load() {
  // The page of one file has it inside (tools/single.mjs).
  if (globalThis.sourceEditor) return globalThis.sourceEditor;
  const name = document.querySelector("meta[name='source-editor']")?.getAttribute("content");
  if (!name) throw new Error("this page was built without the text pane's editor");
  return import(new URL(name, document.baseURI).href);
}
