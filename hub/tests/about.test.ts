import { createHash } from "node:crypto";
import { Window } from "happy-dom";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Review } from "../../lib/model/review.ts";
import type { FeedOfficialKey } from "../../lib/schema/feed-daily.ts";
import { atomFeed } from "../src/about/atom.ts";
import { type TestHub, testHub } from "./hub-fixture.ts";
import { june, maresi, person, type Person } from "./people.ts";

const subject = "https://kite.example";
const hour = 3600;
const hostile = `<img src=x onerror=alert(1)> & "]]>" \u0001 \u202eevil\u202c`;

let hub: TestHub;
let anna: Person;
let brand: Person;
let review: Review;
let officialKeys: FeedOfficialKey[];
let version: number;

beforeEach(async () => {
  [anna, brand] = await Promise.all([person(), person()]);
  officialKeys = [];
  version = 0;
  hub = await testHub({
    name: "Test <hub>",
    now: () => (june + 9 * hour) * 1000,
    extras: { version: async () => version, read: async () => ({ officialKeys }) },
  });
  review = await anna.signs({ sub: subject, rating: 25, opinion: "Torn.", metadata: { nickname: "anna" } });
  await hub.put(review.jwt);
});
afterEach(() => hub.close());

const say = async (who: Person, payload: Parameters<Person["signs"]>[0]): Promise<Review> => {
  const said = await who.signs(payload);
  expect((await hub.put(said.jwt)).status).toBe(200);
  return said;
};
const answer = (who = brand, opinion = "We are sorry."): Promise<Review> =>
  say(who, { sub: maresi(review), opinion, iat: june + hour });
const prove = (changes: Partial<FeedOfficialKey> = {}): void => {
  officialKeys = [{ brand: "kite.example", author: review.author, method: "dns", ...changes }];
  version += 1;
};
const page = async (sub = "kite.example"): Promise<string> => (await hub.get(`/about/${sub}`)).text();

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly name: string;
  readonly content: string;
}
const textOf = (
  parent: { querySelector(name: string): { textContent: string } | null },
  name: string,
): string => parent.querySelector(name)?.textContent ?? "";
async function feed(
  sub = "kite.example",
): Promise<{ readonly xml: string; readonly entries: readonly Entry[] }> {
  const reply = await hub.get(`/atom/${sub}`);
  expect(reply.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
  const xml = await reply.text();
  const parsed = new new Window().DOMParser().parseFromString(xml, "application/xml");
  expect(parsed.querySelector("parsererror")).toBeNull();
  // What the parser lets pass and others do not.
  // oxlint-disable-next-line no-control-regex -- these must not be there
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff]|&(?!amp;|lt;|gt;|quot;)/);
  const entries = [...parsed.querySelectorAll("entry")].map((entry) => ({
    id: textOf(entry, "id"),
    title: textOf(entry, "title"),
    updated: textOf(entry, "updated"),
    name: textOf(entry, "author > name"),
    content: textOf(entry, "content"),
  }));
  return { xml, entries };
}

