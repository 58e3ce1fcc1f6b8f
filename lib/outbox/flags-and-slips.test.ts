import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import {
  draftFor,
  FakeReviewServer,
  flushUntilQuiet,
  freshPersonal,
  refusal,
  serverA,
  serverB,
  startMs,
  startOutbox,
  storedKey,
  value,
} from "../../tests/support/outbox-world.ts";
import { Killed, Life } from "../../tests/support/sync-world.ts";
import { problem } from "../model/result.ts";
import { verifyToken } from "../reviews/token.ts";
import type { Flag } from "./compose.ts";

const subject = "https://nike.com";

async function world() {
  const a = new FakeReviewServer();
  const b = new FakeReviewServer();
  const db = freshPersonal();
  return { a, b, key: await storedKey(db), ...startOutbox(db, { [serverA]: a, [serverB]: b }) };
}

async function posted() {
  const all = await world();
  value(await all.outbox.add(draftFor(subject), all.key));
  await flushUntilQuiet(all);
  const [own] = await all.db.ownTokens.toArray();
  if (!own) throw new Error("nothing was posted");
  return { ...all, own };
}

const flag: Flag = {
  signature: "A".repeat(86),
  reason: "terms",
  words: "Names a private person.",
  subjectKey: subject,
  title: "Nike",
};

describe("a flag", () => {
  it("is held like a review, then sent once, by a key that nobody has", async () => {
    const { a, b, db, key, outbox, clock } = await world();
    const id = value(await outbox.addFlag(flag));
    expect(await db.outbox.get(id)).toMatchObject({ kind: "flag", state: "held", sendAt: startMs + 60_000 });
    await outbox.flush();
    expect(a.requests).toHaveLength(0);
    clock.ms += 60_000;
    await outbox.flush();
    expect([a.accepted.length, b.requests.length]).toEqual([1, 0]);
    const sent = await verifyToken(a.accepted[0] ?? "");
    expect(sent).toMatchObject({
      ok: true,
      value: { kind: "flag", rating: 0, opinion: flag.words, target: flag.signature },
    });
    expect((await db.keys.toArray()).map(({ author }) => author)).toEqual([key.author]);
    const [own] = await db.ownTokens.toArray();
    expect(own?.author).not.toBe(key.author);
    expect(own).toMatchObject({ id, kind: "flag" });
  });

  it("of every review has a key of its own", async () => {
    const { db, outbox } = await world();
    value(await outbox.addFlag(flag));
    value(await outbox.addFlag({ ...flag, signature: `${"A".repeat(85)}Q` }));
    expect(new Set((await db.outbox.toArray()).map(({ author }) => author)).size).toBe(2);
  });

  it("can be undone while it is held, and then made again", async () => {
    const { a, db, outbox } = await world();
    expect((await outbox.undo(value(await outbox.addFlag(flag)))).ok).toBe(true);
    expect(await db.outbox.count()).toBe(0);
    expect((await outbox.addFlag(flag)).ok).toBe(true);
    expect(a.requests).toHaveLength(0);
  });

  it("is made once for a review: also by two presses at once, also after it was sent", async () => {
    const { db, outbox, clock, published } = await world();
    const both = await Promise.all([outbox.addFlag(flag), outbox.addFlag(flag)]);
    const refused = problem("refused", { reason: "already-flagged" });
    expect(both[1]).toEqual(refused);
    expect(await db.outbox.count()).toBe(1);
    await flushUntilQuiet({ db, outbox, clock, published });
    expect(await outbox.addFlag({ ...flag, reason: "quality" })).toEqual(refused);
  });

  it("without words still says something: a lone rating of 0 is read as none", async () => {
    const { db, outbox } = await world();
    value(await outbox.addFlag({ ...flag, words: "  " }));
    const review = await verifyToken((await db.outbox.toArray())[0]?.jwt ?? "");
    expect(review.ok && review.value.opinion).toBe("Against the terms of service.");
  });
});

