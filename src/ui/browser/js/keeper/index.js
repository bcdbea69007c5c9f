// What keeps the text and hands it out: drafts, files on disk, links, pictures, archives. One bundle (tools/finish-page.mjs),
// loaded after the first paint by keeper_bridge.js. Knows no pipeline.
//
// Each function answers by its value or throws an error whose name says what went wrong, as the browser names it
// (QuotaExceededError, SecurityError, NotAllowedError, ...). src/ui/browser/keeper.rs gives them types.
export * from "./disk.js";
export * from "./drafts.js";
export * from "./picture.js";
export * from "./recent.js";
export * from "./share.js";
export * from "./zip.js";
