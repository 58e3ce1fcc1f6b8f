import { background, commands, fakeBrowser, useLanguage } from "./testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "./bt-facts.ts";
import "./bt-recall-notice.ts";
import type { Fact } from "../lib/model/fact.ts";
import { ok, problem } from "../lib/model/result.ts";
import type { PageSubject } from "../lib/model/subject.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import { feeds } from "../lib/settings.ts";
import { databases } from "./databases.ts";
import { syncedFeed } from "./testing/feed.ts";
import {
  deepAll,
  deepText,
  emptyDatabases,
  expectAccessible,
  expectReflow,
  find,
  mount,
  picture,
  until,
  useTheme,
} from "./testing/mount.ts";
import { answerSources, manyFacts, putDaily, recall } from "./testing/records.ts";
import { answerOf } from "./testing/talk.ts";
import { brandPage, shopPage } from "./testing/tab-states.ts";

const { brand, product } = brandPage.resolution;

function open(subject: PageSubject = brand!, state: TabState = brandPage, readonly = false): HTMLElement {
  return mount(Object.assign(document.createElement("bt-facts"), { subject, state, readonly }));
}

function notice(subject: PageSubject = brand!, state: TabState = brandPage): HTMLElement {
  return mount(Object.assign(document.createElement("bt-recall-notice"), { subject, state }));
}

/** Titles of the records in one section, as they stand there. */
function titlesIn(selector: string): readonly string[] {
  return deepAll(selector).flatMap((section) =>
    deepAll("h3, .value", section).map((title) => deepText(title).trim()),
  );
}

const recallsSection = "section[aria-labelledby=recalls]";

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  answerSources();
  useTheme("light");
  await emptyDatabases();
});
afterEach(() => {
  delete background.readBucket;
  useLanguage("en", "ltr");
});

describe("the facts of a brand", () => {
  it("are grouped and dated, with severity in words and where each is from", async () => {
    await putDaily(databases().community, manyFacts());
    const facts = open();
    await until(() => find("bt-fact", "Northwind recalls kettles"), "the newest recall");
    await until(() => find("bt-fact", "Consumer Product Safety Commission · US public domain"), "its source");
    expect(deepAll("h2").map((title) => deepText(title).trim().replaceAll(/\s+/g, " "))).toEqual([
      "Recalls and safety alerts 3",
      "Official complaints 7",
      "Who it is 3",
      "Reference works 2",
    ]);
    expect(titlesIn(recallsSection)).toEqual([
      "Northwind recalls kettles",
      "Northwind recalls lamps",
      "Northwind recalls socks",
    ]);
    const text = deepText(facts);
    expect(text).toContain("May cause serious injury");
    expect(text).toContain("About 12,400 units");
    expect(text).toContain("and 2 more products");
    expect(text).toContain("Older: 2 recalls");
    expect(text).toContain("Harbour Group");
    await picture("facts-light", 380, 1500);
    useTheme("dark");
    await picture("facts-dark", 380, 1500);
    await picture("facts-320", 320, 1600);
    expectReflow();
    await expectAccessible();
  });

  it("lead to the official page in a tab that knows nothing of us", async () => {
    await putDaily(databases().community, [recall("kettles")]);
    open();
    const link = await until(() => find<HTMLAnchorElement>("a", "kettles"), "the link");
    expect(link.href).toBe("https://recalls.example/kettles");
    expect([link.target, link.rel]).toEqual(["_blank", "noopener noreferrer"]);
  });

  it("ask nobody for anything: the names of sources come from the extension itself", async () => {
    await putDaily(databases().community, manyFacts());
    open();
    await until(() => find("bt-fact", "kettles"), "a fact");
    expect(commands.map(({ name }) => name)).toEqual(["listSources"]);
  });

  it("fold what is long, and give the focus to what a press brings", async () => {
    await putDaily(databases().community, manyFacts());
    open();
    const more = await until(() => find<HTMLButtonElement>("button", "Show all 7"), "the button");
    expect(titlesIn("section[aria-labelledby=complaints]")).toHaveLength(5);
    more.focus();
    more.click();
    await until(() => titlesIn("section[aria-labelledby=complaints]").length === 7, "all of them");
    const focused = await until(
      () => find("bt-fact", "(6)")?.shadowRoot?.activeElement as HTMLElement | null,
      "the focus on the first that came",
    );
    expect(deepText(focused)).toContain("Refund not paid (6)");
  });

  it("are each once, whether a daily file or a search tells of them", async () => {
    const { community } = databases();
    const kettles = recall("kettles");
    await putDaily(community, [kettles]);
    await community.answers.put({
      brandId: "northwind.example",
      place: "cpsc https://www.saferproducts.gov",
      source: "cpsc",
      name: "CPSC",
      words: "Northwind",
      state: "answered",
      at: Date.now(),
      threads: [],
      facts: [{ ...kettles, products: ["Steam Kettle"] }, recall("lamps", { daysAgo: 30 })],
      usedAt: 0,
      size: 1,
    });
    open();
    await until(() => find("bt-fact", "lamps"), "what the search brought");
    expect(titlesIn(recallsSection)).toEqual(["Northwind recalls kettles", "Northwind recalls lamps"]);
    expect(find("bt-fact", "Steam Kettle")).toBeDefined();
  });

  it("say which are samples", async () => {
    await putDaily(databases().community, [recall("kettles")], { isSample: true });
    open();
    await until(() => find(".tag.sample", "Sample"), "the label");
  });

  it("stay readable where the names of sources cannot be had", async () => {
    background.listSources = async () => problem("bug");
    await putDaily(databases().community, [recall("kettles")]);
    open();
    await until(() => find("bt-fact", "Source: cpsc"), "the source's id");
  });

  it("follow a new daily file without a press", async () => {
    const { community } = databases();
    open();
    await until(() => find("h2", "No public records"), "the empty state");
    await putDaily(community, [recall("kettles")]);
    await until(() => find("bt-fact", "kettles"), "the recall");
  });
});

