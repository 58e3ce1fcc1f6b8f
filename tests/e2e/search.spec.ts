import { expect, test, type Locator } from "@playwright/test";
import type { PlaceAnswer, SearchedBrand, SearchPlan } from "../../lib/model/search.ts";
import type { Result } from "../../lib/model/result.ts";
import { Journey } from "../support/journey.ts";
import { html } from "../support/pages.ts";
import { SourceServers } from "../support/source-servers.ts";

// The first proof is the empty world: a fresh profile, the default places, and what they really answer.
test.describe.configure({ mode: "default" });

let journey: Journey;
let places: SourceServers;

test.beforeAll(async () => {
  journey = await Journey.begin();
  places = await SourceServers.start(journey.sites);
});

test.beforeEach(async () => {
  await journey.freshStart();
  await journey.extension.setUp();
});

test.afterEach(() => {
  for (const host of places.hosts) places.restore(host);
  expect(journey.extension.complaints).toEqual([]);
});

test.afterAll(() => journey.end());

const brand: SearchedBrand = {
  brandId: "northwind.example",
  name: "Northwind Shoes",
  domain: "northwind.example",
  forum: "https://forum.northwind.example/",
};
const json = { "content-type": "application/json" };
const hackerNews = "hackernews https://hn.algolia.com";
const mastodon = "mastodon https://mastodon.social";

const plan = async (): Promise<SearchPlan> => {
  const planned = (await journey.extension.command("planSearch", brand)) as Result<SearchPlan>;
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  return planned.value;
};

const search = (chosen: readonly string[], more: object = {}): Promise<unknown> =>
  journey.extension.command("search", { brand, places: chosen, ...more });

const answers = (): Promise<readonly PlaceAnswer[]> => journey.allRows("community", "answers");
const answerOf = async (place: string): Promise<PlaceAnswer | undefined> =>
  (await answers()).find((answer) => answer.place === place);
const isOver = async (): Promise<boolean> => (await answers()).every(({ state }) => state !== "asked");

test("from an unknown brand's page to what is said of it elsewhere, with nothing but presses", async () => {
  const site = {
    "@context": "https://schema.org",
    "@type": "Organization",
    name: "Northwind Shoes",
    url: "https://northwind.example/",
  };
  const head = `<script type="application/ld+json">${JSON.stringify(site)}</script>`;
  const forum = '<footer><a href="https://forum.northwind.example/">Community</a></footer>';
  journey.sites.serve("northwind.example", html({ title: "Northwind Shoes", head, body: forum }));
  const sidebar = await journey.sidebarAbout("https://northwind.example/");
  await sidebar.getByRole("button", { name: "See what is said elsewhere" }).click();
  const list = sidebar.getByRole("group", { name: "Conversations" });
  await expect(list).toContainText("gets “northwind.example”, at lobste.rs");
  await expect(list).toContainText("gets “Northwind Shoes”, at forum.northwind.example");
  await list.getByRole("checkbox", { name: /^Bluesky links/ }).uncheck();
  expect(places.seen).toEqual([]);

  await sidebar.getByRole("button", { name: /^Search \d+ places$/ }).click();
  await expect(sidebar.getByText(/^As of .* from 13 places$/)).toBeVisible();
  expect(places.seen.map(({ host }) => host)).not.toContain("constellation.microcosm.blue");
  // One post on two servers is one story.
  await expect(sidebar.getByText("1 copy elsewhere")).toBeVisible();
  await sidebar.getByRole("button", { name: "Soles come off" }).click();
  await expect(sidebar.getByRole("listitem").filter({ hasText: "Really?" })).toContainText("After a week.");

  await sidebar.getByRole("tab", { name: "Facts" }).click();
  await expect(sidebar.getByRole("link", { name: /Northwind Shoes Recalls Slippers/ })).toBeVisible();
  await expect(sidebar.getByRole("link", { name: "Harbour Group" })).toBeVisible();

  const options = await journey.ownPage("options.html#ledger");
  const ledger = options.locator("bt-ledger");
  await expect(ledger).toContainText("lobste.rs");
  await expect(ledger).toContainText("forum.northwind.example");
});

