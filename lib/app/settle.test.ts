import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { stored } from "../../tests/support/statements.ts";
import {
  FakeReviewServer,
  flushUntilQuiet,
  freshPersonal,
  type OutboxWorld,
  serverA,
  startOutbox,
  storedKey,
} from "../../tests/support/outbox-world.ts";
import { saveKey } from "../db/keys.ts";
import type { TokenRow } from "../db/community-rows.ts";
import { ok, type Result } from "../model/result.ts";
import { personalStorage } from "../outbox/index.ts";
import { generateSigningKey, type SigningKey } from "../reviews/keys.ts";
import { decodeToken } from "../reviews/token.ts";
import { settleReview } from "./settle.ts";

const signature = "B".repeat(86);
const answer = {
  ...stored({ name: "a", author: "kite", kind: "reply", target: "r" }),
  signature,
  storedAt: 0,
};

let world: OutboxWorld;
let server: FakeReviewServer;
/** Signed the review; another key is the current one. */
let key: SigningKey;
let review: TokenRow;

beforeEach(async () => {
  server = new FakeReviewServer();
  world = startOutbox(freshPersonal(), { [serverA]: server });
  key = await storedKey(world.db);
  const current = await generateSigningKey();
  const publicJwk = { ...current.publicJwk, key_ops: [...current.publicJwk.key_ops] };
  await saveKey(world.db, { ...current, publicJwk, backup: "none", createdAt: 9, chosenAt: Date.now() * 2 });
  review = { ...stored({ name: "r", author: "me" }), author: key.author, storedAt: 0 };
});

const settle = (settled: boolean, about: TokenRow | undefined = review): Promise<Result<void>> =>
  settleReview(
    { signature, settled },
    {
      outbox: world.outbox,
      storage: personalStorage(world.db),
      answer: async (asked) => (asked === signature ? answer : undefined),
      reviewAbove: async () => about,
      isSample: () => false,
    },
  );
const sent = (): unknown[] =>
  server.accepted.map((jwt) => {
    const token = decodeToken(jwt);
    if (!token.ok) return token;
    const { action, metadata, rating, sub } = token.value.payload;
    const own = metadata?.is_personal_experience;
    return { kid: token.value.publicKey.kid, sub, rating, ...(action && { action }), ...(own && { own }) };
  });

describe("the writer of a review marks it as settled", () => {
  it("by a confirmation of the answer, with the key of the review whichever is current", async () => {
    expect(await settle(true)).toEqual(ok(undefined));
    expect(await world.db.outbox.toArray()).toMatchObject([{ state: "held", kind: "vote" }]);
    await flushUntilQuiet(world);
    expect(sent()).toEqual([{ kid: key.kid, sub: `urn:maresi:${signature}`, rating: 100, own: "true" }]);
  });

  it("once, however often the button is pressed", async () => {
    await settle(true);
    await settle(true);
    await flushUntilQuiet(world);
    await settle(true);
    await flushUntilQuiet(world);
    expect(server.accepted).toHaveLength(1);
  });

  it("and takes it back without a trace while it is held", async () => {
    await settle(true);
    expect(await settle(false)).toEqual(ok(undefined));
    expect(await world.db.outbox.count()).toBe(0);
    await flushUntilQuiet(world);
    expect(server.requests).toEqual([]);
  });

  it("and takes it back by a delete once it is sent, which can be undone while that is held", async () => {
    await settle(true);
    await flushUntilQuiet(world);
    await settle(false);
    expect(await settle(true)).toEqual(ok(undefined));
    await flushUntilQuiet(world);
    expect(server.accepted).toHaveLength(1);

    await settle(false);
    await flushUntilQuiet(world);
    expect(sent().at(-1)).toMatchObject({ kid: key.kid, action: "delete" });
    await settle(false);
    await flushUntilQuiet(world);
    expect(server.accepted).toHaveLength(2);
  });

  it("and once more after it was taken back, later than all before", async () => {
    for (const settled of [true, false]) {
      await settle(settled);
      await flushUntilQuiet(world);
    }
    // What was deleted may be said again.
    server.accepted.splice(0);
    await settle(true);
    await flushUntilQuiet(world);
    expect(sent()).toMatchObject([{ rating: 100 }]);
    const tokens = await world.db.ownTokens.toArray();
    const votes = tokens.filter(({ kind }) => kind === "vote").map(({ state }) => state);
    expect(votes.toSorted()).toEqual(["deleted", "live"]);
  });
});

describe("nobody else can", () => {
  it("mark a review that no key here has signed", async () => {
    const theirs = { ...review, author: "f".repeat(32) };
    const refusal = { ok: false, error: { code: "refused", params: { reason: "not-own" } } };
    expect(await settle(true, theirs)).toEqual(refusal);
    expect(await world.db.outbox.count()).toBe(0);
  });

  it("mark what is not here", async () => {
    const gone = settleReview(
      { signature, settled: true },
      {
        outbox: world.outbox,
        storage: personalStorage(world.db),
        answer: async () => undefined,
        reviewAbove: async () => review,
        isSample: () => false,
      },
    );
    expect(await gone).toMatchObject({ error: { params: { reason: "unknown-review" } } });
  });
});
