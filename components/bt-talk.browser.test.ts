import { background, commands, fakeBrowser, useLanguage } from "./testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "./bt-talk.ts";
import type { AnswerRow } from "../lib/db/answers.ts";
import type { SourceInfo } from "../lib/model/search.ts";
import { ok, problem } from "../lib/model/result.ts";
import { feeds, searchChoices } from "../lib/settings.ts";
import { databases } from "./databases.ts";
import { syncedFeed } from "./testing/feed.ts";
import {
  deepAll,
  deepText,
  emptyDatabases,
  expectAccessible,
  expectReflow,
  find,
  picture,
  until,
  useTheme,
} from "./testing/mount.ts";
import { answerOf, dailyRow, someAnswers, somePlan, talkThread } from "./testing/talk.ts";
import { press, putAnswers, showTalk, storyTitles } from "./testing/talk-page.ts";

async function both(name: string, height = 900, width = 380): Promise<void> {
  useTheme("light");
  await picture(`talk-${name}-light`, width, height);
  useTheme("dark");
  await picture(`talk-${name}-dark`, width, height);
}

/** Fourteen threads, a minute between each and the one before. */
const many = (source: string, from: number): AnswerRow["threads"] =>
  Array.from({ length: 14 }, (_, index) =>
    talkThread(source, `${from + index}`, { publishedAt: Date.now() - (from + index) * 60_000, replies: 9 }),
  );
const source = (id: string, name: string): SourceInfo => ({
  id,
  name,
  kind: "conversations",
  licence: "CC0",
  attribution: "Algolia",
  origins: [],
  isFederated: false,
});
const sent = (name: string): unknown => commands.find((one) => one.name === name)?.data;

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  background.planSearch = async () => ok(somePlan);
  background.search = async () => ok(undefined);
  background.searchMore = async () => ok(undefined);
  background.readThread = async () => ok(undefined);
  background.listSources = async () =>
    ok([source("hackernews", "Hacker News"), source("lobsters", "Lobsters")]);
  await emptyDatabases();
});

afterEach(() => useLanguage("en", "ltr"));

describe("before any search", () => {
  it("offers one button and asks nobody", async () => {
    showTalk();
    await until(() => find("h2", "What is said about Northwind Shoes elsewhere"));
    expect(deepAll("button").map((button) => deepText(button).trim())).toEqual(["Search"]);
    expect(commands.filter(({ name }) => name !== "listSources")).toEqual([]);
    await both("empty", 400);
    await expectAccessible();
  });

  it("shows what the daily file tells, with links to the originals", async () => {
    await databases().community.dailyBrands.bulkPut([
      dailyRow(),
      dailyRow({ feed: "https://other.example", threads: { lobsters: 2 }, titles: [] }),
    ]);
    showTalk();
    await until(() => find("p", "In the daily file: 41 on Hacker News and 3 on Lobsters."));
    const link = await until(() => find<HTMLAnchorElement>("a", "Northwind opens its repair manuals"));
    expect(link.rel).toContain("noreferrer");
    expect(link.href).toBe("https://news.ycombinator.com/item?id=5");
    await both("daily", 520);
    await expectAccessible();
  });

  it("offers the rest of a feed, and shows what it brings beside the daily file", async () => {
    const { community } = databases();
    await feeds.setValue(["https://feed.example"]);
    await community.syncState.put(syncedFeed("https://feed.example", "texts"));
    await community.dailyBrands.put(dailyRow({ threads: { hackernews: 41 }, titles: [] }));
    showTalk();
    await until(() => find("button", "Look in the rest of the feed"), "the offer");
    await until(() => find("p", "In the daily file: 41 on Hacker News."));
    await community.bucketBrands.put({ ...dailyRow({ threads: { lobsters: 3 } }), readAt: Date.now() });
    await until(() => find("p", "In the feed: 41 on Hacker News and 3 on Lobsters."));
    expect(find("p", "which you asked for")).toBeDefined();
    expect(find("p", "Read from group")).toBeDefined();
    await both("rest", 520);
    await expectAccessible();
  });

  it.each([{ readonly: true }, { isPrivate: true }])(
    "offers no rest of a feed where nothing is asked: %o",
    async (where) => {
      await feeds.setValue(["https://feed.example"]);
      await databases().community.syncState.put(syncedFeed("https://feed.example", "texts"));
      await databases().community.bucketBrands.put({ ...dailyRow(), readAt: 0 });
      showTalk(where);
      await until(() => find("p", "Read from group"), "what is here");
      expect(find("button", "Look in the rest")).toBeUndefined();
    },
  );

  it("marks a daily file of the sample world", async () => {
    await databases().community.dailyBrands.put(dailyRow({ isSample: true }));
    showTalk();
    await until(() => find(".tag.sample", "Sample"));
  });
});

