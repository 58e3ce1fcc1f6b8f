import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aCollection } from "../../../components/testing/research.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import { collectKey, type CollectNotice, type FoundInPage } from "../../model/research/collect.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { ResearchItem } from "../../model/research/item.ts";
import type { CaptureTools } from "../../research/capture/tools.ts";
import { mayKeep } from "../../research/privacy/audience.ts";
import { pseudonymsOf } from "../../research/privacy/pseudonym.ts";
import { isErased as isErasedPost, protect, protectWords } from "../../research/privacy/protect.ts";
import { readFoundInPage } from "../../schema/found-in-page.ts";
import type { SessionArea } from "../tab-states.ts";
import { type Collecting, createCollecting } from "./collect.ts";
import { collectedItem } from "./collected-item.ts";
import { judgedPages } from "./judged-pages.ts";

const detector = { extension: "0.1.0", directory: "0123456789abcdef" };
const url = "https://news.example/soles";
const selection: FoundInPage = {
  url,
  title: "Soles, by @anna_writes",
  lang: "en",
  text: "The soles of Northwind gave up.",
  target: {
    exact: "The soles of Northwind gave up.",
    prefix: "as @anna_writes put it: ",
    suffix: " So did @ben",
    start: 120,
    end: 151,
  },
};
const details = { truncated: false, media: [], metrics: { likes: 2 }, audience: "public" } as const;
const post: FoundInPage = {
  url: "https://social.example/home",
  title: "Home",
  site: "mastodon",
  post: {
    url: "https://social.example/@anna/1",
    author: { handle: "anna@social.example", name: "Anna" },
    text: "Northwind again.",
    links: [],
    details,
  },
};
const withAudience = (audience: "restricted" | "unknown"): FoundInPage => ({
  ...post,
  post: { ...post.post!, details: { ...details, audience } },
});

/** Whether the author of everything was taken out of the collection. */
let isErased = false;
const tools: { -readonly [Name in keyof CaptureTools]: CaptureTools[Name] } = {
  mayKeep,
  isErased: () => isErased,
  protect,
  sentimentOf: () => undefined,
  languageOf: async () => undefined,
};

let db: ResearchDatabase;
let collection: Collection;
let stored: Map<string, unknown>;
let into: string;
/** What stands in the page. */
let page: unknown;
let now: number;
let collecting: Collecting;

const session: SessionArea = {
  get: async (key) => ({ [String(key)]: stored.get(String(key)) }),
  set: async (items) => {
    for (const [key, value] of Object.entries(items)) stored.set(key, value);
  },
  remove: async (keys) => {
    for (const key of [keys].flat()) stored.delete(key);
  },
};
const notice = (): CollectNotice | undefined => stored.get(collectKey) as CollectNotice | undefined;
const items = (): Promise<readonly ResearchItem[]> => db.items.toArray();
const press = (changes: object = {}): Promise<void> =>
  collecting.press({ tabId: 1, url, isPrivate: false, wish: {}, ...changes });

beforeEach(async () => {
  db = openResearch(`collect-${crypto.randomUUID()}`);
  collection = await aCollection();
  await db.collections.add(collection);
  stored = new Map();
  into = collection.id;
  page = post;
  now = 1000;
  isErased = false;
  collecting = createCollecting({
    db,
    session,
    read: async () => page,
    parse: readFoundInPage,
    itemOf: (found, collection, note) =>
      collectedItem(found, collection, note, {
        mentionsIn: async ({ text }) => {
          const start = text.indexOf("Northwind");
          const span = { start, end: start + "Northwind".length };
          const mention = { brandId: "northwind.example", name: "Northwind", span, confidence: 0.9 };
          return start < 0 ? [] : [{ ...mention, reasons: ["distinctive-name" as const] }];
        },
        tools,
        protectWords,
        stamp: async () => detector,
        now: () => now,
      }),
    mayKeep,
    into: { getValue: async () => into, setValue: async (id) => void (into = id) },
    judged: judgedPages(session),
    now: () => now,
  });
});

const erasedAnna = async (): Promise<Pick<Collection, "log">> => {
  const anna = [
    { site: "hosted", handle: "anna@social.example" },
    { site: "web", handle: "anna_writes" },
    { site: "hosted", handle: "anna_writes@news.example" },
  ];
  const pseudonyms = await Promise.all(anna.map((person) => pseudonymsOf(collection.hashKey).of(person)));
  return {
    log: { erased: [{ at: 1, pseudonyms, deleted: 0, masked: 0 }], expired: 0, gone: 0, changes: [] },
  };
};

afterEach(async () => {
  await db.delete();
});

