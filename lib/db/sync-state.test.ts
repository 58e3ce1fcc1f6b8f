import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import { saveCursor, sitesOffByFeeds } from "./sync-state.ts";

const copy = { kind: "feed", phase: "idle", offset: 0, since: 0, fetched: 0, attempts: 0 } as const;
let db: CommunityDatabase;
beforeEach(() => {
  db = openCommunity("sync-state");
});
afterEach(() => db.delete());

it("platforms are off by the word of the feeds that are listed, and of no other", async () => {
  await saveCursor(db, { ...copy, id: "https://one.example", sitesOff: ["x", "mastodon"] });
  await saveCursor(db, { ...copy, id: "https://two.example", sitesOff: ["reddit"] });
  await saveCursor(db, { ...copy, id: "https://old.example", sitesOff: ["lemmy"] });
  const listed = ["https://one.example", "https://two.example", "https://new.example"];
  expect([...(await sitesOffByFeeds(db, listed))].toSorted()).toEqual(["mastodon", "reddit", "x"]);
  expect([...(await sitesOffByFeeds(db, []))]).toEqual([]);
});