describe("the list of places", () => {
  it("says what each gets, and where; what is unticked is not asked, stays so, and nothing else is remembered", async () => {
    showTalk();
    await press("Search");
    await until(() => find("h2:focus", "Where to search for Northwind Shoes"), "the heading with the focus");
    expect(sent("planSearch")).toEqual({
      brandId: "northwind.example",
      name: "Northwind Shoes",
      domain: "northwind.example",
    });
    const text = deepText(document.body);
    expect(text).toContain("gets “northwind.example”, at hn.algolia.com");
    expect(text).toContain("gets “Northwind Shoes”, at www.saferproducts.gov");
    await both("plan", 760);
    await picture("talk-plan-320", 320, 760);
    expectReflow();
    await expectAccessible();
    const lemmy = await until(() => find<HTMLLabelElement>("label", "Lemmy"));
    lemmy.click();
    await press("Search 3 places");
    const asked = await until(() => sent("search"));
    expect(asked).toEqual({
      brand: { brandId: "northwind.example", name: "Northwind Shoes", domain: "northwind.example" },
      places: [
        "hackernews https://news.ycombinator.com",
        "cpsc https://cpsc.example",
        "wikidata https://wikidata.example",
      ],
      anew: false,
    });
    await until(async () => Object.keys(await searchChoices.getValue()).length > 0, "the remembered ticks");
    expect(await searchChoices.getValue()).toEqual({ "lemmy https://lemmy.world": false });
  });

  it("asks nobody where nothing is ticked, and closes on Cancel with the focus where it was", async () => {
    showTalk();
    await press("Search");
    await press("Tick all");
    await press("Untick all");
    await press("Tick at least one place");
    expect(sent("search")).toBeUndefined();
    await press("Cancel");
    await until(() => find("button:focus", "Search"), "the focus on Search");
  });

  it("opens closed places' own search in a tab", async () => {
    showTalk();
    await press("Search");
    const link = await until(() => find<HTMLAnchorElement>("a", "Search on Reddit"));
    expect([link.target, link.rel]).toEqual(["_blank", "noopener noreferrer nofollow ugc"]);
  });

  it("says why there is no list, and tries again", async () => {
    background.planSearch = async () => problem("bug");
    showTalk();
    await press("Search");
    await until(() => find("[role=alert]", "Something went wrong"));
    background.planSearch = async () => ok({ places: [], links: [] });
    await press("Try again");
    await until(() => find("p", "No place that can be searched fits Northwind Shoes."));
    await expectAccessible();
  });
});

it("keeps the focus from the press to the first answers, and shows whose words they are", async () => {
  showTalk();
  await press("Search");
  await press("Search 4 places");
  await until(() => find(".progress:focus", "Asking…"), "the focus");
  await putAnswers(...someAnswers());
  await until(() => find(".progress:focus", "from 4 places"), "the focus on the progress");
  await until(() => find("p", "From Algolia (CC0) and Algolia (CC0)."));
});

