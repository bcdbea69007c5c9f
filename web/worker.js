// The service worker: keeps every file of one version, so that the page works without a network. It answers from what it
// keeps and from nothing else; what it does not know goes its ordinary way.
//
// Several Pipewrights may share an origin (GitLab and GitHub Pages), so a cache's name holds the scope.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
const PREFIX = `pipewright ${scope} `;
const CACHE = PREFIX + PRECACHE.version;
const urlOf = (/** @type {string} */ path) => new URL(path, scope).href;
const known = new Set(PRECACHE.files.map(({ path }) => urlOf(path)));

worker.addEventListener("install", (event) => event.waitUntil(precache()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(worker.skipWaiting());
});

/** Fails, to be tried again at the next visit, unless every file is there and is that of this version. */
async function precache() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    PRECACHE.files.map(async ({ path, integrity, named }) => {
      const url = urlOf(path);
      // A name that holds the content's hash may be in the cache of the version before, or in the browser's own.
      const kept = named ? await caches.match(url) : undefined;
      const response = kept ?? (await fetch(url, { integrity, cache: named ? "default" : "no-cache" }));
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      await cache.put(url, response.redirected ? new Response(response.body, response) : response);
    }),
  );
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  url.search = "";
  url.hash = "";
  if (url.href === urlOf("index.html")) url.href = scope;
  if (event.request.method === "GET" && known.has(url.href)) event.respondWith(answer(event.request, url.href));
});

/** @param {Request} request @param {string} url */
async function answer(request, url) {
  const cache = await caches.open(CACHE);
  return (await cache.match(url)) ?? fetch(request);
}
