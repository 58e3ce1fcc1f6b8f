import { describe, expect, it, vi } from "vitest";
import type { BrandEntry } from "../brands/directory.ts";
import type { Mention } from "../model/mention.ts";
import type { PostBatch, SeenPost } from "../model/seen-post.ts";
import type { SidebarFocus } from "../model/sidebar-focus.ts";
import type { BrandSubject } from "../model/subject.ts";
import type { TabState } from "../model/tab-state.ts";
import { createPostReports, type PostReportDependencies } from "./post-reports.ts";

vi.mock("../i18n.ts", () => import("../../tests/support/keys-as-texts.ts"));

const url = "https://social.example/home";
const sender = { tabId: 7, url, isPrivate: false, isTop: true };

const entry = (name: string): BrandEntry => ({
  id: `${name.toLowerCase()}.example`,
  name,
  aliases: [],
  domains: [`${name.toLowerCase()}.example`],
  sharedDomains: [],
  handles: {},
});
const brands = ["Northwind", "Kite", "Solvang", "Tessera", "Small"].map(entry);

/** Every brand whose name the text holds, as sure as the text says (`Northwind!` is surer). */
const mentionsIn = (post: SeenPost): Promise<readonly Mention[]> =>
  Promise.resolve(
    brands.flatMap(({ id, name }) => {
      const start = post.text.indexOf(name);
      if (start < 0) return [];
      const confidence = post.text.includes(`${name}?`) ? 0.5 : 0.95;
      return [
        { brandId: id, name, confidence, reasons: ["name"], span: { start, end: start + name.length } },
      ];
    }),
  );

const tab: TabState = {
  tabId: 7,
  url,
  title: "Home",
  kind: "other",
  resolution: {},
  claimedRatings: [],
  figure: { kind: "none" },
  posts: { sites: ["mastodon", "duckduckgo"] },
  readAt: 0,
};

function world(changes: Partial<PostReportDependencies> = {}) {
  const focuses: SidebarFocus[] = [];
  const figuresOf = vi.fn<PostReportDependencies["figuresOf"]>(async (groups) =>
    groups.map(({ brandId }) =>
      brandId?.includes("small") ? { kind: "count", count: 4 } : { kind: "score", score: 3.4, count: 128 },
    ),
  );
  const keepCheck = vi.fn<PostReportDependencies["keepCheck"]>(() => Promise.resolve());
  const reports = createPostReports({
    states: {
      get: (tabId) => Promise.resolve(tabId === 7 ? tab : undefined),
      saveFocus: (focus) => Promise.resolve(void focuses.push(focus)),
    },
    chipSites: ({ posts }) => Promise.resolve(posts?.sites ?? []),
    recordedSites: () => Promise.resolve(undefined),
    keep: () => Promise.reject(new Error("nothing is recorded")),
    kindOf: (id) => (id === "duckduckgo" ? "search" : "posts"),
    isOnSite: (id, address) => address.includes(`${id}.example`),
    mentionsIn,
    directory: () =>
      Promise.resolve({
        byName: () => Promise.resolve([]),
        matchHost: (host) => {
          const found = brands.find(({ id }) => host === id || host.endsWith(`.${id}`));
          return Promise.resolve(found && { entry: found, how: "domain" as const, domain: found.id });
        },
      }),
    figuresOf,
    keepCheck,
    now: () => 1000,
    ...changes,
  });
  const namesOf = async (...texts: readonly string[]): Promise<readonly string[][]> => {
    const batch: PostBatch = { site: "mastodon", url, posts: texts.map((text) => ({ text, links: [] })) };
    return (await reports.report(batch, sender)).map((chips) => chips.map(({ name }) => name));
  };
  return { focuses, keepCheck, namesOf, reports, figuresOf };
}