describe("while places answer", () => {
  it("shows what has come, who is still asked, and who failed; one press asks that one again", async () => {
    const [hackernews, lemmy] = someAnswers();
    await putAnswers(
      { ...hackernews!, at: Date.now() },
      { ...lemmy!, threads: [], state: "asked", at: Date.now() },
      answerOf("mastodon", "Mastodon (mastodon.social)", {
        state: "failed",
        problem: { code: "rate-limited", params: { waitMs: 45_000 } },
      }),
      answerOf("lobsters", "Lobsters", { state: "failed", problem: { code: "timeout" } }),
      answerOf("cpsc", "CPSC recalls", {
        facts: [{ key: "cpsc:1", source: "cpsc", kind: "recall", title: "R", url: "https://c.example" }],
      }),
      answerOf("hypothesis", "Hypothesis"),
    );
    showTalk();
    // What has come is not pushed away by the list of places.
    const toggle = await until(() => find("button", "5 of 6 places have answered 2 did not answer"));
    expect(toggle.getAttribute("aria-expanded")).toBe("false");
    toggle.click();
    await until(() => find("bt-talk-progress", "Lobsters"));
    const lines = deepAll("bt-talk-progress")
      .flatMap((progress) => deepAll("li", progress.shadowRoot!))
      .map((line) => deepText(line).trim());
    expect(lines.join(" | ")).toMatch(
      /CPSC recalls 1 record .*Hacker News 2 conversations .*Hypothesis nothing .*Lemmy \(lemmy\.world\) asked… .*Lobsters The server did not answer in time\. .*try again in 45 s/,
    );
    expect(storyTitles()[0]).toContain("Northwind's soles come off");
    await both("under-way", 900);
    await expectAccessible();
    await press("Try again: Lobsters");
    expect(await until(() => sent("search"))).toMatchObject({ places: ["lobsters https://lobste.rs"] });
  });

  it("announces what has come, once for each look", async () => {
    const heard: string[] = [];
    const talk = showTalk();
    talk.addEventListener("bt-announce", (event) => heard.push(event.detail));
    await putAnswers(
      answerOf("lemmy", "Lemmy", { state: "asked", at: Date.now() }),
      answerOf("lobsters", "Lobsters", { state: "asked", at: Date.now() }),
    );
    await until(() => find("bt-talk-progress", "0 of 2"));
    await putAnswers(answerOf("lemmy", "Lemmy", { threads: [talkThread("lemmy", "1")] }));
    await until(() => heard.length > 0, "the announcement");
    expect(heard).toEqual(["1 of 2 places have answered. Conversations found: 1."]);
  });

  it("waits for nobody whose worker is gone", async () => {
    await putAnswers(answerOf("lemmy", "Lemmy", { state: "asked", at: Date.now() - 600_000 }));
    showTalk();
    await until(() => find("bt-talk-progress", "No answer."));
    expect(find("progress")).toBeUndefined();
    await until(() => find("button", "Try again: Lemmy"));
  });

  it("says why a search did not begin", async () => {
    background.search = async () => problem("quota");
    showTalk();
    await press("Search");
    await press("Search 4 places");
    await until(() => find("[role=alert]", "out of space"));
  });
});