describe("the lens", () => {
  it("of a product lets the recall that names it lead, however old", async () => {
    await putDaily(databases().community, [
      recall("lamps"),
      recall("shoes", { daysAgo: 700, products: ["Trail Runner 2"] }),
    ]);
    const facts = open(product);
    await until(() => find("bt-fact", "Names this product"), "the match");
    expect(titlesIn(recallsSection)).toEqual(["Northwind recalls shoes", "Northwind recalls lamps"]);
    expect(deepText(facts)).not.toContain("No recall here names this product");
    await picture("facts-product", 380, 700);
    await expectAccessible();
  });

  it("of a product says that no recall names it, where that is so", async () => {
    await putDaily(databases().community, [recall("lamps")]);
    open(product);
    await until(
      () => find("p", "No recall here names this product. This is what records say of Northwind Shoes."),
      "the words",
    );
  });

  it("of a shop is about the company, not about what it sells", async () => {
    const { shop } = shopPage.resolution;
    await putDaily(databases().community, [{ ...recall("refunds"), kind: "complaint" }], {
      brandId: "mart.example",
    });
    open(shop, shopPage);
    await until(() => find("p", "About Everything Mart as a company"), "the words");
    await until(() => find("bt-fact", "refunds"), "the complaint");
  });
});

describe("with nothing to tell", () => {
  it("says what is true, that it proves nothing, and offers a search", async () => {
    const facts = open();
    await until(() => find("p", "The daily file of public records is not on this device yet"), "the reason");
    expect(deepText(facts)).toContain("That is no proof that there are none.");
    let pressed = 0;
    facts.addEventListener("bt-plan", () => (pressed += 1));
    find<HTMLButtonElement>("button", "Search for records")?.click();
    expect(pressed).toBe(1);
    expect(commands).toEqual([]);
    await picture("facts-empty", 380, 400);
    await expectAccessible();
  });

  it("offers no search in a private window, where nothing is searched", async () => {
    open(brand, { ...brandPage, isPrivate: true });
    await until(() => find("p", "That is no proof"), "the words");
    expect(find("button", "Search for records")).toBeUndefined();
  });

  it("tells a daily file without this brand from no file at all", async () => {
    await putDaily(databases().community, [recall("lamps")], { brandId: "other.example" });
    open();
    await until(() => find("p", "The daily file tells of none."), "the reason");
  });

  it("does not speak for a daily file that is not here", async () => {
    await databases().community.answers.put(answerOf("lemmy", "Lemmy"));
    open();
    await until(() => find("p", "The places that you searched tell of none. The daily file"), "the reason");
    await putDaily(databases().community, [recall("lamps")], { brandId: "other.example" });
    open();
    await until(() => find("p", "Neither the daily file nor the places"), "the reason with a daily file");
  });

  it("offers the rest of a feed, and keeps its outcome in sight once it has brought something", async () => {
    const { community } = databases();
    await feeds.setValue(["https://feed.example"]);
    await community.syncState.put(syncedFeed("https://feed.example", "brands"));
    background.readBucket = async ({ brandId }) => {
      const row = { feed: "https://feed.example", day: "2026-05-20", threads: {}, titles: [] };
      await community.bucketBrands.put({ ...row, brandId, facts: [recall("kettles")], readAt: Date.now() });
      return ok(undefined);
    };
    open();
    const button = await until(() => find<HTMLButtonElement>("button", "Look in the rest of the feed"), "it");
    await picture("facts-rest", 380, 500);
    await expectAccessible();
    button.click();
    await until(() => find("bt-fact", "Northwind recalls kettles"), "what it brought");
    await until(() => find("p", "Read from group"), "the outcome");
    expect(find("bt-feed-rest")?.shadowRoot?.activeElement?.className).toBe("state");
  });

  it.each([
    ["inside a page", brandPage, true],
    ["in a private window", { ...brandPage, isPrivate: true } as const, false],
  ])("offers no rest of a feed %s", async (_what, state, readonly) => {
    const { community } = databases();
    await feeds.setValue(["https://feed.example"]);
    await community.syncState.put(syncedFeed("https://feed.example", "brands"));
    await community.bucketBrands.put({
      feed: "https://feed.example",
      brandId: "northwind.example",
      day: "2026-05-20",
      facts: [recall("kettles")],
      threads: {},
      titles: [],
      readAt: 0,
    });
    open(brand, state, readonly);
    await until(() => find("p", "Read from group"), "what is here");
    expect(find("button", "Look in the rest")).toBeUndefined();
  });

  it("offers no search inside a page", async () => {
    open(brand, brandPage, true);
    await until(() => find("h2", "No public records"), "the words");
    expect(find("button", "Search")).toBeUndefined();
  });
});

