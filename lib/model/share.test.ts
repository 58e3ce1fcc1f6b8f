import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareAddress, shareDraft, type ShareNetwork, shareNetworks, type ShareWords } from "./share.ts";

const link = "https://mangrove.reviews/list?signature=abc_-%2B";
const words: ShareWords = {
  heading: "My review of Northwind Shoes",
  stars: 4,
  opinion: "Soles came off after two months.\nThe shop was kind.",
  link,
};
const origin = "https://social.example";
const long = "Soles came off after two months, and nobody answered. ".repeat(100);

/** What the network's page reads from the address. */
function read(network: ShareNetwork, given: ShareWords): URL {
  return new URL(shareAddress(network, shareDraft(network, given), origin));
}

const graphemes = (text: string): number =>
  [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;

describe("each network's composer is opened with the text filled in", () => {
  const text = `★★★★☆ My review of Northwind Shoes\n\n“${words.opinion}”\n\n${link}`;

  it.each([
    ["mastodon", "https://social.example/share"],
    ["bluesky", "https://bsky.app/intent/compose"],
    ["x", "https://x.com/intent/post"],
  ] as const)("%s", (network, address) => {
    const url = read(network, words);
    expect(url.origin + url.pathname).toBe(address);
    expect([...url.searchParams]).toEqual([["text", text]]);
  });

  it("lemmy: title, link and body have fields of their own", () => {
    const url = read("lemmy", words);
    expect(url.origin + url.pathname).toBe("https://social.example/create_post");
    expect([...url.searchParams]).toEqual([
      ["url", link],
      ["title", "★★★★☆ My review of Northwind Shoes"],
      ["body", "> Soles came off after two months.\n> The shop was kind."],
    ]);
  });

  it("reddit: a text post with the link in it", () => {
    const url = read("reddit", words);
    expect(url.origin + url.pathname).toBe("https://www.reddit.com/submit");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      selftext: "true",
      type: "TEXT",
      title: "★★★★☆ My review of Northwind Shoes",
      text: `> Soles came off after two months.\n> The shop was kind.\n\n${link}`,
    });
  });

  it("stars alone, and no page to link to", () => {
    const bare: ShareWords = { heading: words.heading, stars: 1, opinion: "" };
    expect(shareDraft("bluesky", bare)).toEqual({ text: "★☆☆☆☆ My review of Northwind Shoes", isCut: false });
    expect(read("lemmy", bare).searchParams.has("url")).toBe(false);
    expect(shareDraft("lemmy", bare)).not.toHaveProperty("link");
  });

  it("words alone", () => {
    expect(shareDraft("x", { heading: "Mine", opinion: "Fine." }).text).toBe("Mine\n\n“Fine.”");
  });
});

describe("a long review is cut to what the network takes", () => {
  it("at a word, and says so; the link stays whole", () => {
    for (const network of ["mastodon", "bluesky", "x"] as const) {
      const { isCut, text } = shareDraft(network, { ...words, opinion: long });
      expect(isCut).toBe(true);
      expect(text.endsWith(`…”\n\n${link}`)).toBe(true);
      expect(text).toMatch(/ (?:Soles|came|off|after|two|months,|and|nobody|answered\.)…”/);
    }
  });

  it("mastodon: 500 characters, an address counts 23", () => {
    const { text } = shareDraft("mastodon", { ...words, opinion: long });
    const counted = graphemes(text.replace(link, "x".repeat(23)));
    expect(counted).toBeLessThanOrEqual(500);
    expect(counted).toBeGreaterThan(480);
  });

  it("bluesky: 300 graphemes, however many units one takes", () => {
    const { text } = shareDraft("bluesky", { heading: "Mine", opinion: "👨‍👩‍👧‍👦".repeat(400) });
    expect(graphemes(text)).toBe(300);
  });

  it("x: 280, where Chinese, Japanese, Korean and emoji count twice and an address 23", () => {
    const latin = shareDraft("x", { heading: "Mine", opinion: "a".repeat(400), link }).text;
    // The ellipsis counts twice.
    expect(latin.replace(link, "x".repeat(23))).toHaveLength(279);
    const chinese = shareDraft("x", { heading: "Mine", opinion: "鞋".repeat(400) }).text;
    // Beside them: four letters, two line breaks, two marks and the ellipsis.
    expect(chinese.match(/鞋/gu)).toHaveLength((280 - 10) / 2);
  });

  it("x: a bare name of a host becomes an address, and counts as one", () => {
    const { text } = shareDraft("x", { heading: "Mine", opinion: "a.de ".repeat(100).trim() });
    expect(text.match(/a\.de/g)).toHaveLength(11);
  });

  it.each(["lemmy", "reddit"] as const)("%s: an address that servers take, in any script", (network) => {
    const draft = shareDraft(network, { ...words, heading: "鞋".repeat(900), opinion: "鞋".repeat(4000) });
    expect(draft.isCut).toBe(true);
    expect(graphemes(draft.title ?? "")).toBeLessThanOrEqual(network === "lemmy" ? 200 : 300);
    expect(shareAddress(network, draft, origin).length).toBeLessThan(10_000);
  });
});

