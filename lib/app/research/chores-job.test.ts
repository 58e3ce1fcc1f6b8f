import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aCollection, anItem, keepItems, sampleNoon } from "../../../components/testing/research.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import { beginDeletion } from "../../research/privacy/delete-collection.ts";
import { beginErasure } from "../../research/privacy/erase-person.ts";
import { choresJob } from "./chores-job.ts";

let db: ResearchDatabase;
let databases = 0;
beforeEach(() => (db = openResearch(`chores-job-${databases++}`)));
afterEach(() => db.delete());

it("sleeps while there is nothing to do", async () => {
  expect(await choresJob(db, () => 7).nextRunAt()).toBeUndefined();
});

it("ends what pages that were closed had begun", async () => {
  await db.collections.bulkAdd([await aCollection(), await aCollection({ id: "other" })]);
  await keepItems(db, [anItem(0), anItem(1, { collection: "other", author: "p-000000000000" })]);
  await beginDeletion(db, "returns-study", sampleNoon);
  await beginErasure(db, "other", ["p-000000000000"], sampleNoon);
  const job = choresJob(db, () => 7);
  expect(await job.nextRunAt()).toBe(7);
  await job.run();
  expect(await db.items.count()).toBe(0);
  expect(await job.nextRunAt()).toBeUndefined();
});
