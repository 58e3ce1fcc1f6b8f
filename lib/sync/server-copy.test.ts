import { beforeAll, describe, expect, it } from "vitest";
import {
  Disk,
  FakeServer,
  Killed,
  Life,
  runUntilQuiet,
  type Signed,
  signReviews,
  startSeconds,
  startSync,
} from "../../tests/support/sync-world.ts";
import { problem } from "../model/result.ts";
import { newServerState, type ServerState } from "./state.ts";

const id = "https://server.example";
const host = "server.example";
const daySeconds = 86_400;
let reviews: Signed[];

beforeAll(async () => {
  reviews = await signReviews(60);
});

/** A disk whose server row asks for small pages, so that sixty reviews are many. */
function smallPages(pageSize = 16): Disk {
  const disk = new Disk();
  disk.states.set(id, { ...newServerState(id), pageSize });
  return disk;
}

function rowOf(disk: Disk): ServerState {
  return disk.states.get(id) as ServerState;
}

describe("the first copy", () => {
  it("takes every review once, by pages, edits as they are, and comes to rest", async () => {
    const disk = smallPages();
    const server = new FakeServer(reviews);
    const world = startSync(disk, { [host]: (request) => server.answer(request) }, { servers: [id] });
    await runUntilQuiet(world);
    expect([...disk.reviews.keys()].toSorted()).toEqual(reviews.map((review) => review.id).toSorted());
    expect(rowOf(disk)).toMatchObject({ phase: "idle", fetched: 60, since: startSeconds, attempts: 0 });
    expect(server.requests[0]?.search).toBe("?limit=16&offset=0&latest_edits_only=false&examples=false");
    expect(server.requests.every(({ searchParams }) => !searchParams.has("gt_iat"))).toBe(true);
  });

  it("asks for pages two seconds apart and reports progress", async () => {
    const disk = smallPages();
    const server = new FakeServer(reviews);
    const world = startSync(disk, { [host]: (request) => server.answer(request) }, { servers: [id] });
    await world.sync.run();
    expect(rowOf(disk)).toMatchObject({ phase: "first-copy", fetched: 16 });
    expect(await world.sync.nextRunAt()).toBe(world.clock.ms + 2_000);
    await world.sync.run();
    expect(server.requests).toHaveLength(1);
  });

  it("misses nothing when reviews come and go between pages", async () => {
    const disk = smallPages();
    const server = new FakeServer(reviews.slice(3));
    const world = startSync(disk, { [host]: (request) => server.answer(request) }, { servers: [id] });
    await world.sync.run();
    server.tokens = reviews.slice(6); // the three newest are removed: all others move up
    await runUntilQuiet(world);
    for (const review of reviews.slice(6)) expect(disk.reviews.has(review.id)).toBe(true);
  });

  it("copies from a server that does not know `offset`, in one large page", async () => {
    const disk = smallPages();
    const server = new FakeServer(reviews);
    server.isOld = true;
    const world = startSync(disk, { [host]: (request) => server.answer(request) }, { servers: [id] });
    expect(await runUntilQuiet(world)).toBe(3);
    expect(disk.reviews.size).toBe(60);
    expect(server.requests.at(-1)?.searchParams.get("limit")).toBe("10000");
  });

  it("comes to rest on a server that gives the same small reply to everything", async () => {
    const disk = new Disk();
    const server = new FakeServer(reviews);
    server.isOld = true;
    const world = startSync(disk, { [host]: (request) => server.answer(request) }, { servers: [id] });
    expect(await runUntilQuiet(world)).toBe(2);
    expect(rowOf(disk).phase).toBe("idle");
  });

  it("asks for less at once when a page is too much", async () => {
    const disk = new Disk();
    const server = new FakeServer(reviews);
    server.mostRows = 250;
    const world = startSync(disk, { [host]: (request) => server.answer(request) }, { servers: [id] });
    await runUntilQuiet(world);
    expect(server.requests.slice(0, 3).map(({ searchParams }) => searchParams.get("limit"))).toEqual([
      "1000",
      "500",
      "250",
    ]);
    expect(disk.reviews.size).toBe(60);
    expect(rowOf(disk).problem).toBeUndefined();
  });

  it("is at rest on an empty server", async () => {
    const disk = new Disk();
    const world = startSync(
      disk,
      { [host]: (request) => new FakeServer([]).answer(request) },
      { servers: [id] },
    );
    expect(await runUntilQuiet(world)).toBe(1);
    expect(rowOf(disk)).toMatchObject({ phase: "idle", since: 0 });
  });
});

