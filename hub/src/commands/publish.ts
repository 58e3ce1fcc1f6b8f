import { extrasFromFile, noExtras } from "../feed/extras.ts";
import { createFeed } from "../feed/feed.ts";
import { publish as publishFeed } from "../feed/publish.ts";
import { historyInFolder } from "../feed/published-history.ts";
import { signUnsigned } from "../hub-key.ts";
import { UsageError, type Command } from "./command.ts";
import { numberOf, storageOptions, text } from "./settings.ts";
import { keyOf, withStorage } from "./with-storage.ts";

/** Nobody reads the log of a job that goes well. */
function fail(cause: unknown): never {
  throw cause;
}

export const publish: Command = {
  name: "publish",
  usage: "--out DIR [--gzip] [--keep-hours N] [--name NAME] [--daily FILE] [--storage WHERE]",
  summary: "Write the feed as static files, only what is new. Any web server or CDN can serve them.",
  options: {
    ...storageOptions,
    out: { type: "string" },
    gzip: { type: "boolean" },
    "keep-hours": { type: "string" },
    name: { type: "string" },
    daily: { type: "string" },
  },
  async run(flags, _positionals, surroundings) {
    const out = text(flags["out"]);
    if (out === undefined) throw new UsageError("publish needs --out DIR.");
    const dailyFile = text(flags["daily"]) ?? surroundings.env["HUB_DAILY_FILE"];
    const key = await keyOf(flags, surroundings);
    await withStorage(flags, surroundings, async (storage) => {
      if (key) await signUnsigned(storage, key);
      const feed = createFeed({
        storage,
        name: text(flags["name"]) ?? surroundings.env["HUB_NAME"] ?? "Backtalk hub",
        ...(key && { key: key.public }),
        extras: dailyFile === undefined ? noExtras : extrasFromFile(dailyFile, fail),
        now: Date.now,
        headMaxAgeMs: 0,
        history: historyInFolder(out),
        hasTextBuckets: true,
      });
      const { written, kept, deleted, through } = await publishFeed({
        feed,
        out,
        gzip: flags["gzip"] === true,
        keepHours: numberOf(text(flags["keep-hours"]), "--keep-hours", 48),
        now: Date.now,
      });
      surroundings.print(`${out}: ${written} new, ${kept} unchanged, ${deleted} deleted, through ${through}`);
    });
  },
};
