// What the build puts into the files of this folder, and what they share with the Rust side.

/** The words of each language, by key. */
declare const WORDS: Record<string, Record<string, string>>;
/** The version and the build. */
declare const VERSION: string;

declare module "wasm-bindgen:glue" {
  export default function init(options: { module_or_path: Promise<Response | Uint8Array> }): Promise<unknown>;
}

interface Shell {
  guard(exports: WebAssembly.Exports): Record<string, unknown>;
  keep(name: string, text: number, textLength: number, opened: number, openedLength: number): void;
  panicked(message: string): void;
  failed(error: unknown): void;
  started(): void;
  prepare(): Promise<void>;
  carried(): { name: string; text: string; opened: string } | undefined;
  carry(): Promise<void>;
  leave(): void;
}

declare var pipewright: Shell;
/** The text pane's editor, where the page of one file has it inside. */
declare var sourceEditor: object | undefined;
declare var keeper: object | undefined;
declare var trustedTypes:
  | { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown } }
  | undefined;