describe("what a server sends that is no review", () => {
  it("is counted by reason, each once, and spoils nothing beside it", async () => {
    const [first, second, third] = reviews;
    const forged = { ...first, jwt: `${first?.jwt.slice(0, -6)}AAAAAA`, signature: "x" } as Signed;
    const swapped = { ...second, signature: third?.signature } as Signed;
    const bad = [
      forged,
      swapped,
      { jwt: "junk", signature: "junk", iat: startSeconds - 1 },
      { iat: startSeconds },
    ] as Signed[];
    const disk = new Disk();
    const server = new FakeServer([...bad, ...reviews.slice(3)]);
    const world = startSync(disk, { [host]: (request) => server.answer(request) }, { servers: [id] });
    await runUntilQuiet(world);
    expect(disk.reviews.size).toBe(57);
    const once = rowOf(disk).rejected;
    expect(Object.values(once).reduce((sum, n) => sum + n, 0)).toBe(4);
    expect(once["side-signature"]).toBe(2);
    world.clock.ms = rowOf(disk).nextRunAt ?? 0;
    await runUntilQuiet(world);
    expect(rowOf(disk).rejected).toEqual(once);
  });

  it.each([
    ["no JSON", "<html>"],
    ["another shape", "[]"],
    ["more rows than were asked for", JSON.stringify({ reviews: Array.from({ length: 5_000 }, () => ({})) })],
  ])("%s is a problem, and the copy stands where it stood", async (_name, body) => {
    const disk = new Disk();
    const bytes = new TextEncoder().encode(body);
    const answer = () =>
      ({ ok: true, value: { status: 200, bytes, text: () => body, notModified: false } }) as const;
    const world = startSync(disk, { [host]: answer }, { servers: [id] });
    await world.sync.run();
    expect(rowOf(disk)).toMatchObject({
      phase: "backing-off",
      problem: { code: "bad-shape" },
      attempts: 1,
      offset: 0,
    });
  });

  it("a review dated in the future does not move the cursor past reviews still to come", async () => {
    const [future] = await signReviews(1, startSeconds + 400 * daySeconds);
    const disk = new Disk();
    const server = new FakeServer([...(future ? [future] : []), ...reviews]);
    const world = startSync(disk, { [host]: (request) => server.answer(request) }, { servers: [id] });
    await runUntilQuiet(world);
    expect(rowOf(disk).since).toBe(startSeconds);
  });
});

describe("deltas", () => {
  it("begin a day back, at a random minute of the next day, and never copy in full again", async () => {
    const disk = smallPages();
    const server = new FakeServer(reviews);
    const world = startSync(disk, { [host]: (request) => server.answer(request) }, { servers: [id] });
    await runUntilQuiet(world);
    const at = rowOf(disk).nextRunAt ?? 0;
    expect(at).toBe((startSeconds + daySeconds + daySeconds / 2) * 1000);
    const news = await signReviews(40, startSeconds + daySeconds);
    server.tokens = [...news, ...reviews];
    server.requests.length = 0;
    world.clock.ms = at;
    await runUntilQuiet(world);
    expect(disk.reviews.size).toBe(100);
    expect(rowOf(disk)).toMatchObject({ phase: "idle", since: startSeconds + daySeconds });
    const asked = server.requests.map(({ searchParams }) => Number(searchParams.get("gt_iat")));
    expect(new Set(asked)).toEqual(new Set([startSeconds - daySeconds]));
  });

  it("ask two clients the same whose newest reviews differ within a day", async () => {
    const asked = new Set<string>();
    for (const seconds of [0, 1, 3_600, daySeconds - 1]) {
      const disk = new Disk();
      const server = new FakeServer(await signReviews(1, startSeconds));
      const world = startSync(disk, { [host]: (request) => server.answer(request) }, { servers: [id] });
      await runUntilQuiet(world);
      disk.states.set(id, { ...rowOf(disk), since: startSeconds + seconds });
      world.clock.ms = rowOf(disk).nextRunAt ?? 0;
      await runUntilQuiet(world);
      asked.add(server.requests.at(-1)?.search ?? "");
    }
    expect([...asked]).toEqual([expect.stringContaining(`gt_iat=${startSeconds - daySeconds}`)]);
  });
});

