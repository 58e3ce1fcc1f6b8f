import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import {
  draftFor,
  FakeReviewServer,
  flushUntilQuiet,
  freshPersonal,
  type Mishap,
  serverA,
  serverB,
  startMs,
  startOutbox,
  storedKey,
  value,
} from "../../tests/support/outbox-world.ts";
import { Killed, Life } from "../../tests/support/sync-world.ts";
import type { Review } from "../model/review.ts";
import type { SigningKey } from "../reviews/keys.ts";
import { decodeToken } from "../reviews/token.ts";

const subject = "https://nike.com";

interface Scenario {
  readonly name: string;
  readonly mishaps?: readonly Mishap[];
  readonly silent?: readonly string[];
  /** Server and subject at which the review must be in the end. */
  readonly at: readonly [server: "a" | "b", subject: string];
}

const scenarios: readonly Scenario[] = [
  { name: "all is well", at: ["a", subject] },
  { name: "the answer is lost", mishaps: ["answer-lost"], at: ["a", subject] },
  { name: "the request is lost, twice", mishaps: ["never-arrives", "never-arrives"], at: ["a", subject] },
  { name: "a gateway fails after the server accepted", mishaps: ["accepted-then-error"], at: ["a", subject] },
  {
    name: "the server fails, then the answer is lost",
    mishaps: ["server-error", "answer-lost"],
    at: ["a", subject],
  },
  { name: "a captive portal answers, then it is busy", mishaps: ["html", "busy"], at: ["a", subject] },
  { name: "the site is silent under one name", silent: ["nike.com"], at: ["a", "https://www.nike.com"] },
  {
    name: "the site is silent, the answer to the other name is lost",
    mishaps: ["never-arrives"],
    silent: ["nike.com"],
    at: ["a", "https://www.nike.com"],
  },
  {
    name: "the site is silent under both names",
    silent: ["nike.com", "www.nike.com"],
    at: ["b", "https://www.nike.com"],
  },
];

interface Stage {
  readonly a: FakeReviewServer;
  readonly b: FakeReviewServer;
  readonly db: ReturnType<typeof freshPersonal>;
  readonly key: SigningKey;
  readonly clock: { ms: number };
  readonly published: Map<string, Review>;
}

async function setStage({ mishaps = [], silent = [] }: Scenario): Promise<Stage> {
  const a = new FakeReviewServer();
  a.mishaps = [...mishaps];
  for (const host of silent) a.silentHosts.add(host);
  const db = freshPersonal();
  await db.drafts.put(draftFor(subject));
  return {
    a,
    b: new FakeReviewServer(),
    db,
    key: await storedKey(db),
    clock: { ms: startMs },
    published: new Map(),
  };
}

/** One life of the worker, from wherever the last one left off: post the draft if it is still there, then send. */
async function live({ a, b, db, key, clock, published }: Stage, life: Life): Promise<void> {
  const world = startOutbox(db, { [serverA]: a, [serverB]: b }, { life, clock, published });
  const draft = await db.drafts.get(subject);
  if (draft) value(await world.outbox.add(draft, key));
  await flushUntilQuiet(world);
}

async function dies(stage: Stage, life: Life): Promise<void> {
  try {
    await live(stage, life);
  } catch (error: unknown) {
    if (!(error instanceof Killed)) throw error;
  }
}

async function expectOnce(
  { a, b, db, published }: Stage,
  { at: [server, sub] }: Scenario,
  note: string,
): Promise<void> {
  const [here, elsewhere] = server === "a" ? [a, b] : [b, a];
  const subjects = here.accepted.map((jwt) => {
    const token = decodeToken(jwt);
    return token.ok && token.value.payload.sub;
  });
  expect(subjects, note).toEqual([sub]);
  expect(elsewhere.accepted, note).toEqual([]);
  expect(await db.outbox.toArray(), note).toEqual([]);
  expect(await db.drafts.count(), note).toBe(0);
  const owns = await db.ownTokens.toArray();
  expect(
    owns.map(({ jwt }) => jwt),
    note,
  ).toEqual(here.accepted);
  expect([...published.keys()], note).toEqual(owns.map(({ id }) => id));
}

describe.each(scenarios)("$name", (scenario) => {
  it("one server has the review, once", async () => {
    const stage = await setStage(scenario);
    await live(stage, new Life());
    await expectOnce(stage, scenario, "alive");
  });

  // Dying after one call's effect is dying before the next call's: one sweep covers both.
  it("also when the worker dies at any line", async () => {
    const whole = new Life();
    await live(await setStage(scenario), whole);
    expect(whole.calls).toBeGreaterThan(10);
    for (let dieAt = 1; dieAt <= whole.calls; dieAt += 1) {
      const stage = await setStage(scenario);
      await dies(stage, new Life(dieAt));
      await live(stage, new Life());
      await expectOnce(stage, scenario, `killed at call ${dieAt}`);
    }
  });

  it("also when it dies again and again", async () => {
    const stage = await setStage(scenario);
    for (let dieAt = 1; dieAt < 60; dieAt += 1) await dies(stage, new Life(dieAt, dieAt % 2 === 0));
    await live(stage, new Life());
    await expectOnce(stage, scenario, "killed often");
  });
});
