import { fakeBrowser, useLanguage } from "./testing/extension.ts";
import { userEvent } from "vitest/browser";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import "./bt-topics.ts";
import { serveCompute } from "../lib/app/compute/serve.ts";
import { TopicService } from "../lib/app/compute/topic-service.ts";
import { WeighService } from "../lib/app/compute/weigh-service.ts";
import type { BrandSubject } from "../lib/model/subject.ts";
import { choosePerson } from "../lib/db/people.ts";
import { databases } from "./databases.ts";
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
} from "./testing/mount.ts";
import { brandPage } from "./testing/tab-states.ts";
import { say } from "./testing/world.ts";

const { community } = databases();

/** The worker's own code behind a channel: the page's side cannot tell it from a worker. */
class ComputeInPage extends EventTarget {
  static asked = 0;
  static answered = 0;
  readonly #channel = new MessageChannel();
  constructor() {
    super();
    const { port1, port2 } = this.#channel;
    serveCompute(port2, {
      topics: new TopicService(community),
      weights: new WeighService(community, Date.now),
    });
    port1.addEventListener("message", ({ data }) => {
      this.dispatchEvent(new MessageEvent("message", { data }));
      ComputeInPage.answered++;
    });
    port1.start();
    port2.start();
  }
  postMessage(request: unknown): void {
    ComputeInPage.asked++;
    this.#channel.port1.postMessage(request);
  }
  terminate(): void {
    this.#channel.port1.close();
  }
}

const { Worker } = globalThis;
beforeAll(() => {
  globalThis.Worker = ComputeInPage as never;
});
afterAll(() => {
  globalThis.Worker = Worker;
});

const long = "a".repeat(60);
const opinions = [
  "The price is fair. We came by train.",
  "Good price, but the soles came off.",
  "I glued the soles twice; price and delivery were fine.",
  "The delivery took weeks and the soles are gone.",
  `The ${long} is broken, the price too high.`,
  `My ${long} is lost. The soles!`,
  `Who needs the ${long} anyway? Delivery was quick.`,
];

let places = 0;

/** A place of its own each time: what was counted for another is not kept for this one. */
async function show(said: readonly string[] = opinions): Promise<HTMLElementTagNameMap["bt-topics"]> {
  const uri = `https://place${places++}.example`;
  for (const [index, opinion] of said.entries()) {
    const about = { subject: uri, key: uri };
    await say(community, { opinion, daysAgo: index + 1, stars: 4, nickname: `voice ${index}` }, about);
  }
  const subject: BrandSubject = { ...brandPage.resolution.brand!, brandId: uri, subject: uri, keys: [uri] };
  return mount(Object.assign(document.createElement("bt-topics"), { subject, reviews: said.length }));
}

async function chip(name: string): Promise<HTMLElement> {
  return until(() => find(".topic", name), `the chip ${name}`);
}

const quotes = (): string[] => deepAll("blockquote").map((quote) => quote.textContent.trim());

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabases();
});
afterEach(() => useLanguage("en", "ltr"));

describe("topics", () => {
  it("stand as chips with their counts, most first", async () => {
    await show();
    await chip("Price");
    expect(deepAll(".topic").map((one) => deepText(one).trim())).toEqual([
      "Price 4 texts",
      "soles 4 texts",
      "Delivery 3 texts",
      `${long} 3 texts`,
      "Durability 2 texts",
    ]);
  });

  it("are not there where too few speak", async () => {
    const before = ComputeInPage.answered;
    const element = await show(opinions.slice(0, 4));
    await until(() => ComputeInPage.answered > before);
    await element.updateComplete;
    expect(find("section")).toBeUndefined();
  });

  it("are not asked for before the page has drawn and is idle", async () => {
    const before = ComputeInPage.asked;
    const element = await show();
    await element.updateComplete;
    expect(ComputeInPage.asked).toBe(before);
    await chip("Price");
    expect(ComputeInPage.asked).toBe(before + 1);
  });

  it("follow what is written meanwhile", async () => {
    const element = await show();
    await chip("Price");
    const [uri = ""] = element.subject?.keys ?? [];
    await say(community, { opinion: "The price again.", daysAgo: 0, stars: 2 }, { subject: uri, key: uri });
    element.reviews++;
    await chip("Price 5");
  });
});

