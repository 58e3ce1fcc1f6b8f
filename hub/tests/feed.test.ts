import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Review } from "../../lib/model/review.ts";
import { FeedDaily } from "../../lib/schema/feed-daily.ts";
import { FeedHead, FeedLine } from "../../lib/schema/feed.ts";
import { createFeed } from "../src/feed/feed.ts";
import { publish, type Published } from "../src/feed/publish.ts";
import { testHub, type TestHub } from "./hub-fixture.ts";
import { june, person } from "./people.ts";

let reviews: readonly Review[];
beforeAll(async () => {
  const ann = await person();
  reviews = await Promise.all(
    // Back-dated more and more: commit order has nothing to do with the authors' clocks.
    Array.from({ length: 2100 }, (_, i) =>
      ann.signs({ sub: `https://${i}.example`, rating: 75, iat: june - i }),
    ),
  );
});

const sha256 = (body: string): string => createHash("sha256").update(body).digest("hex");

async function readFeed(
  read: (path: string) => Promise<string>,
): Promise<{ head: FeedHead; lines: FeedLine[] }> {
  const head = FeedHead.parse(JSON.parse(await read("head.json")));
  const lines: FeedLine[] = [];
  for (const segment of head.segments) {
    const body = await read(segment.path);
    const parsed = body
      .trim()
      .split("\n")
      .map((line) => FeedLine.parse(JSON.parse(line)));
    expect([sha256(body), Buffer.byteLength(body), parsed.length]).toEqual([
      segment.sha256,
      segment.bytes,
      segment.count,
    ]);
    lines.push(...parsed);
  }
  return { head, lines };
}
const overHttp = (hub: TestHub) => async (path: string) => (await hub.get(`/v1/feed/${path}`)).text();