describe("the chips of a batch of posts", () => {
  it("are one for each brand that a post names for sure, in the order of the text", async () => {
    const { namesOf } = world();
    expect(
      await namesOf("Kite before Northwind, and Kite again", "a train", "Northwind? Or the north wind?"),
    ).toEqual([["Kite", "Northwind"], [], []]);
  });

  it("say its score, and in their name what a press does", async () => {
    const { reports } = world();
    const posts = [{ text: "Kite", links: [] }];
    expect(await reports.report({ site: "mastodon", url, posts }, sender)).toEqual([
      [{ brandId: "kite.example", name: "Kite", text: "3.4", label: "chip_label|Kite|3.4|128" }],
    ]);
  });

  it("say nothing of a brand with fewer than five voices", async () => {
    expect(await world().namesOf("Small is beautiful")).toEqual([[]]);
  });

  it("are three at most", async () => {
    const [names] = await world().namesOf("Tessera Solvang Kite Northwind");
    expect(names).toEqual(["Tessera", "Solvang", "Kite"]);
  });

  it("cost one read of the database, however many posts", async () => {
    const { namesOf, figuresOf } = world();
    await namesOf("Kite", "Northwind", "Kite and Solvang", "nothing");
    expect(figuresOf).toHaveBeenCalledTimes(1);
    await namesOf("nothing at all");
    expect(figuresOf).toHaveBeenCalledTimes(1);
  });

  it("beside results of a search engine come from where they lead to alone", async () => {
    const { reports } = world();
    const posts = ["https://www.kite.example/shoes", "https://nobody.example/", "not an address"].map(
      (link) => ({ text: "Northwind", links: [link] }),
    );
    const chips = await reports.report({ site: "duckduckgo", url, posts }, sender);
    expect(chips.map((some) => some.map(({ brandId }) => brandId))).toEqual([["kite.example"], [], []]);
  });
});

describe("who may report", () => {
  const batch: PostBatch = { site: "mastodon", url, posts: [{ text: "Kite", links: [] }] };

  it("not a page that speaks for another, or for a platform that has no chips there", async () => {
    const { reports } = world();
    expect(await reports.report({ ...batch, site: "x" }, sender)).toEqual([]);
    expect(await reports.report({ ...batch, url: "https://other.example/" }, sender)).toEqual([]);
    expect(await reports.report(batch, { ...sender, url: "https://other.example/" })).toEqual([]);
    expect(await reports.report(batch, { ...sender, tabId: 8 })).toEqual([]);
    expect(await reports.report("rubbish", sender)).toEqual([]);
  });

  it("a frame of the platform itself, and no other frame", async () => {
    const { reports } = world();
    const frame = { ...sender, isTop: false, url: "https://mastodon.example/embed" };
    expect(await reports.report({ ...batch, url: frame.url }, frame)).toHaveLength(1);
    expect(await reports.sitesFor(frame)).toEqual({ chips: ["mastodon"] });
    const advert = { ...frame, url: "https://advert.example/" };
    expect(await reports.report({ ...batch, url: advert.url }, advert)).toEqual([]);
    expect(await reports.sitesFor(advert)).toEqual({ chips: [] });
  });
});

describe("a press on a chip", () => {
  it("turns the sidebar of its tab to the brand, with the post", async () => {
    const { focuses, reports } = world();
    await reports.ask({ brandId: "kite.example", quote: { text: "Kite again", author: "anna" } }, sender);
    expect(focuses).toMatchObject([
      { tabId: 7, url, at: 1000, brand: { name: "Kite", known: true }, quote: { text: "Kite again" } },
    ]);
  });

  it("does nothing for a brand that nobody knows, or from a page without chips", async () => {
    const { focuses, reports } = world();
    await reports.ask({ brandId: "sub.kite.example" }, sender);
    await reports.ask({ brandId: 7 }, sender);
    await reports.ask({ brandId: "kite.example" }, { ...sender, tabId: 8 });
    expect(focuses).toEqual([]);
  });
});

