import { readFile, stat } from "node:fs/promises";
import { FeedDailyExtras } from "../../../lib/schema/feed-daily.ts";

/** What the operator's own jobs know: facts, threads and titles per brand, official keys. */
export interface Extras {
  /** Changes when the content may have. */
  version(): Promise<number>;
  read(): Promise<FeedDailyExtras>;
}

export const noExtras: Extras = { version: async () => 0, read: async () => ({}) };

/**
 * Reads them from a JSON file, anew whenever it has changed. Write it under another name and rename it, so
 * that it is never seen half-written.
 *
 * @param onProblem - Told when the file cannot be read or is not what `FeedDailyExtras` describes. If it does
 *   not throw, what was read last still holds: a broken job must not take the feed down.
 */
export function extrasFromFile(path: string, onProblem: (cause: unknown) => void): Extras {
  let last: FeedDailyExtras = {};
  return {
    version: async () => (await stat(path).catch(() => undefined))?.mtimeMs ?? -1,
    async read() {
      try {
        last = FeedDailyExtras.parse(JSON.parse(await readFile(path, "utf8")));
      } catch (cause) {
        onProblem(cause);
      }
      return last;
    },
  };
}
