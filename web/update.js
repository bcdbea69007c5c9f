// Registers the service worker, and offers to reload when it has a new version of the page ready. Never reloads by itself.

import { word } from "./words.js";

/** @typedef {{carry: () => Promise<void>, leave: () => void}} Ways */

/** @param {Ways} ways */
export async function keepUpToDate(ways) {
  const name = document.querySelector("meta[name='service-worker']")?.getAttribute("content");
  // Shown in another page, it is that page's to say when to reload.
  if (!name || !("serviceWorker" in navigator) || window.top !== window) return;
  const workers = navigator.serviceWorker;
  try {
    const registration = await workers.register(trusted(new URL(name, document.baseURI).href), { updateViaCache: "none" });
    watch(registration, workers, ways);
  } catch {
    // Refused (private windows, settings): the page works, but not offline.
  }
}

/** @param {ServiceWorkerRegistration | undefined} registration @param {ServiceWorkerContainer} workers @param {Ways} ways */
function watch(registration, workers, ways) {
  if (!registration) return;
  // The first worker of all takes over a page that is of its own version.
  let controlled = Boolean(workers.controller);
  const offer = () => showOffer(() => takeOver(registration.waiting, workers, ways));
  if (registration.waiting && controlled) offer();
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed" && workers.controller) offer();
    });
  });
  workers.addEventListener("controllerchange", () => {
    // Another tab took the new version.
    if (controlled) offer();
    controlled = true;
  });
}

/** @param {ServiceWorker | null} waiting @param {ServiceWorkerContainer} workers @param {Ways} ways */
async function takeOver(waiting, workers, { carry, leave }) {
  await carry();
  if (!waiting) return leave();
  workers.addEventListener("controllerchange", leave, { once: true });
  waiting.postMessage("take over");
}

/** @param {() => Promise<void>} reload */
function showOffer(reload) {
  if (document.querySelector(".update")) return;
  const text = document.createElement("span");
  const box = document.createElement("div");
  const button = (/** @type {string} */ key, /** @type {() => void} */ onclick) =>
    Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: word(key), onclick });
  const go = button("outside-reload", () => {
    go.disabled = true;
    reload().catch(() => {
      go.disabled = false;
      text.textContent = word("outside-not-carried");
    });
  });
  go.dataset.kind = "primary";
  box.className = "update";
  box.append(text, go, button("outside-later", () => box.remove()));
  box.setAttribute("role", "status");
  document.body.append(box);
  // Into a region that is there already, so that it is read out.
  text.textContent = word("outside-new-version");
}

/** The one script that this page may load by address, for Trusted Types. @param {string} url */
function trusted(url) {
  const policy = globalThis.trustedTypes?.createPolicy("pipewright", {
    createScriptURL(wanted) {
      if (wanted === url) return wanted;
      throw new TypeError(`no script of this page: ${wanted}`);
    },
  });
  return /** @type {string} */ (/** @type {unknown} */ (policy?.createScriptURL(url) ?? url));
}
