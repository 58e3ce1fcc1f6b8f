import { readFile, stat } from "node:fs/promises";
import { FeedDailyExtras } from "../../../lib/schema/feed.ts";

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
 * @throws {Error} from `read` when the file is not what `FeedDailyExtras` describes.
 */
export function extrasFromFile(path: string): Extras {
  return {
    version: async () => (await stat(path)).mtimeMs,
    read: async () => FeedDailyExtras.parse(JSON.parse(await readFile(path, "utf8"))),
  };
}