describe("the page about a subject", () => {
  it("shows what was said, whichever spelling was meant, and its replies", async () => {
    await say(anna, { sub: "https://www.kite.example/", rating: 100, opinion: "The new one flies." });
    await answer();
    const shown = await page();
    for (const words of ["anna", "2 of 5 stars", "Torn.", "The new one flies.", "We are sorry."])
      expect(shown).toContain(words);
    expect(shown).not.toContain("Official");
    expect(await page(encodeURIComponent("https://www.kite.example"))).toContain("We are sorry.");
  });

  it("marks what a proven key says, for as long as the proof holds", async () => {
    const { author } = await answer();
    prove({ author });
    expect(await page()).toContain('<span class="tag">Official</span>');
    expect(await page()).toContain("a key by a DNS record");
    prove({ author, expiresAt: june + 9 * hour });
    expect(await page()).not.toContain("Official");
    prove({ author, brand: "acme.example" });
    expect(await page()).not.toContain("Official");
  });

  it("says how to prove a key, and what that does not give", async () => {
    const shown = await page();
    expect(shown).toContain("https://kite.example/.well-known/backtalk.json");
    expect(shown).toContain("_backtalk.kite.example");
    expect(shown).toContain("nothing that was said can be removed, hidden or reordered");
  });

  it("runs nothing and loads nothing, whatever people write", async () => {
    await say(anna, { sub: `${subject}/`, rating: 0, opinion: hostile, metadata: { nickname: "<b>x" } });
    const reply = await hub.get("/about/kite.example");
    const shown = await reply.text();
    expect(shown).not.toMatch(/<script|<img|<b>x|Test <hub>/);
    const style = /<style>([^]*?)<\/style>/.exec(shown)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    const policy = reply.headers.get("Content-Security-Policy");
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(policy).toContain(`'sha256-${hash}'`);
  });

  it("shows an edit under the original, and nothing that was deleted, flagged or only voted", async () => {
    const reply = await answer();
    await say(brand, {
      sub: maresi(reply),
      action: "edit",
      opinion: "A new one comes.",
      iat: june + 2 * hour,
    });
    await say(anna, {
      sub: maresi(review),
      action: "edit",
      rating: 75,
      opinion: "Mended.",
      iat: june + 3 * hour,
    });
    await say(await person(), { sub: maresi(review), rating: 0, opinion: "This is spam" });
    // As other clients report; ours never sign this.
    const action = "report_abuse" as unknown as "edit";
    await say(await person(), { sub: maresi(review), action, opinion: "This is spam" });
    await say(await person(), { sub: maresi(review), rating: 100 });
    let shown = await page();
    expect(shown).toContain("Mended.");
    expect(shown).toContain("A new one comes.");
    expect(shown).not.toMatch(/Torn|We are sorry|This is spam/);
    await say(anna, { sub: maresi(review), action: "delete", opinion: "gone", iat: june + 4 * hour });
    shown = await page();
    expect(shown).toContain("Nothing so far.");
  });

  it("finds replies however they spell the signature, and below edits of edits", async () => {
    const edited = await say(anna, { sub: maresi(review), action: "edit", opinion: "2", iat: june + 1 });
    await say(anna, { sub: maresi(edited), action: "edit", opinion: "Third words.", iat: june + 2 });
    // One client in use appends this to every subject.
    await say(await person(), { sub: `${maresi(review)}?q=`, opinion: "Mine as well." });
    const reply = await answer();
    await say(brand, {
      sub: `${maresi(reply)}?q=`,
      action: "edit",
      opinion: "Sorry again.",
      iat: june + hour,
    });
    const shown = await page();
    for (const words of ["Third words.", "Mine as well.", "Sorry again."]) expect(shown).toContain(words);
    expect(shown).not.toContain("We are sorry.");
    expect(shown).not.toContain("?q=");
  });

  it("keeps what was answered to one review, however many answers another gets", async () => {
    await answer();
    const other = await say(await person(), { sub: subject, rating: 50, opinion: "So so." });
    const { author } = await say(brand, { sub: maresi(other), opinion: "Thank you.", iat: june + hour });
    prove({ author });
    const flood = await Promise.all(
      Array.from({ length: 201 }, (_, i) =>
        anna.signs({ sub: maresi(other), opinion: `Flood ${i}`, iat: june + 2 * hour + i }),
      ),
    );
    await hub.storage.copy(flood);
    const shown = await page();
    expect(shown).toContain("We are sorry.");
    expect(shown).toContain("Thank you.");
    expect(shown).toContain("Flood 200");
    expect(shown).not.toContain("Flood 180<");
  });

  it("says which words are by software, and whose author belongs to the brand", async () => {
    const metadata = { is_generated: "true", is_affiliated: "true" };
    await say(await person(), { sub: subject, rating: 100, opinion: "Buyers are glad.", metadata });
    expect(await page()).toContain("written by software");
    expect(await page()).toContain("belongs to the brand, or was paid");
  });

  it.each(["kite", "ftp://kite.example", "javascript:alert(1)", "urn:maresi:x", "urn:lei:short"])(
    "is none for %s",
    async (sub) => {
      for (const kind of ["about", "atom"])
        expect((await hub.get(`/${kind}/${encodeURIComponent(sub)}`)).status).toBe(400);
    },
  );
});

