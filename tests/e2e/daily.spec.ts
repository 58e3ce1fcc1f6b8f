import { expect, test } from "@playwright/test";
import { sampleDaily } from "../../scripts/sample-world/daily.ts";
import type { FeedDailyExtras } from "../../lib/schema/feed-daily.ts";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";

test.describe.configure({ mode: "default" });

let journey: Journey;
let hub: HubHost;
let extras: FeedDailyExtras;
let version = 0;

test.beforeAll(async () => {
  extras = await sampleDaily("1");
  journey = await Journey.begin();
  const daily = { version: async () => version, read: async () => extras };
  hub = await HubHost.start(journey.sites, "hub.example", [], daily);
});

test.afterAll(async () => {
  await journey?.end();
  await hub?.hub.close();
});

const feed = (): string => `${hub.url}/v1/feed`;
const fetched = (): string[] => hub.requests.map(({ path }) => path.replace("/v1/feed/", ""));

test("a feed's daily file is in the local copy, is brought up to date by its difference, and goes with the feed", async () => {
  const brands = Object.keys(extras.brands ?? {}).length;
  const rows = (): Promise<number> => journey.rows("community", "dailyBrands");
  await journey.extension.setUp([], [feed()]);
  await expect.poll(rows).toBe(brands);

  const before = fetched().length;
  const { "vesper.example": _gone, ...others } = extras.brands ?? {};
  extras = { ...extras, brands: others };
  version += 1;
  await journey.timePasses("sync");
  await expect.poll(rows).toBe(brands - 1);
  expect(fetched().slice(before)).toEqual([
    "head.json",
    expect.stringMatching(/^deltas\/[0-9-]+[0-9a-f]{16}\.json$/),
  ]);

  await journey.extension.store("local", { feeds: [] });
  await expect.poll(rows).toBe(0);
  expect(journey.extension.complaints).toEqual([]);
});
