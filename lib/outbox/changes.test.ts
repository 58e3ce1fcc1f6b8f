import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import {
  draftFor,
  FakeReviewServer,
  flushUntilQuiet,
  freshPersonal,
  type OutboxWorld,
  serverA,
  serverB,
  startOutbox,
  storedKey,
  value,
} from "../../tests/support/outbox-world.ts";
import { problem } from "../model/result.ts";
import { confirmationOf } from "../reviews/confirmations.ts";
import type { SigningKey } from "../reviews/keys.ts";
import { decodeToken, verifyToken } from "../reviews/token.ts";

const subject = "https://nike.com";

interface Posted extends OutboxWorld {
  readonly a: FakeReviewServer;
  readonly b: FakeReviewServer;
  readonly key: SigningKey;
  readonly signature: string;
}

/** A world in which one review was accepted by the second server, the first being down. */
async function posted(): Promise<Posted> {
  const a = new FakeReviewServer();
  const b = new FakeReviewServer();
  a.silentHosts.add("nike.com").add("www.nike.com");
  const db = freshPersonal();
  const key = await storedKey(db);
  const world = startOutbox(db, { [serverA]: a, [serverB]: b });
  value(await world.outbox.add(draftFor(subject), key));
  await flushUntilQuiet(world);
  const [own] = await db.ownTokens.toArray();
  return { a, b, key, signature: own?.signature ?? "", ...world };
}

describe("an edit", () => {
  it("goes to the server that has the original, comes after it, and marks it", async () => {
    const { a, b, db, key, signature, outbox, clock, published } = await posted();
    const triedBefore = a.requests.length;
    const edit = draftFor(subject, { text: "Soles came off.", stars: 2, editOf: signature });
    value(await outbox.add(edit, key));
    await flushUntilQuiet({ db, outbox, clock, published });
    expect(a.requests).toHaveLength(triedBefore);
    const [original, changed] = b.accepted
      .map((jwt) => decodeToken(jwt))
      .map((token) => token.ok && token.value.payload);
    expect(changed).toMatchObject({ sub: `urn:maresi:${signature}`, action: "edit", rating: 25 });
    expect(changed && original && changed.iat > original.iat).toBe(true);
    const owns = await db.ownTokens.toArray();
    expect(Object.fromEntries(owns.map(({ kind, state }) => [kind, state]))).toEqual({
      review: "edited",
      edit: "live",
    });
  });

  it("its slip withdraws the original, and later than the edit itself", async () => {
    const { db, key, signature, outbox } = await posted();
    value(await outbox.add(draftFor(subject, { text: "Soles came off.", editOf: signature }), key));
    const [row] = await db.outbox.toArray();
    const slip = await verifyToken(row?.slipJwt ?? "");
    const edit = await verifyToken(row?.jwt ?? "");
    expect(slip).toMatchObject({
      ok: true,
      value: { kind: "delete", target: signature, author: key.author },
    });
    expect(slip.ok && edit.ok && slip.value.issuedAt > edit.value.issuedAt).toBe(true);
  });

  it("is signed by the original's key, whichever is current", async () => {
    const { db, key, signature, outbox } = await posted();
    const current = await storedKey(db);
    value(await outbox.add(draftFor(subject, { text: "New words", editOf: signature }), current));
    expect(await db.outbox.toArray()).toMatchObject([{ author: key.author }]);
  });

  it("is refused where that key is lost, and the draft stays", async () => {
    const { db, key, signature, outbox } = await posted();
    const current = await storedKey(db);
    await db.keys.delete(key.author);
    const edit = draftFor(subject, { text: "New words", editOf: signature });
    await db.drafts.put(edit);
    expect(await outbox.add(edit, current)).toEqual(problem("refused", { reason: "key-lost" }));
    expect(await db.drafts.count()).toBe(1);
  });

  it("waits until the original was sent: before that, undo is the way", async () => {
    const db = freshPersonal();
    const key = await storedKey(db);
    const { outbox } = startOutbox(db, { [serverA]: new FakeReviewServer() });
    value(await outbox.add(draftFor(subject), key));
    const [row] = await db.outbox.toArray();
    const edit = draftFor(subject, { text: "New words", editOf: row?.signature ?? "" });
    expect(await outbox.add(edit, key)).toEqual(problem("refused", { reason: "original-not-sent" }));
  });
});