describe("a post that is collected", () => {
  it("goes into the collection used last, with where it is from, its brands, and its people protected", async () => {
    await press();
    const [item] = await items();
    expect(item).toMatchObject({
      collection: "returns-study",
      why: "by-hand",
      site: "mastodon",
      text: "Northwind again.",
      audience: "public",
      metrics: { likes: 2 },
      detector,
      collectedAt: 1000,
      mentions: [{ brandId: "northwind.example" }],
    });
    expect(item?.author).toMatch(/^p-/);
    expect(JSON.stringify(item)).not.toContain("anna");
    expect(notice()).toMatchObject({
      tabId: 1,
      outcome: { kind: "kept", collectionName: "Returns study", isNew: true, brands: ["Northwind"] },
    });
  });

  it("is never there twice, and cannot be undone where it was there before", async () => {
    await press();
    now = 2000;
    page = { ...post, post: { ...post.post, details: { ...details, metrics: { likes: 5 } } } };
    await press();
    const [item, another] = await items();
    expect(another).toBeUndefined();
    expect(item).toMatchObject({ metrics: { likes: 5 }, collectedAt: 1000, lastSeenAt: 2000 });
    expect(notice()).toMatchObject({ outcome: { kind: "kept", isNew: false } });
    expect((await collecting.undo()).ok).toBe(false);
    expect(await items()).toHaveLength(1);
  });

  it("is taken out again by undo, and with it what was said", async () => {
    await press();
    expect(await collecting.undo()).toEqual({ ok: true, value: undefined });
    expect(await items()).toEqual([]);
    expect(notice()).toBeUndefined();
    expect((await collecting.undo()).ok).toBe(false);
  });

  it("is refused where only some may read it, and nobody is asked to judge", async () => {
    page = withAudience("restricted");
    await press();
    expect(notice()?.outcome).toEqual({
      kind: "refused",
      reason: "restricted",
      collectionName: "Returns study",
    });
    expect(await items()).toEqual([]);
  });

  it("is kept without asking where the collection keeps what not everybody may read", async () => {
    await db.collections.update(collection.id, {
      privacy: { ...collection.privacy, audience: "any", audienceNote: "Members agreed." },
    });
    page = withAudience("restricted");
    await press();
    expect(notice()?.outcome.kind).toBe("kept");
    expect((await items())[0]?.audience).toBe("restricted");
  });
});

describe("a selection on any page", () => {
  beforeEach(() => {
    page = selection;
  });

  it("is kept once the researcher has said why the page is public; of a site that is asked once", async () => {
    await press();
    expect(notice()?.outcome).toMatchObject({ kind: "judge", collectionName: "Returns study" });
    expect(await items()).toEqual([]);
    await collecting.keep({ collection: collection.id, note: "  " });
    expect(notice()?.outcome.kind).toBe("judge");
    await collecting.keep({ collection: collection.id, note: " A newspaper's open article. " });
    expect(notice()?.outcome).toMatchObject({ kind: "kept", note: "A newspaper's open article." });
    expect(await items()).toMatchObject([
      { site: "web", url, audience: "unknown", audienceNote: "A newspaper's open article.", lang: "en" },
    ]);

    page = { ...selection, text: "Another", target: { ...selection.target, exact: "Another" } };
    await press();
    expect((await items())[1]).toMatchObject({
      text: "Another",
      audienceNote: "A newspaper's open article.",
    });
    page = { ...selection, url: "https://other.example/" };
    await press();
    expect(notice()?.outcome.kind).toBe("judge");
  });

  it("has its exact quote, what stands beside it and its place, without the names of people", async () => {
    await press();
    await collecting.keep({ collection: collection.id, note: "Open." });
    const [item] = await items();
    expect(item?.target).toMatchObject({ exact: "The soles of Northwind gave up.", start: 120, end: 151 });
    expect(item?.target?.prefix).toMatch(/^ @?p-\w+ put it: $/);
    expect(item?.target?.suffix).not.toContain("@ben");
    expect(item?.title).toMatch(/^Soles, by @?p-/);
    expect(JSON.stringify(item)).not.toContain("anna_writes");
  });

  it("keeps names and the whole quote where the collection does", async () => {
    await db.collections.update(collection.id, {
      privacy: { ...collection.privacy, pseudonymise: false },
    });
    await press();
    await collecting.keep({ collection: collection.id, note: "Open." });
    expect((await items())[0]).toMatchObject({ target: selection.target, title: selection.title });
  });

  it("keeps all names but those of who was erased", async () => {
    const privacy = { ...collection.privacy, pseudonymise: false };
    await db.collections.update(collection.id, { privacy, ...(await erasedAnna()) });
    await press();
    await collecting.keep({ collection: collection.id, note: "Open." });
    const [item] = await items();
    expect(JSON.stringify(item)).not.toContain("anna_writes");
    expect(item?.target?.prefix).toContain("p-erased");
  });

  it("inside a post is that post, with the quote; another quote of it takes the place of the first", async () => {
    page = { ...post, text: "Northwind", target: { exact: "Northwind", prefix: "", suffix: " again." } };
    await press();
    page = { ...post, text: "again", target: { exact: "again", prefix: "Northwind ", suffix: "." } };
    await press();
    const [item, another] = await items();
    expect(another).toBeUndefined();
    expect(item).toMatchObject({ text: "Northwind again.", site: "mastodon", target: { exact: "again" } });
  });
});

