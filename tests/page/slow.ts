// A browser that takes its time: SLOW=400 makes everything that answers later answer 400 ms later still, SLOW=0-800 by
// chance, which changes the order as well. A test or a page that leans on a quick browser fails then each time, and not
// once in a hundred runs.
import type { BrowserContext } from "@playwright/test";

export async function slowDown(context: BrowserContext, by: string) {
  const [least, most = least] = by.split("-").map(Number);
  await context.addInitScript(slow, { least, most });
}

/** Runs in each page before all else. */
function slow({ least, most }: { least: number; most: number }) {
  const milliseconds = () => least + Math.random() * (most - least);
  const wait = () => new Promise((done) => setTimeout(done, milliseconds()));

  /** Makes functions that give promises start later. */
  const delay = (owner: object | undefined, ...names: string[]) => {
    const methods = owner as Record<string, ((...given: unknown[]) => Promise<unknown>) | undefined>;
    for (const name of owner ? names : []) {
      const quick = methods[name];
      if (!quick) continue;
      methods[name] = async function (...given) {
        await wait();
        return quick.apply(this, given);
      };
    }
  };
  delay(globalThis, "fetch", "showSaveFilePicker", "showOpenFilePicker");
  delay(Blob.prototype, "arrayBuffer", "text");
  delay(Response.prototype, "arrayBuffer", "text", "json", "blob");
  delay(globalThis.LockManager?.prototype, "request", "query");
  delay(globalThis.Clipboard?.prototype, "write", "writeText");
  delay(globalThis.FileSystemFileHandle?.prototype, "getFile", "createWritable", "queryPermission", "requestPermission");

  // The page's way to the database; a test that looks into it itself uses `onsuccess`.
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, act, options) {
    const answers = (this instanceof IDBRequest && type === "success") || (this instanceof IDBTransaction && type === "complete");
    const later = answers && typeof act === "function" ? (event: Event) => void wait().then(() => act.call(this, event)) : act;
    listen.call(this, type, later, options);
  };

  /** Makes what the browser calls back be called later. The number that it gives is good for taking that back all the while. */
  type Start = "requestIdleCallback" | "requestAnimationFrame";
  const postpone = (start: Start, stop: "cancelIdleCallback" | "cancelAnimationFrame", share: number) => {
    const begin = globalThis[start] as (act: (given: never) => void, options?: object) => number;
    const end = globalThis[stop];
    const begun = new Map<number, number>();
    Object.assign(globalThis, {
      [start]: (act: (given: never) => void, options?: object) => {
        const last = (given: never) => {
          begun.delete(timer);
          act(given);
        };
        const timer = Number(setTimeout(() => begun.set(timer, begin(last, options)), milliseconds() * share));
        return timer;
      },
      [stop]: (timer: number) => {
        clearTimeout(timer);
        end(begun.get(timer) ?? 0);
      },
    });
  };
  postpone("requestIdleCallback", "cancelIdleCallback", 1);
  postpone("requestAnimationFrame", "cancelAnimationFrame", 1 / 4);
}