describe("hostile and unusual records", () => {
  const hostile: Fact = recall("x", {
    title: '<img src=x onerror="alert(1)"><script>alert(2)</script>',
    url: "javascript:alert(3)",
    products: [
      "<b>bold</b>",
      "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikationsbetriebe".repeat(3),
    ],
    details: ["<iframe src=//evil.example></iframe>"],
  });

  it("are text, and lead nowhere but to the web", async () => {
    await putDaily(databases().community, [hostile, { ...hostile, key: "y", url: "data:text/html,x" }]);
    open();
    const fact = await until(() => find("bt-fact", "onerror"), "the record");
    expect(deepAll("img, script, iframe, b", fact)).toEqual([]);
    expect(deepAll("a", document.body)).toEqual([]);
    await picture("facts-hostile", 320, 700);
    expectReflow();
  });

  it("without date, severity, products and count say so or stay short", async () => {
    const { at: _, ...undated } = recall("mystery");
    await putDaily(databases().community, [undated, recall("future", { at: 1e300 })]);
    open();
    const fact = await until(() => find("bt-fact", "mystery"), "the record");
    expect(deepText(find("bt-fact", "future")!)).toContain("No date given");
    expect(deepText(fact)).toContain("No date given");
    expect(deepAll(".tag, .products, details", fact)).toEqual([]);
  });

  it("read from right to left where the browser does", async () => {
    useLanguage("he", "rtl");
    await putDaily(databases().community, [
      recall("קומקומים", { severity: "serious", products: ["קומקום אדים"] }),
      ...manyFacts(),
    ]);
    open();
    await until(() => find("bt-fact", "קומקום אדים"), "the record");
    await picture("facts-rtl", 320, 1600);
    expectReflow();
    await expectAccessible();
  });
});

describe("the notice above opinions", () => {
  it("tells of the brand's worst recall within twelve months, and leads to all facts", async () => {
    await putDaily(databases().community, manyFacts());
    const element = notice();
    await until(() => find("h2", "3 recalls by Northwind Shoes within twelve months"), "the title");
    expect(deepText(element)).toContain("Northwind recalls kettles");
    expect(deepText(element)).toContain("May cause serious injury");
    const gone: unknown[] = [];
    element.addEventListener("bt-go", ({ detail }) => gone.push(detail));
    find<HTMLButtonElement>("button", "All facts")?.click();
    expect(gone).toEqual(["facts"]);
    await picture("recall-notice-serious", 380, 260);
    await expectAccessible();
  });

  it("is calm where nobody can get hurt badly", async () => {
    await putDaily(databases().community, [recall("lamps", { severity: "moderate" })]);
    notice();
    const section = await until(() => find(".notice", "Recall by Northwind Shoes"), "the notice");
    expect(section.classList).not.toContain("serious");
    await picture("recall-notice-calm", 320, 260);
    expectReflow();
    await expectAccessible();
  });

  it("tells of this product first, and how sure that is", async () => {
    await putDaily(databases().community, [
      recall("lamps", { severity: "serious" }),
      recall("shoes", { products: ["Trail Runner 2 shoes"], daysAgo: 500 }),
    ]);
    notice(product);
    await until(() => find("h2", "A recall names this product"), "by its name");
    const gtin = "9526543210986";
    const sold = { ...product!, gtins: [gtin] };
    await putDaily(databases().community, [recall("shoes", { details: [`Barcode ${gtin}`] })]);
    notice(sold, { ...brandPage, resolution: { brand: brand!, product: sold } });
    await until(() => find("h2", "This product is recalled"), "by its number");
  });

  it("says nothing in a product's lens of recalls that do not name it, nor in a shop's of any", async () => {
    const { community } = databases();
    await putDaily(community, [recall("lamps")]);
    await putDaily(community, [recall("lamps")], { brandId: "mart.example" });
    for (const element of [notice(product), notice(shopPage.resolution.shop, shopPage)]) {
      mount(element);
      await until(
        () => (element as HTMLElementTagNameMap["bt-recall-notice"]).updateComplete,
        "the first drawing",
      );
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      expect(deepText(element).trim()).toBe("");
    }
  });

  it("names the owner where the header does not", async () => {
    await putDaily(databases().community, manyFacts());
    const { owner: _, ...unowned } = brand!;
    notice(unowned);
    await until(() => find(".owner", "Owned by Harbour Group"), "the owner");
    notice();
    await until(() => find("h2", "3 recalls"), "the notice");
    expect(find(".owner")).toBeUndefined();
  });
});