describe("failures", () => {
  it("back off with jitter, honour Retry-After even when a person asks, and recover where they stood", async () => {
    const disk = smallPages();
    const server = new FakeServer(reviews);
    let isBusy = false;
    const answer = (request: Parameters<FakeServer["answer"]>[0]) =>
      isBusy ? problem("rate-limited", { waitMs: 600_000, status: 429 }) : server.answer(request);
    const world = startSync(disk, { [host]: answer }, { servers: [id] });
    await world.sync.run();
    isBusy = true;
    world.clock.ms += 2_000;
    await world.sync.run();
    const { nextRunAt = 0 } = rowOf(disk);
    expect(rowOf(disk)).toMatchObject({
      phase: "backing-off",
      attempts: 1,
      problem: { code: "rate-limited" },
    });
    expect(nextRunAt - world.clock.ms).toBeGreaterThanOrEqual(600_000);
    isBusy = false;
    await world.sync.runNow();
    expect(rowOf(disk).attempts).toBe(1);
    world.clock.ms = nextRunAt;
    await runUntilQuiet(world);
    expect(disk.reviews.size).toBe(60);
  });

  it("one source that hangs or fails keeps no other waiting", async () => {
    const disk = new Disk();
    const server = new FakeServer(reviews);
    const { promise: hanging, resolve } = Promise.withResolvers<ReturnType<FakeServer["answer"]>>();
    const world = startSync(
      disk,
      { [host]: (request) => server.answer(request), "slow.example": () => hanging },
      { servers: ["https://down.example", "https://slow.example", id] },
    );
    const run = world.sync.run();
    await expect.poll(() => disk.reviews.size).toBe(60);
    expect(disk.states.get("https://down.example")).toMatchObject({
      phase: "backing-off",
      problem: { code: "offline" },
    });
    resolve(problem("timeout"));
    await run;
  });

  it("a person's press runs what is not due", async () => {
    const disk = new Disk();
    const server = new FakeServer(reviews);
    const world = startSync(disk, { [host]: (request) => server.answer(request) }, { servers: [id] });
    await runUntilQuiet(world);
    const before = server.requests.length;
    await world.sync.runNow();
    expect(server.requests).toHaveLength(before + 1);
  });
});

describe("a worker killed at any line", () => {
  it.each([true, false])(
    "resumes without loss or double work (killed before the effect: %s)",
    async (early) => {
      const reference = smallPages();
      const server = new FakeServer(reviews);
      const answers = { [host]: (request: Parameters<FakeServer["answer"]>[0]) => server.answer(request) };
      const whole = new Life();
      await runUntilQuiet(startSync(reference, answers, { servers: [id] }, whole));
      const requestsWithoutDeath = server.requests.length;
      expect(whole.calls).toBeGreaterThan(20);

      for (let dieAt = 1; dieAt <= whole.calls; dieAt += 1) {
        const disk = smallPages();
        server.requests.length = 0;
        const clock = { ms: startSeconds * 1000 };
        const life = new Life(dieAt, early);
        await runUntilQuiet(startSync(disk, answers, { servers: [id] }, life, clock)).catch(
          (error: unknown) => {
            const cause = error instanceof AggregateError ? error.errors[0] : error;
            if (!(cause instanceof Killed)) throw error;
          },
        );
        expect(life.isOver).toBe(true);
        await runUntilQuiet(startSync(disk, answers, { servers: [id] }, new Life(), clock));
        expect([...disk.reviews.keys()].toSorted(), `killed at call ${dieAt}`).toEqual(
          [...reference.reviews.keys()].toSorted(),
        );
        expect(rowOf(disk)).toMatchObject({ phase: "idle", fetched: 60, since: startSeconds, rejected: {} });
        // The step that was cut off is the only one that is repeated.
        expect(server.requests.length).toBeLessThanOrEqual(requestsWithoutDeath + 1);
      }
    },
  );
});
