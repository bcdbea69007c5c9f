/** Types of embed.js. */

/** A problem of the text, in GitLab's words. Lines and columns count from 1. */
export interface PipewrightProblem {
  severity: "error" | "warning" | "hint";
  message: string;
  line: number;
  column: number;
  /** The code of the rule, as docs/rules.md names it. */
  rule?: string;
  job?: string;
}

/** Whether GitLab would take the text. */
export interface PipewrightValidity {
  valid: boolean;
  errors: number;
  warnings: number;
  problems: PipewrightProblem[];
}

/** The text as it stands. */
export interface PipewrightText {
  name: string;
  text: string;
  /** Whether it differs from what was loaded or saved last. */
  changed: boolean;
}

/** What the page refused: `code` is "text", "format", "type", "version", "src" or "gone". */
export declare class PipewrightError extends Error {
  readonly code: string;
}

export interface PipewrightEventMap {
  ready: CustomEvent<null>;
  change: CustomEvent<PipewrightText>;
  validate: CustomEvent<PipewrightValidity>;
  save: CustomEvent<PipewrightText>;
  export: CustomEvent<PipewrightText>;
  error: ErrorEvent;
}

/** `<pipewright-editor>` */
export declare class PipewrightEditor extends HTMLElement {
  /** The text as it stands. Setting it loads another. */
  value: string;
  /** The address that the text is read from. */
  src: string | null;
  /** Whether nothing can be changed. */
  readonly: boolean;
  view: "board" | "text" | "both" | null;
  theme: "system" | "light" | "dark" | null;
  language: string | null;
  /** Loads a text in place of what is there. Rejects where it is no text, or over 4 MB. */
  load(text: string, name?: string): Promise<void>;
  /** Whether the text is valid, and what is wrong with it. */
  validate(): Promise<PipewrightValidity>;
  /** The text, or the board as a drawing or as Mermaid. */
  export(format?: "yaml" | "svg" | "mermaid"): Promise<string>;
  /** Says that a text is stored, by default that which stands: it is not unsaved any more. */
  saved(text?: string): Promise<void>;
  addEventListener<K extends keyof PipewrightEventMap>(
    type: K,
    listener: (this: PipewrightEditor, event: PipewrightEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "pipewright-editor": PipewrightEditor;
  }
}
