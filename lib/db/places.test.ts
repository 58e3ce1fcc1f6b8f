import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { subjectKeyOf } from "../brands/subjects.ts";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import type { SummaryRow } from "./community-rows.ts";
import { placeKeys } from "./places.ts";

let db: CommunityDatabase;
let databases = 0;
beforeEach(() => {
  db = openCommunity(`places-${databases++}`);
});
afterEach(() => db.delete());

async function put(...subjects: string[]): Promise<void> {
  await db.summaries.bulkPut(
    subjects.map((subject) => ({ subjectKey: subjectKeyOf(subject)! }) as SummaryRow),
  );
}

describe("keys of reviewed places", () => {
  it("are those at about the latitude of a point", async () => {
    await put(
      "geo:53.5421,9.9883?q=Kvist",
      "geo:53.55,10?q=Near",
      "geo:53.7,10?q=North",
      "https://a.example",
    );
    expect(await placeKeys(db, { latitude: 53.54, longitude: 9.9 })).toEqual([
      "geo:53.5421,9.9883?q=kvist",
      "geo:53.55,10?q=near",
    ]);
  });

  it("are all of them where there is no point", async () => {
    await put(
      "geo:53.5421,9.9883?q=Kvist",
      "geo:-33.8,151.2?q=South",
      "https://a.example",
      "urn:isbn:9780306406157",
    );
    expect(await placeKeys(db)).toHaveLength(2);
  });

  it("hold every place within a kilometre, on either side of any line", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.double({ min: -89, max: 89, noNaN: true }),
          fc.integer({ min: -80, max: 80 }),
          fc.constantFrom(0, 0.001, -0.001),
        ),
        fc.double({ min: -0.009, max: 0.009, noNaN: true }),
        async (latitude, difference) => {
          await db.summaries.clear();
          await put(`geo:${(latitude + difference).toFixed(6)},5`);
          expect(await placeKeys(db, { latitude, longitude: 5 })).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
