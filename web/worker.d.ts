// What the build gives to the service worker.

/** The files of this version. `named`: the name holds the content's hash. */
declare const PRECACHE: { version: string; files: { path: string; integrity: string; named: boolean }[] };