describe("what was found", () => {
  beforeEach(() => putAnswers(...someAnswers()));

  it("is there at once, merged, newest first, with its age; advertising stands below with the reason", async () => {
    showTalk();
    await until(() => find("bt-talk-progress", "As of 3 hours ago, from 4 places"));
    await until(() => storyTitles().length > 0);
    expect(storyTitles()).toHaveLength(3);
    expect(storyTitles()[0]).toContain("Three winters with the same pair");
    const story = await until(() => find("article", "soles come off"));
    expect(deepText(story)).toMatch(
      /Hacker News 123 replies 245 points .*Lemmy \(lemmy\.world\) schuhe 9 replies .*Lobsters 3 replies/,
    );
    await both("stories", 1000);
    await picture("talk-stories-320", 320, 1000);
    expectReflow();
    await expectAccessible();
    await press("1 that looks like advertising");
    await until(() => find("article", "Its title is made of search words."));
    await expectAccessible();
  });

  it("is sorted and filtered by place, time, language and words", async () => {
    showTalk();
    const order = await until(() => deepAll<HTMLSelectElement>("select")[0]);
    order.value = "discussed";
    order.dispatchEvent(new Event("change"));
    await until(() => storyTitles()[0]?.includes("soles come off"), "the most discussed first");
    await press("Filters");
    await press("Mastodon (mastodon.social)");
    await until(() => storyTitles().length === 1 && storyTitles()[0]?.includes("Three winters"), "one place");
    await press("Clear filters");
    const [, time, language] = await until(() =>
      deepAll("select").length === 3 ? deepAll<HTMLSelectElement>("select") : undefined,
    );
    time!.value = "week";
    time!.dispatchEvent(new Event("change"));
    await until(() => storyTitles().length === 2, "the last week");
    language!.value = "de";
    language!.dispatchEvent(new Event("change"));
    await until(
      () => storyTitles().length === 1 && storyTitles()[0]?.includes("soles"),
      "what is told in German, too",
    );
    await both("filtered", 500);
    await expectAccessible();
    const field = await until(() => deepAll<HTMLInputElement>("input[type=search]")[0]);
    field.value = "nobody said this";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await until(() => find("p", "No conversation fits."));
    (await until(() => find(".end button", "Clear filters"))).click();
    await until(() => storyTitles().length === 3, "all again");
  });

  it("fetches older ones from the places that have some, and says from which", async () => {
    showTalk();
    await until(() => find("p", "Asks once more, with the same words: Hacker News."));
    await press("Older");
    expect(await until(() => sent("searchMore"))).toMatchObject({
      place: "hackernews https://news.ycombinator.com",
    });
  });

  it("asks nobody inside a page or in a private window", async () => {
    for (const changes of [{ readonly: true }, { isPrivate: true }]) {
      showTalk(changes);
      await until(() => storyTitles().length === 3);
      expect(find("button", "Search again")).toBeUndefined();
      expect(find("button", "Older")).toBeUndefined();
    }
    await picture("talk-readonly", 380, 700);
    await expectAccessible();
    expect(commands.filter(({ name }) => name !== "listSources")).toEqual([]);
  });

  it("stays readable offline, and says that nothing can be asked", async () => {
    Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
    try {
      showTalk();
      await until(() => storyTitles().length === 3);
      await until(() => find("p", "Offline: nothing can be asked now."));
      expect(find<HTMLButtonElement>("button", "Search again")?.disabled).toBe(true);
      await picture("talk-offline", 380, 500);
      await expectAccessible();
    } finally {
      Reflect.deleteProperty(navigator, "onLine");
    }
  });

  it("stands from right to left", async () => {
    useLanguage("he", "rtl");
    showTalk();
    await until(() => storyTitles().length === 3);
    await both("rtl", 900);
    expectReflow();
    await expectAccessible();
  });
});

it("keeps what is being read, and the focus, where they are when answers arrive", async () => {
  await putAnswers(
    answerOf("lemmy", "Lemmy", { threads: many("lemmy", 100) }),
    answerOf("hackernews", "Hacker News", { state: "asked", at: Date.now() }),
  );
  showTalk();
  await picture("talk-arriving", 380, 600);
  const read = await until(() => find(".title", "Thread 108"));
  read.scrollIntoView({ block: "center" });
  read.focus({ preventScroll: true });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const before = read.getBoundingClientRect().top;
  await putAnswers(answerOf("hackernews", "Hacker News", { threads: many("hackernews", 0) }));
  await until(() => find(".title", "Thread 3"), "newer ones above");
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  expect(find(".title:focus", "Thread 108")).toBe(read);
  expect(Math.abs(read.getBoundingClientRect().top - before)).toBeLessThanOrEqual(2);
});

it("says so where nobody talks", async () => {
  await putAnswers(answerOf("lemmy", "Lemmy"), answerOf("lobsters", "Lobsters"));
  showTalk();
  await until(() => find("p", "Nobody seems to talk about Northwind Shoes at these places."));
  await both("nothing", 400);
  await expectAccessible();
});