describe("a delete", () => {
  it("goes to the server that has the original and marks it", async () => {
    const { b, db, key, signature, outbox, clock, published } = await posted();
    value(await outbox.addDelete(signature, key));
    await flushUntilQuiet({ db, outbox, clock, published });
    expect(b.accepted).toHaveLength(2);
    const owns = await db.ownTokens.toArray();
    expect(owns.find(({ kind }) => kind === "review")?.state).toBe("deleted");
    expect(owns.find(({ kind }) => kind === "delete")?.slipJwt).toBeUndefined();
  });

  it("comes after an edit that is still on its way", async () => {
    const { db, key, signature, outbox } = await posted();
    value(await outbox.add(draftFor(subject, { text: "New words", editOf: signature }), key));
    value(await outbox.addDelete(signature, key));
    const rows = await db.outbox.toArray();
    const issuedAt = (kind: string): number => {
      const token = decodeToken(rows.find((row) => row.kind === kind)?.jwt ?? "");
      return token.ok ? token.value.payload.iat : NaN;
    };
    expect(issuedAt("delete")).toBeGreaterThan(issuedAt("edit"));
  });

  it("of somebody else's review, or by another key, is refused", async () => {
    const { db, key, signature, outbox } = await posted();
    const other = await storedKey(db);
    expect(await outbox.addDelete("nobody", key)).toEqual(problem("refused", { reason: "not-own" }));
    expect(await outbox.addDelete(signature, other)).toEqual(problem("refused", { reason: "not-own" }));
  });
});

describe("votes and replies", () => {
  it("change a vote that was sent where it is confirmed: servers take one of a key on a review", async () => {
    const { a, db, key, signature, outbox, clock, published } = await posted();
    const about = { subjectKey: subject, title: "Nike", signature };
    value(await outbox.addVote({ ...about, confirm: false }, key));
    await flushUntilQuiet({ db, outbox, clock, published });
    value(await outbox.addVote({ ...about, confirm: true }, key));
    await flushUntilQuiet({ db, outbox, clock, published });
    const [vote, change] = a.accepted.slice(-2).map((jwt) => decodeToken(jwt));
    if (!vote?.ok || !change?.ok) throw new Error("no tokens");
    expect(change.value.payload).toMatchObject({
      sub: `urn:maresi:${vote.value.signature}`,
      action: "edit",
      rating: 100,
      metadata: { is_personal_experience: "true" },
    });
    const said = { author: key.author, signature };
    expect(confirmationOf(said, await db.outbox.toArray(), await db.ownTokens.toArray())).toMatchObject({
      kind: "sent",
      token: { signature: vote.value.signature },
    });
  });

  it("are sent like reviews, under the review they are about", async () => {
    const { a, db, key, signature, outbox, clock, published } = await posted();
    value(await outbox.add(draftFor(subject, { text: "Same here.", replyTo: signature }), key));
    const [reply] = await db.outbox.toArray();
    const about = { subjectKey: subject, title: "Nike" };
    value(await outbox.addVote({ ...about, signature: reply?.signature ?? "", confirm: false }, key));
    value(await outbox.addVote({ ...about, signature, confirm: true }, key));
    await flushUntilQuiet({ db, outbox, clock, published });
    const kinds = await Promise.all(
      a.accepted.map(async (jwt) => {
        const review = await verifyToken(jwt);
        return (
          review.ok && [review.value.kind, review.value.metadata.isPersonalExperience, review.value.target]
        );
      }),
    );
    expect(kinds).toEqual(
      expect.arrayContaining([
        ["vote", false, reply?.signature],
        ["vote", true, signature],
        ["reply", true, signature],
      ]),
    );
    expect(published.size).toBe(4);
  });
});