/** Something happens after the collection was read, and before anything is written. */
const meanwhile = (happens: () => Promise<unknown>): void => {
  const real = db.collections.get.bind(db.collections);
  vi.spyOn(db.collections, "get").mockImplementationOnce((async (id: string) => {
    const before = await real(id);
    await happens();
    return before;
  }) as never);
};

describe("a collection that changes while a post is made ready for it", () => {
  afterEach(() => vi.restoreAllMocks());

  it("keeps nothing of somebody who was erased", async () => {
    tools.isErased = isErasedPost;
    const log = await erasedAnna();
    meanwhile(() => db.collections.update(collection.id, log));
    await press();
    tools.isErased = () => isErased;
    expect(await items()).toEqual([]);
    expect(notice()?.outcome).toMatchObject({ kind: "refused", reason: "erased" });
  });

  it("keeps a pseudonym where it pseudonymises by now", async () => {
    const { privacy } = collection;
    await db.collections.update(collection.id, { privacy: { ...privacy, pseudonymise: false } });
    meanwhile(() => db.collections.update(collection.id, { privacy }));
    await press();
    expect((await items())[0]?.author).toMatch(/^p-/u);
  });

  it("keeps nothing where it was deleted, and asks where it goes", async () => {
    meanwhile(() => db.collections.delete(collection.id));
    await press();
    expect(await items()).toEqual([]);
    expect(notice()?.outcome).toEqual({ kind: "choose" });
  });
});

describe("where there is no collection yet, or several", () => {
  it("asks into which, keeps it there, and remembers that", async () => {
    into = "";
    await press();
    expect(notice()?.outcome).toEqual({ kind: "choose" });
    await collecting.keep({ collection: collection.id });
    expect(into).toBe(collection.id);
    expect(await items()).toHaveLength(1);
  });

  it("asks again when the one used last is gone", async () => {
    into = "deleted";
    await press();
    expect(notice()?.outcome.kind).toBe("choose");
    expect((await collecting.keep({ collection: "deleted" })).ok).toBe(false);
  });

  it("takes what was just kept elsewhere", async () => {
    const other = await aCollection({ id: "pilot", name: "Pilot" });
    await db.collections.add(other);
    await press();
    await collecting.keep({ collection: "pilot" });
    expect((await items()).map((item) => item.collection)).toEqual(["pilot"]);
    expect(notice()?.outcome).toMatchObject({ kind: "kept", collectionName: "Pilot" });
  });
});

describe("nothing is kept", () => {
  it("from a private window, of which not even the address is remembered", async () => {
    await press({ isPrivate: true });
    expect(notice()).toEqual({ tabId: 1, outcome: { kind: "refused", reason: "private" }, at: 1000 });
  });

  it.each([
    ["where nothing of ours may run", undefined, "no-access"],
    ["where nothing is selected and no post is meant", null, "nothing"],
    ["of what is not ours", { url: "javascript:alert(1)" }, "nothing"],
  ])("%s, and the sidebar says so", async (_, raw, reason) => {
    page = raw;
    await press();
    expect(notice()?.outcome).toEqual({ kind: "refused", reason });
    expect((await collecting.keep({ collection: collection.id })).ok).toBe(false);
    expect(await items()).toEqual([]);
  });

  it("by somebody who was taken out of the collection", async () => {
    isErased = true;
    await press();
    expect(notice()?.outcome).toMatchObject({ kind: "refused", reason: "erased" });
    expect(await items()).toEqual([]);
  });

  it("where there is no room, and the sidebar says so", async () => {
    const full = db.items;
    Object.defineProperty(db, "items", {
      configurable: true,
      value: new Proxy(full, {
        get: (table, name) =>
          name === "bulkAdd"
            ? () => Promise.reject(Object.assign(new Error("full"), { name: "QuotaExceededError" }))
            : Reflect.get(table, name, table),
      }),
    });
    await press();
    Object.defineProperty(db, "items", { configurable: true, value: full });
    expect(notice()?.outcome).toMatchObject({ reason: "failed", problem: { code: "quota" } });
    expect(await items()).toEqual([]);
  });
});
