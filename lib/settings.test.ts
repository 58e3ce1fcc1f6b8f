import { describe, expect, it } from "vitest";
import * as exported from "./settings.ts";

/** Kept by the background, not chosen by the person. */
const ours = new Set(["expiredAt", "postChecks", "recording", "recordingEnd", "redetecting"]);
/** Chosen, but of no meaning on another device: collections are exported by themselves. */
const local = new Set(["recordingChoices", "collectInto"]);

describe("settings", () => {
  it("are all listed, so that export, import and deletion know them", () => {
    const kept = new Set<unknown>(Object.values(exported.settings));
    const forgotten = Object.entries(exported).filter(
      ([name, value]) =>
        typeof value === "object" &&
        "getValue" in value &&
        !ours.has(name) &&
        !local.has(name) &&
        !kept.has(value),
    );
    expect(forgotten.map(([name]) => name)).toEqual([]);
  });

  it("begin with nothing running and the public review server", async () => {
    expect(await exported.runMode.getValue()).toBe("unset");
    expect(await exported.servers.getValue()).toEqual(["https://api.mangrove.reviews"]);
    expect(await exported.feeds.getValue()).toEqual([]);
  });
});