describe("withdrawing without the key", () => {
  it("sends the slip that was signed beside the review, held, to the server that has it, once", async () => {
    const { a, b, db, outbox, clock, key, own, published } = await posted();
    await db.keys.delete(key.author);
    const id = value(await outbox.addDelete(own.signatureKey));
    expect(await outbox.addDelete(own.signatureKey)).toEqual({ ok: true, value: id });
    expect(await db.outbox.toArray()).toMatchObject([
      { id, jwt: own.slipJwt, kind: "delete", state: "held", subjectKey: subject, slipJwt: "" },
    ]);
    await flushUntilQuiet({ db, outbox, clock, published });
    expect(a.accepted).toEqual([own.jwt, own.slipJwt]);
    expect(b.requests).toHaveLength(0);
    expect((await db.ownTokens.get(own.id))?.state).toBe("deleted");
  });

  it("takes the slip of the newest edit", async () => {
    const { db, outbox, clock, key, own, published } = await posted();
    value(await outbox.add(draftFor(subject, { text: "Worse now.", editOf: own.signature }), key));
    await flushUntilQuiet({ db, outbox, clock, published });
    const edit = (await db.ownTokens.toArray()).find(({ kind }) => kind === "edit");
    await db.keys.clear();
    value(await outbox.addDelete(own.signatureKey));
    expect((await db.outbox.toArray())[0]?.jwt).toBe(edit?.slipJwt);
  });

  it("takes no slip of something else that is about it", async () => {
    const { db, outbox, clock, own, published } = await posted();
    clock.ms += 3_600_000;
    value(await outbox.addFlag({ ...flag, signature: own.signature }));
    await flushUntilQuiet({ db, outbox, clock, published });
    await db.keys.clear();
    value(await outbox.addDelete(own.signatureKey));
    expect((await db.outbox.toArray())[0]?.jwt).toBe(own.slipJwt);
  });

  it("is refused where there is no slip either", async () => {
    const { db, outbox, own } = await posted();
    await db.ownTokens.update(own.id, { slipJwt: "" });
    expect(await outbox.addDelete(own.signatureKey)).toEqual(problem("refused", { reason: "key-lost" }));
  });
});

