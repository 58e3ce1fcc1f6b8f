import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { FeedDaily } from "../../../lib/schema/feed-daily.ts";
import { FeedHead } from "../../../lib/schema/feed.ts";
import type { DailyHistory } from "./delta.ts";

/** What stands in a folder that `publish` writes to. Nothing there yet, or nothing of ours, is no history. */
export function historyInFolder(out: string): DailyHistory {
  return {
    async last() {
      try {
        const { daily, dailyDeltas = [] } = FeedHead.parse(
          JSON.parse(await readFile(join(out, "head.json"), "utf8")),
        );
        if (!daily) return undefined;
        const content = FeedDaily.parse(JSON.parse(await readFile(join(out, daily.path), "utf8")));
        // A step that is no longer there cannot be offered again.
        await Promise.all(dailyDeltas.map(({ path }) => access(join(out, path))));
        return { sha256: daily.sha256, content, steps: dailyDeltas, files: [] };
      } catch {
        // Then readers read the daily file whole, once.
        return undefined;
      }
    },
    // Publishing writes it.
    keep: () => undefined,
  };
}
