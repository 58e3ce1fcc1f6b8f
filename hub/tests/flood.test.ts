import { beforeAll, describe, expect, it } from "vitest";
import { createBuckets } from "../src/http/buckets.ts";
import { createFloodLimiter, defaultFloodAllowance, type FloodAllowance } from "../src/http/flood-limit.ts";
import { customerOf, networkOf } from "../src/http/network.ts";
import { testHub, type ReviewsBody, type TestHub } from "./hub-fixture.ts";
import { june, maresi, person, type Person } from "./people.ts";

const hour = 3_600_000;
const plenty: FloodAllowance = {
  keyPerHour: 1000,
  keyPerDay: 1000,
  keySubjectPerDay: 1000,
  networkPerHour: 1000,
  networkPerDay: 1000,
};

let ann: Person;
let bob: Person;
beforeAll(async () => {
  [ann, bob] = await Promise.all([person(), person()]);
});

describe("a bucket", () => {
  it("gives its fill at once, then evenly over its window, and says how long to wait", () => {
    let now = 0;
    const buckets = createBuckets({ most: 10, seconds: 3600 }, () => now);
    for (let i = 0; i < 10; i++) {
      expect(buckets.waitOf("a")).toBe(0);
      buckets.take("a");
    }
    expect(buckets.waitOf("a")).toBe(360);
    expect(buckets.waitOf("b")).toBe(0);
    now += 360_000;
    expect([buckets.waitOf("a"), buckets.waitOf("a", 2)]).toEqual([0, 360]);
    now += 100 * hour;
    expect(buckets.waitOf("a", 11)).toBe(0);
  });

  it("forgets the names idle longest when there are too many", () => {
    const buckets = createBuckets({ most: 1, seconds: 60 }, () => 0);
    for (let i = 0; i <= 50_000; i++) buckets.take(`name ${i}`);
    expect([buckets.waitOf("name 0"), buckets.waitOf("name 50000")]).toEqual([0, 60]);
  });
});

it.each([
  ["1.2.3.4", "1.2.3.4", "1.2.3"],
  ["::ffff:1.2.3.4", "1.2.3.4", "1.2.3"],
  ["2001:db8:1:2::9", "2001:db8:1:2", "2001:db8:1"],
  ["2001:db8::1", "2001:db8:0:0", "2001:db8:0"],
  ["unknown", "unknown", "unknown"],
])("%s is the customer %s in the network %s", (address, customer, network) => {
  expect([customerOf(address), networkOf(address)]).toEqual([customer, network]);
});

describe("limits on what is said", () => {
  it("count by key, by key and subject in any spelling, and by network, each with its own wait", async () => {
    let now = 0;
    const allowance = { ...plenty, keyPerDay: 4, keySubjectPerDay: 2, networkPerHour: 6 };
    const limiter = createFloodLimiter(allowance, () => now);
    const sub = "https://shop.example";
    const spelled = await ann.signs({ sub: "https://www.shop.example/", rating: 25 });
    const review = await ann.signs({ sub, rating: 75 });
    for (const each of [review, spelled]) {
      expect(limiter.floodOf(each, "1.2.3.4")).toBeUndefined();
      limiter.count(each, "1.2.3.4");
    }
    expect(limiter.floodOf(review, "9.9.9.9")).toEqual({ reason: "subject", waitSeconds: 43_200 });
    const other = await ann.signs({ sub: "https://other.example", rating: 75 });
    limiter.count(other, "1.2.3.4");
    limiter.count(other, "1.2.3.99");
    const third = await ann.signs({ sub: "https://third.example", rating: 75 });
    expect(limiter.floodOf(third, "9.9.9.9")).toEqual({ reason: "key", waitSeconds: 21_600 });
    const byBob = await bob.signs({ sub, rating: 75 });
    limiter.count(byBob, "1.2.3.5");
    limiter.count(byBob, "1.2.3.6");
    const others = await person();
    const byOthers = await others.signs({ sub, rating: 75 });
    expect(limiter.floodOf(byOthers, "1.2.3.7")).toEqual({ reason: "network", waitSeconds: 600 });
    expect(limiter.floodOf(byOthers, "1.2.4.7")).toBeUndefined();
    now += 24 * hour;
    expect(limiter.floodOf(review, "1.2.3.4")).toBeUndefined();
  });

  it("never keep anybody from taking their words back", async () => {
    const limiter = createFloodLimiter({ ...plenty, keyPerHour: 1 }, () => 0);
    const review = await ann.signs({ sub: "https://shop.example", rating: 75 });
    limiter.count(review, "1.2.3.4");
    expect(limiter.floodOf(review, "1.2.3.4")).toMatchObject({ reason: "key" });
    const withdrawal = await ann.signs({ sub: maresi(review), action: "delete", opinion: "x" });
    expect(limiter.floodOf(withdrawal, "1.2.3.4")).toBeUndefined();
  });

  it("leave room for a busy day: thirty reviews, a hundred votes, ten edits of one", async () => {
    let now = 0;
    const limiter = createFloodLimiter(defaultFloodAllowance, () => now);
    for (let i = 0; i < 140; i++) {
      const sub = i < 10 ? "https://shop.example" : `https://shop${i}.example`;
      const said = await ann.signs({ sub, rating: 75 });
      expect(limiter.floodOf(said, "1.2.3.4"), `statement ${i}`).toBeUndefined();
      limiter.count(said, "1.2.3.4");
      now += hour / 20;
    }
  });
});