describe("a pressed topic", () => {
  it("shows the sentences behind it, newest first, the words that count marked", async () => {
    await show();
    const price = await chip("Price");
    price.click();
    await until(() => quotes().length === 4);
    expect(quotes()[0]).toBe("The price is fair.");
    expect(deepAll("mark").map((mark) => mark.textContent)).toEqual(["price", "price", "price", "price"]);
    expect(price.getAttribute("aria-expanded")).toBe("true");
    expect(find("[role=group]", "What people say about Price")).toBeDefined();
  });

  it("leads to the whole review", async () => {
    await show();
    (await chip("Price")).click();
    const lead = await until(() => find("button.link", "Review by voice 0"));
    lead.click();
    await until(() => find("bt-review", "We came by train"));
    expect(lead.getAttribute("aria-expanded")).toBe("true");
    lead.click();
    await until(() => !find("bt-review"));
  });

  it("quotes nobody whom the person muted, and says that one is hidden; the count is everybody's", async () => {
    await show();
    const price = await chip("Price");
    price.click();
    await until(() => quotes().length === 4, "the quotes");
    const voice = (await community.tokens.toArray()).find(({ opinion }) => opinion === opinions[0]);
    const { personal } = databases();
    await choosePerson(personal, { author: voice?.author ?? "", choice: "muted", at: 1 });
    await until(() => quotes().length === 3 && find("bt-hidden-count", "1 hidden by you"), "one less");
    expect(deepText(price)).toContain("4");
  });

  it("leads to the conversation", async () => {
    const element = await show();
    const key = "hackernews:news.example:1";
    const url = "https://news.example/1";
    const thread = {
      key,
      source: "hackernews",
      origin: "https://news.example",
      id: "1",
      title: "Boots?",
      url,
    };
    const body = [{ kind: "paragraph", runs: [{ text: "What a price!" }] }] as const;
    const conversation = { thread, body, comments: [], isWhole: true };
    const brandId = (element.subject as BrandSubject).brandId;
    await community.conversations.put({ key, brandId, conversation, at: 1, usedAt: 1, size: 1 });
    (await chip("Price 5")).click();
    const read: unknown[] = [];
    element.addEventListener("bt-read", ({ detail }) => read.push(detail));
    (await until(() => find("button", "Boots?"))).click();
    await until(() => read.length > 0, "the conversation");
    // It is on this device: opening it asks nobody.
    expect(read).toEqual([{ thread, isKept: true }]);

    await community.conversations.clear();
    (await until(() => find("button", "Boots?"))).click();
    const link = await until(() => find<HTMLAnchorElement>("a", "Boots?"), "the original instead");
    expect(link.href).toBe(url);
    expect(link.rel).toContain("noreferrer");
    expect(read).toHaveLength(1);
  });

  it("closes with Escape, which gives the focus back, and with a second press", async () => {
    await show();
    const price = await chip("Price");
    price.focus();
    await userEvent.keyboard("{Enter}");
    await until(() => quotes().length > 0);
    await userEvent.tab();
    await userEvent.keyboard("{Escape}");
    await until(() => quotes().length === 0);
    expect(price.matches(":focus")).toBe(true);
    price.click();
    await until(() => quotes().length > 0);
    price.click();
    await until(() => quotes().length === 0);
    expect(price.getAttribute("aria-expanded")).toBe("false");
  });

  it("shows more on demand, and another topic instead of it", async () => {
    await show([...opinions, ...opinions.slice(0, 4).map((text) => `${text} So it is.`)]);
    (await chip("Price")).click();
    await until(() => quotes().length === 5);
    expect(deepText(document.body)).toContain("These texts are the newest reviews, and conversations");
    (await until(() => find("button", "more sentence"))).click();
    await until(() => quotes().length > 5);
    (await chip("Delivery")).click();
    await until(() => quotes().every((text) => /delivery/i.test(text)));
  });

  it("shows what others wrote as text", async () => {
    const hostile = '<img src=x onerror="alert(1)"> the price <b>bold</b>';
    await show([hostile, ...opinions]);
    (await chip("Price")).click();
    await until(() => quotes().some((text) => text.includes("<b>bold</b>")));
    expect(deepAll("blockquote img, blockquote b")).toEqual([]);
  });
});

describe("how it looks", () => {
  it("is accessible, open and closed, and fits 320 px in both directions", async () => {
    await show();
    await picture("topics", 320);
    await chip("Price");
    await expectAccessible();
    (await chip(long)).click();
    await until(() => quotes().length === 3);
    await expectAccessible();
    expectReflow();
    useLanguage("ar", "rtl");
    await picture("topics-rtl", 320);
    expectReflow();
  });
});