describe("the feed", () => {
  it("holds every token once, in commit order, in files that are what the head says", async () => {
    await using hub = await testHub();
    await hub.storage.copy(reviews);
    const { head, lines } = await readFeed(overHttp(hub));
    expect(lines).toEqual(reviews.map(({ jwt }, i) => ({ n: i + 1, jwt })));
    expect(head).toMatchObject({ through: 2100, count: 2100 });
    expect(head.segments.map(({ first, last }) => [first, last])).toEqual([
      [1, 1000],
      [1001, 2000],
      [2001, 2100],
    ]);
  });

  it("keeps full segments as they are when more comes; the tail gets a new name, the old one still works", async () => {
    await using hub = await testHub();
    await hub.storage.copy(reviews.slice(0, 1500));
    const before = await readFeed(overHttp(hub));
    await hub.storage.copy(reviews);
    const after = await readFeed(overHttp(hub));
    expect(after.head.segments[0]).toEqual(before.head.segments[0]);
    const oldTail = before.head.segments[1]?.path ?? "";
    expect(after.head.segments.map(({ path }) => path)).not.toContain(oldTail);
    expect((await hub.get(`/v1/feed/${oldTail}`)).status).toBe(200);
  });

  it("forgets what was removed at once, under every name, and says so in the daily file", async () => {
    await using hub = await testHub();
    await hub.storage.copy(reviews.slice(0, 1200));
    const before = await readFeed(overHttp(hub));
    const [removed] = reviews;
    await hub.storage.remove({
      signatureKey: removed?.signatureKey ?? "",
      code: "court-order",
      day: "2025-06-01",
    });
    const after = await readFeed(overHttp(hub));
    expect(after.lines).toHaveLength(1199);
    expect(after.lines[0]?.n).toBe(2);
    expect((await hub.get(`/v1/feed/${before.head.segments[0]?.path}`)).status).toBe(404);
    const daily = FeedDaily.parse(JSON.parse(await overHttp(hub)(after.head.daily?.path ?? "")));
    expect(daily.removals).toEqual([
      {
        id: removed?.id,
        signature: removed?.signature,
        reason: "court-order",
        code: "court-order",
        day: "2025-06-01",
      },
    ]);
  });

  it("is empty and whole before the first review", async () => {
    await using hub = await testHub();
    const { head } = await readFeed(overHttp(hub));
    expect(head).toMatchObject({ through: 0, count: 0, segments: [] });
  });

  it.each([
    "segments/x",
    "segments/00000001-0000000000000000.jsonl",
    "segments/99999999-0000000000000000.jsonl",
    "daily/x",
    "segments/..%2f..%2fhead.json",
  ])("has no file %s", async (path) => {
    await using hub = await testHub();
    expect((await hub.get(`/v1/feed/${path}`)).status).toBe(404);
  });

  it("is cached for ever but for its head, and validated by the hash of the content alone", async () => {
    await using hub = await testHub();
    await hub.storage.copy(reviews.slice(0, 5));
    const head = await hub.get("/v1/feed/head.json");
    const { segments } = FeedHead.parse(await head.clone().json());
    expect(head.headers.get("Cache-Control")).toBe("public, max-age=60");
    const path = `/v1/feed/${segments[0]?.path}`;
    const plain = await hub.get(path, { "Accept-Encoding": "identity" });
    expect(plain.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(plain.headers.get("ETag")).toBe(`"${segments[0]?.sha256}"`);
    const packed = await hub.get(path, { "Accept-Encoding": "gzip" });
    expect([packed.headers.get("Content-Encoding"), packed.headers.get("ETag")]).toEqual([
      "gzip",
      `W/"${segments[0]?.sha256}"`,
    ]);
    expect(await packed.text()).toBe(await plain.text());
    const again = await hub.get("/v1/feed/head.json", { "If-None-Match": head.headers.get("ETag") ?? "" });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it("carries what the operator's own jobs know", async () => {
    const folder = await mkdtemp(join(tmpdir(), "hub-daily-"));
    const dailyFile = join(folder, "daily.json");
    const extras = {
      brands: { "shop.example": { threads: { hn: 3 } } },
      officialKeys: [],
      sitesOff: ["mastodon"],
    };
    await writeFile(dailyFile, JSON.stringify({ ...extras, removals: "not theirs to say" }));
    await using hub = await testHub({ dailyFile });
    const { head } = await readFeed(overHttp(hub));
    const daily = JSON.parse(await overHttp(hub)(head.daily?.path ?? "")) as object;
    expect(daily).toMatchObject({ ...extras, removals: [] });
    // A job that goes wrong changes nothing.
    for (const broken of ['{"brands": 7}', '{"bra']) {
      await writeFile(dailyFile, broken);
      expect((await readFeed(overHttp(hub))).head.daily).toEqual(head.daily);
    }
    await rm(folder, { recursive: true });
  });
});

describe("publish --out", () => {
  let out: string;
  let hub: TestHub;
  const run = (options: Partial<Parameters<typeof publish>[0]> = {}): Promise<Published> =>
    publish({
      feed: createFeed({ storage: hub.storage, name: "Backtalk hub", now: Date.now, headMaxAgeMs: 0 }),
      out,
      now: Date.now,
      ...options,
    });
  const onDisk = (path: string): Promise<string> => readFile(join(out, path), "utf8");

  beforeEach(async () => {
    out = await mkdtemp(join(tmpdir(), "hub-feed-"));
    hub = await testHub();
    await hub.storage.copy(reviews.slice(0, 1500));
  });
  afterEach(async () => {
    await hub.close();
    await rm(out, { recursive: true });
  });

  it("writes byte for byte what the server serves", async () => {
    await run({ gzip: true });
    const { head } = await readFeed(onDisk);
    for (const path of [
      "head.json",
      ...head.segments.map((segment) => segment.path),
      head.daily?.path ?? "",
    ]) {
      expect(await onDisk(path)).toBe(await overHttp(hub)(path));
      expect(gunzipSync(await readFile(join(out, `${path}.gz`))).toString()).toBe(await onDisk(path));
    }
  });

  it("writes only what is new, and keeps for a while what older heads name", async () => {
    expect(await run()).toEqual({ written: 3, kept: 0, deleted: 0, through: 1500 });
    await hub.storage.copy(reviews);
    expect(await run()).toEqual({ written: 2, kept: 2, deleted: 0, through: 2100 });
    expect(await run()).toEqual({ written: 0, kept: 4, deleted: 0, through: 2100 });
    expect(await readdir(join(out, "segments"))).toHaveLength(4);
  });

  it("deletes what no head has named for long, and nothing that is not its own", async () => {
    await run();
    await hub.storage.copy(reviews);
    await writeFile(join(out, "segments", "notes.txt"), "mine");
    for (const name of await readdir(join(out, "segments"))) await utimes(join(out, "segments", name), 1, 1);
    expect(await run()).toMatchObject({ deleted: 1 });
    expect(await onDisk("segments/notes.txt")).toBe("mine");
    await readFeed(onDisk);
  });

  it("leaves no trace of what was removed", async () => {
    await run({ gzip: true });
    const [removed] = reviews;
    await hub.storage.remove({
      signatureKey: removed?.signatureKey ?? "",
      code: "court-order",
      day: "2025-06-01",
    });
    await run({ gzip: true });
    for (const name of await readdir(join(out, "segments"))) {
      const body = await readFile(join(out, "segments", name));
      expect(String(name.endsWith(".gz") ? gunzipSync(body) : body)).not.toContain(removed?.jwt);
    }
    expect((await readFeed(onDisk)).lines).toHaveLength(1499);
  });
});

describe("GET /v1/reviews?since", () => {
  type Page = { reviews: { n: number; jwt: string }[]; next: number; through: number };

  it("walks through everything by plain integers, and ends", async () => {
    await using hub = await testHub();
    await hub.storage.copy(reviews.slice(0, 25));
    const seen: string[] = [];
    let page: Page = { reviews: [], next: 0, through: -1 };
    while (page.next !== page.through) {
      page = await hub.json<Page>(`/v1/reviews?since=${page.next}&limit=10`);
      seen.push(...page.reviews.map(({ jwt }) => jwt));
    }
    expect(seen).toEqual(reviews.slice(0, 25).map(({ jwt }) => jwt));
  });

  it("passes over removed numbers at the very end", async () => {
    await using hub = await testHub();
    await hub.storage.copy(reviews.slice(0, 3));
    await hub.storage.remove({
      signatureKey: reviews[2]?.signatureKey ?? "",
      code: "spam",
      day: "2025-06-01",
    });
    const page = await hub.json<Page>("/v1/reviews?since=0");
    expect([page.reviews.length, page.next, page.through]).toEqual([2, 3, 3]);
    expect(await hub.json<Page>("/v1/reviews?since=99")).toEqual({ reviews: [], next: 99, through: 3 });
  });

  it.each(["since=-1", "since=x", "since=1.5", "limit=0"])("refuses ?%s", async (query) => {
    await using hub = await testHub();
    expect((await hub.get(`/v1/reviews?${query}`)).status).toBe(400);
  });
});