describe("a slip from elsewhere", () => {
  it("goes to every server, since nobody knows which has the review", async () => {
    const { own } = await posted();
    const { a, b, db, outbox, clock, published } = await world();
    const id = value(await outbox.addSlip(own.slipJwt ?? ""));
    await outbox.flush();
    expect(a.requests).toHaveLength(0);
    await flushUntilQuiet({ db, outbox, clock, published });
    expect([a.accepted, b.accepted]).toEqual([[own.slipJwt], [own.slipJwt]]);
    expect([...published.keys()]).toEqual([id]);
    expect(await db.outbox.count()).toBe(0);
  });

  it("that one server knows nothing of still counts where another takes it", async () => {
    const { own } = await posted();
    const { a, b, db, outbox, clock, published } = await world();
    a.mishaps = [refusal("Reference to non-existent entity.")];
    value(await outbox.addSlip(own.slipJwt ?? ""));
    await flushUntilQuiet({ db, outbox, clock, published });
    expect([a.accepted, b.accepted]).toEqual([[], [own.slipJwt]]);
    expect(await db.ownTokens.toArray()).toMatchObject([{ kind: "delete", server: serverB }]);
  });

  it("that every server refuses is refused, in the server's words", async () => {
    const { own } = await posted();
    const { a, b, db, outbox, clock, published } = await world();
    a.mishaps = [refusal("No.")];
    b.mishaps = [refusal("Neither.")];
    value(await outbox.addSlip(own.slipJwt ?? ""));
    await flushUntilQuiet({ db, outbox, clock, published });
    expect(await db.outbox.toArray()).toMatchObject([
      { state: "refused", problem: { params: { text: "Neither." } } },
    ]);
  });

  it("cannot be taken back once one server has it, though another is busy", async () => {
    const { own } = await posted();
    const { a, b, outbox } = await world();
    b.mishaps = ["busy"];
    const id = value(await outbox.addSlip(own.slipJwt ?? ""));
    await outbox.sendNow(id);
    expect(a.accepted).toHaveLength(1);
    expect(await outbox.undo(id)).toEqual(problem("refused", { reason: "already-sent" }));
  });

  it("is refused where it was forged, deletes nothing, or is about another key's review", async () => {
    const { db, outbox, own } = await posted();
    const slip = own.slipJwt ?? "";
    const reasonOf = async (result: ReturnType<typeof outbox.addSlip>) => {
      const settled = await result;
      return settled.ok ? "" : settled.error.params?.["reason"];
    };
    expect(await reasonOf(outbox.addSlip(`${slip.slice(0, -6)}AAAAAA`))).toBe("slip-signature");
    expect(await reasonOf(outbox.addSlip(own.jwt))).toBe("slip-unreadable");
    const about = { author: "0".repeat(32), subjectKey: subject, title: "" };
    expect(await reasonOf(outbox.addSlip(slip, about))).toBe("not-own");
    expect(await db.outbox.count()).toBe(0);
  });

  it("reaches each server once though the worker dies at any line", async () => {
    const { own } = await posted();
    const run = async (stage: Awaited<ReturnType<typeof world>>, life: Life): Promise<void> => {
      const { a, b, clock, db, published } = stage;
      const servers = { [serverA]: a, [serverB]: b };
      const { outbox } = startOutbox(db, servers, { life, clock, published });
      if ((await db.outbox.count()) === 0) value(await outbox.addSlip(own.slipJwt ?? ""));
      await flushUntilQuiet({ db, outbox, clock, published });
    };
    const whole = new Life();
    await run(await world(), whole);
    expect(whole.calls).toBeGreaterThan(10);
    for (let dieAt = 1; dieAt < whole.calls; dieAt += 1) {
      const stage = await world();
      await run(stage, new Life(dieAt)).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      await run(stage, new Life());
      const sent = [stage.a, stage.b].map(({ accepted }) => accepted);
      expect(sent, `killed at call ${dieAt}`).toEqual([[own.slipJwt], [own.slipJwt]]);
      const puts = [stage.a, stage.b].map(
        ({ requests }) => requests.filter((r) => r.method === "PUT").length,
      );
      expect(puts, `killed at call ${dieAt}`).toEqual([1, 1]);
    }
  });
});

describe("the same words again within the hour", () => {
  it("after a delete are another review, a second after all that came before", async () => {
    const { a, db, outbox, clock, key, own, published } = await posted();
    value(await outbox.addDelete(own.signatureKey, key));
    await flushUntilQuiet({ db, outbox, clock, published });
    const id = value(await outbox.add(draftFor(subject), key));
    expect(id).not.toBe(own.id);
    const row = await db.outbox.get(id);
    const [first, gone, again] = await Promise.all(
      [own.jwt, a.accepted[1] ?? "", row?.jwt ?? ""].map((jwt) => verifyToken(jwt)),
    );
    const times = [first, gone, again].map((review) => (review?.ok ? review.value.issuedAt : 0));
    expect(times).toEqual([times[0], (times[0] ?? 0) + 1, (times[0] ?? 0) + 2]);
  });

  it("two reviews of one subject have an order, also under its other spelling", async () => {
    const { db, outbox, key, own } = await posted();
    value(await outbox.add(draftFor("https://www.nike.com", { text: "Second thoughts." }), key));
    const second = await verifyToken((await db.outbox.toArray())[0]?.jwt ?? "");
    const first = await verifyToken(own.jwt);
    expect(first.ok && second.ok && second.value.issuedAt - first.value.issuedAt).toBe(1);
  });

  it("another key's time is the plain hour: nothing joins the two keys", async () => {
    const { db, outbox } = await posted();
    value(await outbox.add(draftFor(subject), await storedKey(db)));
    const review = await verifyToken((await db.outbox.toArray())[0]?.jwt ?? "");
    expect(review.ok && review.value.issuedAt % 3600).toBe(0);
  });
});
