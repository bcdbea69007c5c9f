// Starts the page: loads the instance, puts the barrier around it, lets it run. Afterwards sees to updates.
//
// The build bundles wasm-bindgen's module with this one and puts the barrier into it (tools/page/bundle.mjs).

import init from "wasm-bindgen:glue";
import { keepUpToDate } from "./update.js";
import { wasm } from "./wasm.js";

const shell = globalThis.pipewright;
try {
  await shell.prepare();
  await init({ module_or_path: wasm() });
  shell.started();
  keepUpToDate(shell);
} catch (error) {
  shell.failed(error);
}