describe("what a person selected to write about", () => {
  it("turns the sidebar to the one brand that it names for sure", async () => {
    const { focuses, reports } = world();
    await reports.select(7, "Kite never answers.");
    expect(focuses).toMatchObject([{ tabId: 7, url, brand: { brandId: "kite.example" }, at: 1000 }]);
  });

  it("leaves it with the page where it names none, several, or one that is not sure", async () => {
    const { focuses, reports } = world();
    for (const text of ["They never answer.", "Kite or Solvang", "Kite? Maybe."])
      await reports.select(7, text);
    await reports.select(8, "Kite never answers.");
    expect(focuses).toEqual([]);
  });

  it("and where the page is about something itself, or the window is private", async () => {
    const brand = { brandId: "solvang.example", name: "Solvang" } as BrandSubject;
    for (const more of [{ resolution: { brand } }, { isPrivate: true }] as const) {
      const saveFocus = vi.fn<PostReportDependencies["states"]["saveFocus"]>();
      const states = { get: () => Promise.resolve({ ...tab, ...more }), saveFocus };
      await world({ states }).reports.select(7, "Kite never answers.");
      expect(saveFocus).not.toHaveBeenCalled();
    }
  });
});

describe("whether posts are still found", () => {
  it("is kept for platforms that are read, and never from a private window", async () => {
    const { keepCheck, reports } = world();
    await reports.check({ site: "mastodon", found: false }, sender);
    await reports.check({ site: "x", found: false }, sender);
    await reports.check({ site: "mastodon", found: true }, { ...sender, isPrivate: true });
    expect(keepCheck.mock.calls).toEqual([["mastodon", false]]);
  });
});

const recordedSites: PostReportDependencies["recordedSites"] = async () => ({
  sites: ["mastodon"],
  since: 5,
});

describe("while a person records", () => {
  const posts = [
    { text: "Kite and Solvang", links: [] },
    { text: "Kite?", links: [] },
  ];

  it("what is found is kept as well, doubtful mentions included, and looked for once", async () => {
    const keep = vi.fn<PostReportDependencies["keep"]>(async () => undefined);
    const find = vi.fn<PostReportDependencies["mentionsIn"]>(mentionsIn);
    const { reports } = world({ keep, recordedSites, mentionsIn: find });
    const batch = { site: "mastodon", url, posts };
    const chips = await reports.report(batch, sender);
    expect(chips.map((some) => some.map(({ name }) => name))).toEqual([["Kite", "Solvang"], []]);
    expect(find).toHaveBeenCalledTimes(2);
    const [[kept, mentions, page] = []] = keep.mock.calls;
    expect(kept).toEqual(batch);
    expect(mentions?.map((some) => some.map(({ confidence }) => confidence))).toEqual([[0.95, 0.95], [0.5]]);
    expect(page).toBe(url);
  });

  it("a platform without chips is read all the same, and draws none", async () => {
    const keep = vi.fn<PostReportDependencies["keep"]>(async () => undefined);
    const { figuresOf, reports } = world({ keep, recordedSites, chipSites: async () => [] });
    expect(await reports.sitesFor(sender)).toEqual({ chips: [], record: { sites: ["mastodon"], since: 5 } });
    expect(await reports.report({ site: "mastodon", url, posts }, sender)).toEqual([[], []]);
    expect(keep).toHaveBeenCalledTimes(1);
    expect(figuresOf).not.toHaveBeenCalled();
  });

  it("a page gets no answer before it is kept, and none where that failed", async () => {
    const { reports } = world({ recordedSites, keep: () => Promise.reject(new Error("no disk")) });
    await expect(reports.report({ site: "mastodon", url, posts }, sender)).rejects.toThrow("no disk");
  });

  it("nothing is kept of other platforms, search results, frames of others or private windows", async () => {
    const keep = vi.fn<PostReportDependencies["keep"]>(async () => undefined);
    const { reports } = world({ keep, recordedSites });
    await reports.report({ site: "duckduckgo", url, posts }, sender);
    await reports.report({ site: "x", url, posts }, sender);
    await reports.report({ site: "mastodon", url, posts }, { ...sender, isPrivate: true });
    const advert = { ...sender, isTop: false, url: "https://advert.example/" };
    await reports.report({ site: "mastodon", url: advert.url, posts }, advert);
    expect(keep).not.toHaveBeenCalled();
    expect(await reports.sitesFor({ ...sender, isPrivate: true })).not.toHaveProperty("record");
  });
});
