import { expect, test } from "@playwright/test";
import { bucketOf } from "../../lib/model/bucket.ts";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { reviewPayload, signToken } from "../../lib/reviews/sign.ts";
import type { FeedBrand, FeedDailyExtras } from "../../lib/schema/feed-daily.ts";
import { FeedHead, wholeFeed } from "../../lib/schema/feed.ts";
import { HubHost } from "../support/hub-host.ts";
import { Journey } from "../support/journey.ts";
import type { Reply, SeenRequest } from "../support/site-server.ts";

test.describe.configure({ mode: "default" });

const brandId = "northwind.example";
const opinion = "The soles came off after two months.";
/** For the daily file of one brand, not of two. */
const dailyBytes = 1000;

function recalls(name: string): FeedBrand {
  const at = Math.floor(Date.now() / 1000) - 30 * 86_400;
  const facts = ["boots", "socks"].map((what) => ({
    property: "recall",
    value: `${name} recalls ${what}`,
    sourceId: "cpsc",
    sourceUrl: `https://recalls.example/${name}/${what}`,
    products: [`${what} ${"of every size ".repeat(8)}`],
    at,
  }));
  return { facts, threads: { hackernews: 4 } };
}

let journey: Journey;
let hub: HubHost;

test.beforeAll(async () => {
  journey = await Journey.begin();
  const key = await generateSigningKey();
  const issuedAt = Math.floor(Date.now() / 1000) - 86_400;
  const payload = reviewPayload({ subject: `https://${brandId}`, stars: 2, opinion, issuedAt });
  const extras: FeedDailyExtras = {
    brands: { "acme.example": recalls("Acme"), [brandId]: recalls("Northwind") },
  };
  hub = await HubHost.start(
    journey.sites,
    "hub.example",
    [(await signToken(payload, key)).jwt],
    { version: async () => 0, read: async () => extras },
    { dailyBytes, hasTextBuckets: true, copiedUpTo: { ...wholeFeed, count: 0 } },
  );
});

test.afterAll(async () => {
  await journey?.end();
  await hub?.hub.close();
});

const path = ({ path: whole }: SeenRequest): string => whole.replace("/v1/feed/", "");
const fetched = (): string[] => hub.requests.map(path);

/** The head of a feed that is too large to be copied: as this one, with more statements than there are. */
async function largeHead(request: SeenRequest): Promise<Reply | undefined> {
  if (path(request) !== "head.json") return undefined;
  const head = FeedHead.parse(await (await fetch(`${hub.hub.url}${request.path}`)).json());
  const body = JSON.stringify({ ...head, count: wholeFeed.count + 1 });
  return { headers: { "content-type": "application/json" }, body };
}

test("what no file for everybody has room for is asked for by one press, and nothing of it before", async () => {
  hub.interfere = largeHead;
  await journey.extension.setUp([], [`${hub.url}/v1/feed`]);
  const daily = (): Promise<readonly { readonly brandId: string }[]> =>
    journey.allRows("community", "dailyBrands");
  await expect.poll(daily).toMatchObject([{ brandId: "acme.example" }]);
  await expect
    .poll(() => journey.allRows("community", "syncState"))
    .toMatchObject([{ buckets: "texts", problem: { params: { reason: "feed-too-large" } } }]);

  const home = await journey.visit(journey.serveBrand(brandId, "Northwind"));
  const sidebar = await journey.sidebarFor(home);
  await sidebar.getByRole("tab", { name: "Talk" }).click();
  await expect(sidebar.getByRole("button", { name: "Look in the rest of the feed" })).toBeVisible();
  await sidebar.getByRole("tab", { name: "Facts" }).click();
  const look = sidebar.getByRole("button", { name: "Look in the rest of the feed" });
  const group = await bucketOf(brandId);
  await expect(look).toHaveAccessibleDescription(
    `Asks hub.example for group ${group} of 256, which holds this and many other brands; nothing else is sent.`,
  );
  expect(fetched().filter((file) => file.startsWith("buckets/"))).toEqual([]);

  const before = fetched().length;
  hub.interfere = async (request) =>
    path(request).startsWith(`buckets/${group}-`) ? { status: 404, body: "" } : largeHead(request);
  await look.click();
  await expect(sidebar.getByRole("alert")).toBeVisible();
  expect(await journey.rows("community", "bucketBrands")).toBe(0);
  hub.interfere = largeHead;
  await sidebar.getByRole("button", { name: "Try again" }).click();
  await expect(sidebar.getByRole("link", { name: "Northwind recalls boots" })).toBeVisible();
  await expect(sidebar.getByText(`Read from group ${group} of the feed`)).toBeVisible();
  await expect(look).toBeHidden();
  const asked = [
    "head.json",
    expect.stringMatching(/^buckets\/index-[0-9a-f]{16}\.json$/),
    expect.stringMatching(new RegExp(`^buckets/${group}-[0-9a-f]{16}\\.json$`)),
  ];
  expect(fetched().slice(before)).toEqual([...asked, ...asked]);
  for (const { headers } of hub.requests.slice(before)) {
    expect(JSON.stringify(headers).toLowerCase()).not.toContain("northwind");
    expect(headers).not.toHaveProperty("origin");
    expect(headers).not.toHaveProperty("referer");
  }

  await sidebar.getByRole("tab", { name: "Talk" }).click();
  await expect(sidebar.getByText("In the feed: 4 on Hacker News.")).toBeVisible();
  await sidebar.getByRole("tab", { name: "Reviews" }).click();
  await expect(sidebar.getByText(opinion)).toBeVisible();
  // A recall that a press brought is for whoever pressed: pages must not see that somebody did.
  expect(await daily()).toMatchObject([{ brandId: "acme.example" }]);
  expect((await journey.extension.toolbar(home)).text).not.toBe("!");

  const heads = fetched().length;
  await journey.timePasses("sync");
  await expect.poll(() => fetched().slice(heads)).toEqual(["head.json"]);
  await sidebar.getByRole("tab", { name: "Facts" }).click();
  await expect(sidebar.getByRole("link", { name: "Northwind recalls boots" })).toBeVisible();
  expect(await journey.rows("community", "bucketBrands")).toBe(1);

  await journey.extension.store("local", { feeds: [] });
  await expect.poll(() => journey.rows("community", "bucketBrands")).toBe(0);
  expect(journey.extension.complaints).toEqual([]);
});