describe("hostile words", () => {
  it("call nobody and join no topic", () => {
    const opinion = "@everyone look, @a@b.example #sale ＠you ＃tag $BUY, mail x@y.example, 5 @ home, # 1";
    const { text } = shareDraft("bluesky", { heading: "Of @brand", opinion });
    expect(text).not.toMatch(/[@＠#＃$](?=[\p{L}\p{N}_])/u);
    expect(text.replaceAll("\u2060", "")).toBe(`Of @brand\n\n“${opinion}”`);
  });

  it("reorder nothing", () => {
    const { text } = shareDraft("bluesky", { heading: "Mine", opinion: "\u202Eevil\u2066\u0000\u200F!" });
    expect(text).toBe("Mine\n\n“evil!”");
  });

  it("add no field to the address and lead nowhere else", () => {
    const opinion = "x&text=y#z?url=javascript:alert(1)%0A&via=me \uD800";
    for (const network of shareNetworks) {
      const url = read(network, { ...words, opinion, heading: opinion, link: "https://r.example/?a=1&b=2" });
      expect(url.protocol).toBe("https:");
      expect(url.hash).toBe("");
      expect([...url.searchParams.keys()].filter((name) => name === "via")).toEqual([]);
      expect(url.href.isWellFormed()).toBe(true);
    }
  });

  it("are no markup where markup is read", () => {
    const opinion =
      "# Big\n- **bold** [x](javascript:y) ![i](j)\n1. <b> `c` ~~d~~\n    code\n::: spoiler\nu/someone &amp; r/shoes";
    const { text } = shareDraft("lemmy", { heading: "Mine", opinion });
    expect(text.split("\n")).toEqual([
      "> \\# Big",
      "> \\- \\*\\*bold\\*\\* \\[x\\](javascript:y) \\!\\[i\\](j)",
      "> 1\\. \\<b\\> \\`c\\` \\~\\~d\\~\\~",
      "> code",
      "> \\::: spoiler",
      "> u/\u2060someone \\&amp; r/\u2060shoes",
    ]);
  });
});

it("any words fit every network, are whole characters, and stay on its address", () => {
  const text = fc.string({ unit: "binary", maxLength: 1200 });
  fc.assert(
    fc.property(
      fc.constantFrom(...shareNetworks),
      text,
      text,
      fc.option(fc.webUrl(), { nil: undefined }),
      (network, heading, opinion, page) => {
        const draft = shareDraft(network, { heading, opinion, ...(page !== undefined && { link: page }) });
        expect(draft.text.isWellFormed()).toBe(true);
        if (network === "bluesky" && page === undefined)
          expect(graphemes(draft.text)).toBeLessThanOrEqual(300);
        const before = new URL(shareAddress(network, { text: "", isCut: false }, origin));
        const after = new URL(shareAddress(network, draft, origin));
        expect(after.origin + after.pathname).toBe(before.origin + before.pathname);
        expect(after.searchParams.get(network === "lemmy" ? "body" : "text")).toBe(draft.text);
      },
    ),
    { numRuns: 60 },
  );
});
