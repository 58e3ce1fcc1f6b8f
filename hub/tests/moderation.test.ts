import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { readRecord } from "../../lib/reviews/removal-record.ts";
import type { Review } from "../../lib/model/review.ts";
import { FeedDaily } from "../../lib/schema/feed-daily.ts";
import { FeedHead } from "../../lib/schema/feed.ts";
import { run } from "../src/commands/run.ts";
import { hubKeyOf, openHubKey } from "../src/hub-key.ts";
import { silentLog } from "../src/log.ts";
import { terminalText } from "../src/terminal-text.ts";
import { testHub, type ReviewsBody } from "./hub-fixture.ts";
import { june, maresi, person } from "./people.ts";

const shop = "https://shop.example";

describe("a stranger's words on a terminal", () => {
  it.each([
    ["colours and movements", "\u001B[31mred\u001B[2J\r", String.raw`\u{1b}[31mred\u{1b}[2J\u{d}`],
    ["eight-bit controls", "\u009B31m\u0085", String.raw`\u{9b}31m\u{85}`],
    ["a bell and NUL", "\u0007\u0000", String.raw`\u{7}\u{0}`],
    ["lines that pretend", "one\ntwo\u2028three", String.raw`one\ntwo\u{2028}three`],
    ["a turned direction", "abc\u202Etxt", String.raw`abc\u{202e}txt`],
    ["what cannot be seen", "pay\u200Bpal\uFEFF", String.raw`pay\u{200b}pal\u{feff}`],
    ["escapes of its own", String.raw`\u{1b}`, String.raw`\\u{1b}`],
    ["half a letter", "\uD83D", "\uFFFD"],
    ["any language", "Grüße, שלום, 你好 👋", "Grüße, שלום, 你好 👋"],
  ])("write out %s", (_what, text, shown) => {
    expect(terminalText(text)).toBe(shown);
  });

  it("end after a while, and say how long they are", () => {
    expect(terminalText("a".repeat(2000))).toBe(`${"a".repeat(600)} … (2000 characters)`);
  });
});

describe("the hub's key", () => {
  let folder: string;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "hub-key-"))));
  afterEach(() => rm(folder, { recursive: true }));

  it("is made at the first start, for its owner's eyes alone, and is the same from then on", async () => {
    const path = join(folder, "data", "hub-key.json");
    const key = await openHubKey(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await openHubKey(path)).public).toBe(key.public);
    const record = await (
      await openHubKey(path)
    ).sign({
      act: "remove",
      id: "a".repeat(32),
      code: "spam",
      day: "2026-03-01",
    });
    expect(await readRecord(record, key.public)).toBeDefined();
  });

  it("is one although two hubs start at once", async () => {
    const path = join(folder, "hub-key.json");
    const keys = await Promise.all([openHubKey(path), openHubKey(path), openHubKey(path)]);
    expect(new Set(keys.map((key) => key.public)).size).toBe(1);
  });

  it.each(["", "{}", '{"kty":"RSA"}'])(
    "that is none (%s) stops the hub, and is left as it is",
    async (text) => {
      const path = join(folder, "hub-key.json");
      await writeFile(path, text);
      await expect(openHubKey(path)).rejects.toThrow("is no key");
      expect(await readFile(path, "utf8")).toBe(text);
    },
  );
});