test("with the keyboard alone: from the first tab stop to a thread, a filter, the records, and a follow", async () => {
  const sidebar = await journey.sidebarAbout(journey.serveBrand("northwind.example", "Northwind Shoes"));
  const { keyboard } = sidebar;
  const tabTo = async (target: Locator): Promise<void> => {
    await expect(async () => {
      await keyboard.press("Tab");
      await expect(target).toBeFocused({ timeout: 50 });
    }).toPass({ intervals: [0] });
  };
  const button = (name: string | RegExp): Locator => sidebar.getByRole("button", { name });

  await tabTo(button("See what is said elsewhere"));
  await keyboard.press("Enter");
  await expect(sidebar.getByRole("heading", { name: "Where to search for Northwind Shoes" })).toBeFocused();
  await tabTo(button(/^Search \d+ places$/));
  await keyboard.press("Enter");
  await expect(sidebar.getByRole("group", { name: "Progress of the search" })).toBeFocused();
  await expect(sidebar.getByText(/^As of .* from \d+ places$/)).toBeVisible();

  const story = button("Are Northwind Shoes worth it?");
  await tabTo(story);
  await keyboard.press("Enter");
  await expect(sidebar.getByRole("heading", { name: "Are Northwind Shoes worth it?" })).toBeFocused();
  await expect(sidebar.getByRole("list", { name: "Comments" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(story).toBeFocused();

  await sidebar.getByRole("searchbox", { name: "Find words" }).focus();
  await keyboard.type("worth it");
  await expect(sidebar.getByRole("list", { name: "Conversations" }).getByRole("article")).toHaveCount(1);

  await sidebar.getByRole("tab", { name: "Talk" }).focus();
  await keyboard.press("ArrowRight");
  await expect(sidebar.getByRole("tab", { name: "Facts" })).toBeFocused();
  await tabTo(sidebar.getByRole("link", { name: /Recalls Slippers/ }));

  const menu = button("More about Northwind Shoes");
  await menu.focus();
  await keyboard.press("ArrowDown");
  await expect(sidebar.getByRole("menuitem", { name: "Follow" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(sidebar.getByText("Following", { exact: true })).toBeVisible();
  await expect(menu).toBeFocused();
});

test("knowing where one could search asks nobody", async () => {
  expect((await plan()).places.length).toBeGreaterThan(12);
  expect(places.seen).toEqual([]);
});

test("every place that fits answers, and all that is kept is about the brand", async () => {
  const { places: all } = await plan();
  await search(all.map(({ id }) => id));
  await expect.poll(isOver).toBe(true);
  const found = await answers();
  expect(found.filter(({ state }) => state !== "answered")).toEqual([]);
  expect(found.map(({ place }) => place).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  // The vehicle makers' records know no shoes.
  const silent = found.filter(({ threads, facts }) => threads.length + facts.length === 0);
  expect(silent.map(({ source }) => source)).toEqual(["nhtsa"]);
  expect(found.flatMap(({ threads }) => threads.map(({ title }) => title))).not.toContain("Only the weather");
});

test("each is sent the name or the domain, and nothing that tells who asks", async () => {
  const { places: all } = await plan();
  await search(all.map(({ id }) => id));
  await expect.poll(isOver).toBe(true);
  const firstOf = new Map(places.seen.toReversed().map((request) => [request.host, request]));
  // What follows asks for ids out of the first answer.
  for (const { path, body, host } of firstOf.values()) {
    const asked = path.includes("/xrpc/app.bsky.feed.getPosts") ? "northwind" : path + body;
    expect(decodeURIComponent(asked).toLowerCase(), host).toContain("northwind");
  }
  for (const { path, body, headers, host } of places.seen) {
    expect(decodeURIComponent(path + body)).not.toContain("forum.northwind");
    for (const name of ["cookie", "origin", "referer"])
      expect(headers[name], `${host} ${name}`).toBeUndefined();
    expect(JSON.stringify(headers)).not.toContain(journey.extension.id);
  }
  const ledger = await journey.allRows<{ host: string; purpose: string; cause: string }>(
    "personal",
    "ledger",
  );
  expect(new Set(ledger.map(({ host }) => host))).toEqual(new Set(places.seen.map(({ host }) => host)));
  for (const row of ledger) expect(row).toMatchObject({ purpose: "search", cause: "person" });
});

test("places that are not chosen are not asked", async () => {
  await search([hackerNews]);
  await expect.poll(isOver).toBe(true);
  expect(new Set(places.seen.map(({ host }) => host))).toEqual(new Set(["hn.algolia.com"]));
  expect(await journey.extension.stored("local")).toMatchObject({ searchHosts: ["hn.algolia.com"] });
});

test("one that is slow or fails costs the others nothing, and says why", async () => {
  const held = Promise.withResolvers<void>();
  places.instead("hn.algolia.com", async () => {
    await held.promise;
    return { headers: json, body: '{"hits":[]}' };
  });
  places.instead("mastodon.social", () => ({ status: 429, headers: { "retry-after": "600" }, body: "" }));
  places.instead("lobste.rs", () => ({ headers: json, body: "<html>sorry" }));
  const lobsters = "lobsters https://lobste.rs";
  const lemmy = "lemmy https://lemmy.world";
  await search([hackerNews, mastodon, lobsters, lemmy]);
  await expect.poll(async () => (await answerOf(lemmy))?.state).toBe("answered");
  await expect.poll(() => answerOf(mastodon)).toMatchObject({ problem: { code: "rate-limited" } });
  await expect.poll(() => answerOf(lobsters)).toMatchObject({ problem: { code: "bad-shape" } });
  expect(await answerOf(hackerNews)).toMatchObject({ state: "asked" });
  held.resolve();
  await expect.poll(() => answerOf(hackerNews)).toMatchObject({ state: "answered", threads: [] });

  // A server that asked for a pause gets it, also from a press.
  const before = places.seen.length;
  places.restore("mastodon.social");
  await search([mastodon]);
  await expect.poll(() => answerOf(mastodon)).toMatchObject({ problem: { code: "rate-limited" } });
  expect(places.seen).toHaveLength(before);
});

test("a server with a fault is tried once more", async () => {
  let asked = 0;
  places.instead("hn.algolia.com", () =>
    (asked += 1) === 1 ? { status: 503, body: "" } : { headers: json, body: '{"hits":[]}' },
  );
  await search([hackerNews]);
  await expect.poll(() => answerOf(hackerNews)).toMatchObject({ state: "answered" });
  expect(asked).toBe(2);
});

test("when the person moves on, what is under way ends and what was there stays", async () => {
  await search([mastodon]);
  await expect.poll(isOver).toBe(true);
  const before = await answerOf(mastodon);
  for (const host of ["hn.algolia.com", "mastodon.social"])
    places.instead(host, () => new Promise(() => undefined));
  await search([hackerNews, mastodon], { anew: true });
  await expect.poll(() => places.seen.filter(({ host }) => host === "hn.algolia.com").length).toBe(1);
  await journey.extension.command("stopSearch", brand.brandId);
  expect(await answerOf(hackerNews)).toBeUndefined();
  expect(await answerOf(mastodon)).toMatchObject({ state: "answered", at: before?.at });
});

test("a worker that dies in the middle says so afterwards, and can be asked again", async () => {
  places.instead("hn.algolia.com", () => new Promise(() => undefined));
  await search([hackerNews]);
  await expect.poll(() => places.seen.length).toBe(1);
  await journey.killWorker();
  expect(await answerOf(hackerNews)).toMatchObject({ state: "asked" });
  await plan();
  expect(await answerOf(hackerNews)).toMatchObject({
    state: "failed",
    problem: { code: "timeout", params: { reason: "interrupted" } },
  });
  places.restore("hn.algolia.com");
  await search([hackerNews]);
  await expect.poll(() => answerOf(hackerNews)).toMatchObject({ state: "answered" });
});

test("offline nothing is sent, and what is there stays", async () => {
  await search([hackerNews]);
  await expect.poll(isOver).toBe(true);
  const { threads } = (await answerOf(hackerNews))!;
  await journey.context.setOffline(true);
  const before = places.seen.length;
  await search([hackerNews], { anew: true });
  await expect
    .poll(() => answerOf(hackerNews))
    .toMatchObject({ state: "failed", problem: { code: "offline" } });
  expect((await answerOf(hackerNews))?.threads).toEqual(threads);
  expect(places.seen).toHaveLength(before);
});

test("a consent that was taken back holds: a thread from there is not fetched", async () => {
  await search([hackerNews]);
  await expect.poll(isOver).toBe(true);
  const [thread] = (await answerOf(hackerNews))!.threads;
  await journey.extension.store("local", { searchHosts: [] });
  const before = places.seen.length;
  const read = { brandId: brand.brandId, thread };
  expect(await journey.extension.command("readThread", read)).toMatchObject({
    error: { code: "refused", params: { reason: "consent" } },
  });
  expect(places.seen).toHaveLength(before);
});

test("forgetting takes away what was searched for", async () => {
  await search([hackerNews]);
  await expect.poll(isOver).toBe(true);
  await journey.extension.command("forget", { site: "other.example" });
  expect(await answers()).toHaveLength(1);
  await journey.extension.command("forget", { site: "northwind.example" });
  expect(await answers()).toEqual([]);
  await search([hackerNews]);
  await expect.poll(isOver).toBe(true);
  await journey.extension.command("forget", { lastHour: true });
  expect(await answers()).toEqual([]);
});