describe("the feed about a subject", () => {
  it("has each review and reply once, newest first, under an id that is its signature", async () => {
    const reply = await answer();
    prove({ author: reply.author });
    const { entries, xml } = await feed();
    expect(entries).toEqual([
      {
        id: maresi(reply),
        title: "Official reply to anna",
        updated: "2025-06-01T01:00:00Z",
        name: expect.stringMatching(/^[0-9a-f]{4}…[0-9a-f]{2}$/) as string,
        content: "We are sorry.",
      },
      {
        id: maresi(review),
        title: "Review, 2 of 5",
        updated: "2025-06-01T00:00:00Z",
        name: "anna",
        content: "Torn.",
      },
    ]);
    expect(xml).toContain("<updated>2025-06-01T01:00:00Z</updated>\n<author><name>Test &lt;hub&gt;</name>");
    expect(xml).toMatch(/<id>urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}<\/id>/);
  });

  it("lets nobody call themselves official", async () => {
    const metadata = { nickname: "\u202eKite (official)" };
    await say(await person(), { sub: maresi(review), opinion: "Torn on purpose.", metadata });
    const { entries } = await feed();
    const reply = entries.find(({ name }) => name === "Kite (official)");
    expect(reply?.title).toBe("Reply to anna");
  });

  it("is well-formed whatever people write", async () => {
    await say(anna, { sub: `${subject}/`, rating: 0, opinion: hostile, metadata: { nickname: "<b>&amp;" } });
    const { entries } = await feed();
    expect(entries.map(({ content }) => content).join(" ")).toContain('<img src=x onerror=alert(1)> & "]]>"');
    expect(entries.map(({ name }) => name)).toContain("<b>&amp;");
  });

  it("leaves out what XML cannot hold", () => {
    const said = {
      signature: "s",
      name: "\ufffe",
      isOfficial: false,
      isGenerated: false,
      isAffiliated: false,
    };
    const about = { subject, subjects: [subject], proven: [] };
    const odd = { ...said, opinion: "a\u0000b\ud800c\u{1f600}", at: june, replies: [] };
    const xml = atomFeed({ ...about, reviews: [odd] }, "hub");
    expect(xml).toContain('<content type="text">ab\ufffdc\u{1f600}</content>');
    expect(xml).toContain("<author><name></name></author>");
  });

  it("is empty and valid where nothing was said", async () => {
    const { entries, xml } = await feed("acme.example");
    expect(entries).toEqual([]);
    expect(xml).toContain("<updated>2020-01-01T00:00:00Z</updated>");
  });

  it("does not let a date in the future stand", async () => {
    const other = await person();
    const late = { sub: subject, rating: 0, opinion: "From tomorrow", iat: june + 900_000_000 };
    // A submission would be refused; a copy from elsewhere is not ours to judge.
    await hub.storage.copy([await other.signs(late)]);
    const { entries } = await feed();
    expect(entries[0]?.updated).toBe("2025-06-02T09:00:00Z");
  });

  it("costs nothing to ask again while nothing is new", async () => {
    const first = await hub.get("/atom/kite.example");
    const etag = first.headers.get("ETag") ?? "";
    await first.text();
    expect((await hub.get("/atom/kite.example", { "If-None-Match": etag })).status).toBe(304);
    await answer();
    expect((await hub.get("/atom/kite.example", { "If-None-Match": etag })).status).toBe(200);
  });
});