describe("what the public sees", () => {
  it("is the key in the feed's head and under .well-known, and removals that it has signed", async () => {
    const key = hubKeyOf(await generateSigningKey());
    await using hub = await testHub({ key, name: "<b>Hub</b>" });
    const ann = await person();
    const review = await ann.signs({ sub: shop, rating: 0, opinion: "A secret <i>address</i>" });
    await hub.put(review.jwt);
    const head = FeedHead.parse(await hub.json("/v1/feed/head.json"));
    expect(head.key).toBe(key.public);
    expect(await hub.json("/.well-known/backtalk-hub.json")).toEqual({
      name: "<b>Hub</b>",
      key: key.public,
      feed: "/v1/feed/head.json",
      removals: "/removals.json",
    });
    const day = "2026-03-01";
    const order = {
      signatureKey: review.signatureKey,
      code: "court-order",
      jurisdiction: "DE",
      day,
    } as const;
    await hub.storage.remove({ ...order, sign: key.sign });
    await hub.storage.hold({ target: "https://other.example/?<script>", day, untilDay: "2099-01-01" });
    const list = await hub.json<{ key: string; removals: { id: string; record: string }[] }>(
      "/removals.json",
    );
    expect(list).toMatchObject({
      key: key.public,
      removals: [{ id: review.id, code: "court-order", reason: "court-order DE", day }],
      restored: [],
      holds: [{ target: "https://other.example/?<script>", since: day, until: "2099-01-01" }],
    });
    expect(await readRecord(list.removals[0]?.record ?? "", key.public)).toMatchObject({ id: review.id });
    const daily = FeedDaily.parse(
      await hub.json(`/v1/feed/${FeedHead.parse(await hub.json("/v1/feed/head.json")).daily?.path}`),
    );
    expect(daily.removals).toEqual(list.removals);
    const reply = await hub.get("/removals");
    const page = await reply.text();
    expect(page).toContain("By order of a court or authority (DE)");
    expect(page).toContain(review.id);
    expect(page).not.toMatch(/secret|<b>Hub|<script/);
    expect(reply.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'/);
    expect(await (await hub.put(review.jwt)).text()).toBe(
      "Removed by the operator of this server: court-order DE",
    );
  });

  it("is a restoration with its token in the feed, and the next day's difference too", async () => {
    const key = hubKeyOf(await generateSigningKey());
    await using hub = await testHub({ key });
    const ann = await person();
    const review = await ann.signs({ sub: shop, rating: 0, opinion: "one" });
    await hub.put(review.jwt);
    const order = { signatureKey: review.signatureKey, day: "2026-03-01", sign: key.sign };
    await hub.storage.remove({ ...order, code: "spam", keepUntilDay: "2099-01-01" });
    await hub.json("/v1/feed/head.json");
    await hub.storage.restore(order);
    const head = FeedHead.parse(await hub.json("/v1/feed/head.json"));
    const daily = FeedDaily.parse(await hub.json(`/v1/feed/${head.daily?.path}`));
    expect(daily).toMatchObject({ removals: [], restored: [{ id: review.id, jwt: review.jwt }] });
    expect((await hub.json<{ restored: object[] }>("/removals.json")).restored).toEqual([
      { id: review.id, day: "2026-03-01", record: daily.restored?.[0]?.record },
    ]);
    expect((await hub.json<ReviewsBody>(`/reviews?sub=${shop}`)).reviews).toHaveLength(1);
  });

  it("is nothing of flags or of what waits; whoever hands something in is told that it waits", async () => {
    await using hub = await testHub();
    const [ann, bob] = [await person(), await person()];
    const review = await ann.signs({ sub: shop, rating: 0, opinion: "one" });
    await hub.put(review.jwt);
    await hub.storage.hold({ target: shop, day: "2026-03-01" });
    const waiting = await bob.signs({ sub: shop, rating: 100, opinion: "waits" });
    const reply = await hub.put(waiting.jwt, { Origin: "https://anywhere.example" });
    expect([reply.status, await reply.text(), reply.headers.get("Hub-Held")]).toEqual([200, "true", "true"]);
    expect(reply.headers.get("Access-Control-Expose-Headers")).toContain("Hub-Held");
    for (const path of [
      "/reviews",
      "/reviews?q=waits",
      `/reviews?signature=${waiting.signature}`,
      "/v1/reviews",
      "/removals.json",
      `/issuer/${encodeURIComponent(bob.key.kid)}`,
      `/subject/${encodeURIComponent(shop)}`,
    ]) {
      const body = await (await hub.get(path, { Accept: "application/json" })).text();
      expect(body, path).not.toContain(waiting.jwt);
      expect(body, path).not.toMatch(/"count":2|"opinion":"waits"/);
    }
    expect((await hub.get(`/review/${waiting.signature}`)).status).toBe(404);
    const { paths } = await hub.json<{ paths: object }>("/openapi.json");
    expect(Object.keys(paths).join(" ")).not.toMatch(/queue|flag|held/);
  });

  it("pages through long lists, and refuses more than a page", async () => {
    await using hub = await testHub();
    const ann = await person();
    for (let i = 0; i < 3; i++) {
      const review = await ann.signs({ sub: `${shop}/${i}`, rating: 25 });
      await hub.put(review.jwt);
      await hub.storage.remove({ signatureKey: review.signatureKey, code: "spam", day: `2026-03-0${i + 1}` });
    }
    const days = async (query: string): Promise<string[]> =>
      (await hub.json<{ removals: { day: string }[] }>(`/removals.json?${query}`)).removals.map(
        ({ day }) => day,
      );
    expect(await days("")).toEqual(["2026-03-03", "2026-03-02", "2026-03-01"]);
    expect(await days("limit=1&offset=1")).toEqual(["2026-03-02"]);
    expect((await hub.get("/removals.json?limit=10001")).status).toBe(413);
    expect((await hub.get("/removals.json?limit=x")).status).toBe(400);
  });
});

describe("an operator at the command line", () => {
  let folder: string;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "hub-operator-"))));
  afterEach(() => rm(folder, { recursive: true }));
  let env: Record<string, string>;
  beforeEach(() => void (env = { HUB_STORAGE: join(folder, "hub.sqlite") }));
  const call = async (...args: string[]): Promise<[number, string]> => {
    let said = "";
    const code = await run(args, {
      env,
      log: silentLog,
      print: (line) => (said += `${line}\n`),
      stopped: async () => undefined,
    });
    return [code, said];
  };
  const imports = async (...reviews: Review[]): Promise<string> => {
    const file = join(folder, "tokens");
    await writeFile(file, reviews.map(({ jwt }) => jwt).join("\n"));
    return (await call("import", file))[1];
  };

  it("sees flags with their reasons, dismisses one, removes the other, restores it, all without a name", async () => {
    const [ann, one, two] = [await person(), await person(), await person()];
    const rude = await ann.signs({ sub: shop, rating: 0, opinion: "Rude \u001B[2Jwords" });
    const fine = await ann.signs({ sub: `${shop}/fine`, rating: 100, opinion: "Fine" });
    await imports(
      rude,
      fine,
      await one.signs({ sub: maresi(rude), rating: 0, opinion: "Insult" }),
      await two.signs({ sub: maresi(rude), rating: 0, opinion: "Insult" }),
      await two.signs({ sub: maresi(fine), rating: 1, opinion: "\u202EBoring" }),
    );
    const [, listed] = await call("queue");
    expect(listed.split("\n").slice(0, 6)).toEqual([
      rude.signature,
      `  about    ${shop}, rated 0 of 100`,
      String.raw`  says     Rude \u{1b}[2Jwords`,
      "  flagged  2 by 2 single-use keys, networks not known; 2 against the terms, 0 of low quality",
      "  reason   2 × Insult",
      "",
    ]);
    expect(listed).toContain(String.raw`1 × \u{202e}Boring`);
    expect((await call("queue", "--subject", "https://www.shop.example/fine"))[1]).not.toContain("Insult");
    expect(await call("dismiss", "--signature", fine.signature)).toEqual([0, "1 flag dealt with.\n"]);
    expect(await call("remove", "--signature", maresi(rude), "--code", "illegal")).toEqual([
      0,
      expect.stringContaining("1 removed, kept aside for 183 days."),
    ]);
    expect(await call("queue")).toEqual([0, "Nothing is waiting.\n"]);
    const out = join(folder, "feed");
    await call("publish", "--out", out);
    const head = FeedHead.parse(JSON.parse(await readFile(join(out, "head.json"), "utf8")));
    const daily = FeedDaily.parse(JSON.parse(await readFile(join(out, head.daily?.path ?? ""), "utf8")));
    expect(await readRecord(daily.removals?.[0]?.record ?? "", head.key ?? "")).toMatchObject({
      act: "remove",
      id: rude.id,
      code: "illegal",
    });
    expect(await call("restore", "--signature", rude.signature)).toEqual([
      0,
      expect.stringContaining("1 removals lifted, 1 tokens are back."),
    ]);
    expect(await imports(rude)).toMatch(/^0 added, 1 known/);
  });

  it("keeps nothing of what exposes a person, and takes it back in from a file alone", async () => {
    const ann = await person();
    const review = await ann.signs({ sub: shop, rating: 0, opinion: "She lives at …" });
    await imports(review);
    const removed = await call("remove", "--signature", review.signature, "--code", "exposes-a-person");
    expect(removed).toEqual([0, expect.stringContaining("nothing kept")]);
    const database = await readFile(join(folder, "hub.sqlite"));
    expect(database.includes(review.jwt.split(".")[1] ?? "")).toBe(false);
    expect(database.includes("She lives at")).toBe(false);
    const file = join(folder, "tokens");
    expect(await call("restore", "--signature", review.signature, "--tokens", file)).toEqual([
      0,
      expect.stringContaining("1 removals lifted, 1 tokens are back."),
    ]);
  });

  it("puts a subject on hold, looks at what waits, and releases it", async () => {
    const ann = await person();
    expect((await call("hold", "--subject", shop, "--until", "2099-01-01"))[0]).toBe(0);
    expect(await imports(await ann.signs({ sub: shop, rating: 0, opinion: "waits\u0007" }))).toMatch(
      /, 1 held/,
    );
    const [, held] = await call("queue", "--held");
    expect(held).toContain(`${shop}: 1 waiting, since `);
    expect(held).toContain(String.raw`review 0/100 waits\u{7}`);
    expect(await call("release", "--subject", "https://www.shop.example/")).toEqual([
      0,
      "Released: 1 published.\n",
    ]);
    expect(await call("queue", "--held")).toEqual([0, "Nothing is on hold.\n"]);
  });

  it("keeps its key where HUB_KEY says, and has none where that is empty", async () => {
    const headWith = async (path: string): Promise<FeedHead> => {
      env = { HUB_STORAGE: join(folder, "hub.sqlite"), HUB_KEY: path };
      await call("publish", "--out", join(folder, "feed"));
      return FeedHead.parse(JSON.parse(await readFile(join(folder, "feed", "head.json"), "utf8")));
    };
    const path = join(folder, "elsewhere", "key.json");
    const head = await headWith(path);
    expect(head.key).toBe((await openHubKey(path)).public);
    expect((await headWith("")).key).toBeUndefined();
    await expect(stat(join(folder, "hub-key.json"))).rejects.toThrow("ENOENT");
  });

  const nobody = "A".repeat(86);
  it.each([
    [["dismiss"], "dismiss needs --signature S."],
    [["dismiss", "--signature", nobody], "No open flag is about this."],
    [["hold"], "hold needs --subject URI or --signature S, and not both."],
    [["hold", "--subject", shop, "--signature", nobody], "and not both"],
    [["hold", "--subject", "http://shop.example"], "Unknown URI scheme: http"],
    [["hold", "--subject", shop, "--until", "2026-02-30"], "--until is a day"],
    [["hold", "--subject", shop, "--until", "2020-01-01"], "--until lies in the past."],
    [["release", "--subject", shop], "There is no hold on this."],
    [["restore", "--signature", nobody], "Nothing with this signature was removed."],
    [["queue", "--limit", "many"], "--limit must be a whole number."],
  ])("is told what is wrong with %j", async (args, words) => {
    expect(await call(...args)).toEqual([2, expect.stringContaining(words)]);
  });
});

it("an edit of a held review, and its reply, are told to wait as well", async () => {
  await using hub = await testHub();
  const ann = await person();
  await hub.storage.hold({ target: shop, day: "2026-03-01" });
  const review = await ann.signs({ sub: shop, rating: 0, opinion: "one" });
  const edit = await ann.signs({ sub: maresi(review), action: "edit", opinion: "two", iat: june + 1 });
  for (const { jwt } of [review, edit, edit]) {
    const reply = await hub.put(jwt);
    expect([reply.status, reply.headers.get("Hub-Held")]).toEqual([200, "true"]);
  }
});