const send = async (hub: TestHub, who: Person, sub: string, more = {}): Promise<Response> =>
  hub.put((await who.signs({ sub, rating: 50, ...more })).jwt);
const limited = (floods: Partial<FloodAllowance>): Promise<TestHub> =>
  testHub({ rateLimit: { reads: 1000, writes: 1000 }, floods: { ...plenty, ...floods } });

describe("a hub that is flooded", () => {
  it("answers 429 with Retry-After and the reason, stores nothing, and goes on for others", async () => {
    await using hub = await limited({ keyPerHour: 2 });
    for (const name of ["a", "b"]) expect((await send(hub, ann, `https://${name}.example`)).status).toBe(200);
    const reply = await send(hub, ann, "https://c.example");
    expect([reply.status, reply.headers.get("Retry-After"), reply.headers.get("Cache-Control")]).toEqual([
      429,
      "1800",
      "no-store",
    ]);
    expect(reply.headers.get("Access-Control-Expose-Headers")).toContain("Retry-After");
    expect(await reply.text()).toBe("Too many statements by this key. Try again in 1800 s.");
    expect((await hub.json<ReviewsBody>("/reviews")).reviews).toHaveLength(2);
    expect((await send(hub, bob, "https://c.example")).status).toBe(200);
  });

  it("lets no more through where they all come at once", async () => {
    await using hub = await limited({ keyPerHour: 2 });
    const names = Array.from({ length: 40 }, (_, i) => `https://shop${i}.example`);
    const said = await Promise.all(names.map((sub) => ann.signs({ sub, rating: 50 })));
    const replies = await Promise.all(said.map(({ jwt }) => hub.put(jwt)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(2);
    expect((await hub.json<ReviewsBody>("/reviews")).reviews).toHaveLength(2);
  });

  it("counts neither what it refused nor what it knew", async () => {
    await using hub = await limited({ keyPerHour: 2 });
    const review = await ann.signs({ sub: "https://a.example", rating: 50 });
    await hub.put(review.jwt);
    for (let i = 0; i < 3; i++) expect((await hub.put(review.jwt)).status).toBe(200);
    expect((await send(hub, ann, "https://a.example", { iat: june + 9 })).status).toBe(400);
    expect((await send(hub, ann, "ftp://b.example")).status).toBe(400);
    expect((await send(hub, ann, "https://b.example")).status).toBe(200);
    expect((await send(hub, ann, "https://c.example")).status).toBe(429);
  });

  it("does not let a forged key use up what its owner has left", async () => {
    await using hub = await limited({ keyPerHour: 1 });
    const [header, body] = (await ann.signs({ sub: "https://a.example", rating: 50 })).jwt.split(".");
    const forged = `${header}.${body}.${"A".repeat(86)}`;
    for (let i = 0; i < 3; i++) expect((await hub.put(forged)).status).toBe(400);
    expect((await send(hub, ann, "https://b.example")).status).toBe(200);
  });

  it("counts each network behind a proxy by itself, and says no address in its metrics", async () => {
    await using hub = await testHub({
      rateLimit: { reads: 1000, writes: 1000 },
      floods: { ...plenty, networkPerDay: 1 },
      trustedProxies: 1,
    });
    const from = async (address: string): Promise<number> => {
      const { jwt } = await (await person()).signs({ sub: "https://a.example", rating: 50 });
      return (await hub.put(jwt, { "X-Forwarded-For": address })).status;
    };
    expect([await from("203.0.113.7"), await from("203.0.113.8"), await from("203.0.114.8")]).toEqual([
      200, 429, 200,
    ]);
    const metrics = await (await hub.get("/metrics")).text();
    expect(metrics).toContain('hub_submissions_total{outcome="flood-network"} 1');
    expect(metrics).not.toContain("203.0");
  });

  it("has no such limits where limits are off, as in tests and imports", async () => {
    await using hub = await testHub();
    for (let i = 0; i < defaultFloodAllowance.keySubjectPerDay + 3; i++)
      expect((await send(hub, ann, "https://a.example", { iat: june + i, rating: i + 1 })).status).toBe(200);
  });
});
