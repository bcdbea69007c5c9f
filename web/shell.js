// The page's shell: what must work when WebAssembly does not. A classic script that runs before everything else.
//
// It keeps the way to the text (kept.js), hears of every death of the instance (barrier.js) and shows the recovery page
// then (recovery.js). The Rust side meets it as `globalThis.pipewright` (src/ui/browser/outside.js). It knows no pipeline.

import { Barrier } from "./barrier.js";
import { dropCarried, store, takeCarried } from "./carry.js";
import { Kept } from "./kept.js";
import { showRecovery } from "./recovery.js";

const kept = new Kept();
const barrier = new Barrier(show);
let leaving = false;

/** @param {import("./barrier.js").Death} death */
function show(death) {
  showRecovery(death, kept.read(), { carry, leave });
}

/** Puts the text where the next load of this tab finds it. Rejects where the browser refuses. */
async function carry() {
  const text = kept.read();
  if (text) await store(text);
}

/** Leaves without the question about unsaved changes: the text has been carried. */
function leave() {
  leaving = true;
  location.reload();
}

// Before every other listener of the window, so that it can speak for them.
addEventListener("beforeunload", (event) => leaving && event.stopImmediatePropagation(), true);

globalThis.pipewright = {
  /** The exports of the instance, behind the barrier. */
  guard(exports) {
    kept.memory = /** @type {WebAssembly.Memory} */ (exports.memory);
    return barrier.around(exports);
  },
  keep(name, text, textLength, opened, openedLength) {
    kept.point({ name, text: [text, textLength], opened: [opened, openedLength] });
    // Open again, so it need not be carried any longer.
    if (kept.carried) dropCarried();
    kept.carried = undefined;
  },
  panicked(message) {
    console.error(message);
    barrier.die({ what: "panic", message });
  },
  failed: (error) => barrier.die({ what: "start", message: String(error), error }),
  started: () => barrier.started(),
  async prepare() {
    kept.carried = await takeCarried();
  },
  carried: () => kept.carried,
  carry,
  leave,
};

barrier.watch();
