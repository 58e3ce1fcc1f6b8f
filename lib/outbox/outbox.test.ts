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
import { problem } from "../model/result.ts";
import { sampleDataSource } from "../reviews/client.ts";
import { decodeToken, verifyToken } from "../reviews/token.ts";

const subject = "https://nike.com";

async function world(more: Parameters<typeof startOutbox>[2] = {}) {
  const a = new FakeReviewServer();
  const b = new FakeReviewServer();
  const db = freshPersonal();
  return { a, b, key: await storedKey(db), ...startOutbox(db, { [serverA]: a, [serverB]: b }, more) };
}

function payloadOf(jwt: string) {
  const token = decodeToken(jwt);
  if (!token.ok) throw new Error(token.error.code);
  return token.value.payload;
}

describe("posting", () => {
  it("signs once, holds a minute, sends, and shows the review at once", async () => {
    const { a, b, db, key, outbox, clock, published } = await world();
    const draft = draftFor(subject);
    await db.drafts.put(draft);
    const id = value(await outbox.add(draft, key));
    const row = await db.outbox.get(id);
    expect(row).toMatchObject({
      state: "held",
      sendAt: startMs + 60_000,
      kind: "review",
      attempts: 0,
      draft,
    });
    expect(await db.drafts.count()).toBe(0);
    await outbox.flush();
    expect(a.requests).toHaveLength(0);
    clock.ms += 60_000;
    await outbox.flush();
    expect(a.accepted).toEqual([row?.jwt]);
    expect(b.requests).toHaveLength(0);
    expect(await db.outbox.count()).toBe(0);
    expect(await db.ownTokens.get(id)).toMatchObject({ state: "live", server: serverA, subjectKey: subject });
    expect(published.get(id)).toMatchObject({ subject, rating: 75, opinion: "Good boots." });
    expect(await outbox.nextRunAt()).toBeUndefined();
  });

  it("writes the time rounded to the hour, the constant client, and what was ticked", async () => {
    const { db, key, outbox } = await world();
    const id = value(await outbox.add(draftFor(subject), key));
    const row = await db.outbox.get(id);
    const { iat, metadata } = payloadOf(row?.jwt ?? "");
    expect(iat % 3600).toBe(0);
    expect(metadata).toEqual({
      client_id: "https://backtalk.example",
      nickname: "anna",
      is_personal_experience: "true",
    });
  });

  it("comes with a slip that withdraws it, signed by the same key", async () => {
    const { db, key, outbox } = await world();
    const id = value(await outbox.add(draftFor(subject), key));
    const row = await db.outbox.get(id);
    const slip = await verifyToken(row?.slipJwt ?? "");
    expect(slip).toMatchObject({
      ok: true,
      value: { kind: "delete", target: row?.signatureKey, author: key.author },
    });
  });

  it.each([
    ["opinion-too-long", { text: "ü".repeat(501) }],
    ["nickname-too-long", { nickname: "x".repeat(21) }],
    ["empty", { stars: undefined, text: "  " }],
    ["one-star-needs-words", { stars: 1, text: "" }],
  ])("refuses %s before it is signed, and keeps the draft", async (reason, flaw) => {
    const { db, key, outbox } = await world();
    const draft = draftFor(subject, flaw);
    await db.drafts.put(draft);
    expect(await outbox.add(draft, key)).toEqual(problem("refused", { reason }));
    expect(await db.drafts.count()).toBe(1);
    expect(await db.outbox.count()).toBe(0);
  });

  it("what was typed while it was being signed is not lost", async () => {
    const { db, key, outbox } = await world();
    const draft = draftFor(subject);
    await db.drafts.put({ ...draft, text: "Good boots. And one more thing", updatedAt: startMs + 5 });
    value(await outbox.add(draft, key));
    expect(await db.drafts.get(subject)).toMatchObject({ text: "Good boots. And one more thing" });
  });
});

describe("second thoughts", () => {
  it("undo takes it back and the draft returns; nothing was sent", async () => {
    const { a, db, key, outbox } = await world();
    const draft = draftFor(subject);
    const id = value(await outbox.add(draft, key));
    expect(await outbox.undo(id)).toEqual({ ok: true, value: undefined });
    expect(await db.drafts.get(subject)).toEqual(draft);
    expect(await db.outbox.count()).toBe(0);
    expect(a.requests).toHaveLength(0);
  });

  it("undo keeps what the person has begun to write since", async () => {
    const { db, key, outbox } = await world();
    const id = value(await outbox.add(draftFor(subject), key));
    await db.drafts.put(draftFor(subject, { text: "Something else", updatedAt: startMs + 9 }));
    await outbox.undo(id);
    expect((await db.drafts.get(subject))?.text).toBe("Good boots.\n\nSomething else");
  });

  it("undo is refused once a server may have it", async () => {
    const { a, key, outbox } = await world();
    a.mishaps = ["never-arrives"];
    const id = value(await outbox.add(draftFor(subject), key));
    await outbox.sendNow(id);
    expect(await outbox.undo(id)).toEqual(problem("refused", { reason: "already-sent" }));
  });

  it("send now does not wait", async () => {
    const { a, key, outbox } = await world();
    await outbox.sendNow(value(await outbox.add(draftFor(subject), key)));
    expect(a.accepted).toHaveLength(1);
  });

  it("undo and send cannot both win", async () => {
    const { a, db, key, outbox } = await world();
    const id = value(await outbox.add(draftFor(subject), key));
    const [undone] = await Promise.all([outbox.undo(id), outbox.sendNow(id)]);
    expect(undone?.ok).toBe(true);
    expect(a.requests).toHaveLength(0);
    expect(await db.drafts.count()).toBe(1);
  });
});

describe("a server that does not take it", () => {
  it("a subject that is silent under one name is sent under the other, signed anew", async () => {
    const { a, db, key, outbox, ...rest } = await world();
    a.silentHosts.add("nike.com");
    const id = value(await outbox.add(draftFor(subject), key));
    await flushUntilQuiet({ db, outbox, ...rest });
    expect(a.accepted.map((jwt) => payloadOf(jwt).sub)).toEqual(["https://www.nike.com"]);
    const [own] = await db.ownTokens.toArray();
    expect(own?.id).not.toBe(id);
    expect(own).toMatchObject({ subject: "https://www.nike.com", subjectKey: subject });
    expect(decodeToken(own?.slipJwt ?? "")).toMatchObject({
      ok: true,
      value: { payload: { sub: `urn:maresi:${own?.signature}`, action: "delete" } },
    });
  });

  it("silent under both names: the next server gets it; no brand can veto a review", async () => {
    const { a, b, db, key, outbox, ...rest } = await world();
    a.silentHosts.add("nike.com").add("www.nike.com");
    value(await outbox.add(draftFor(subject), key));
    await flushUntilQuiet({ db, outbox, ...rest });
    expect(a.accepted).toEqual([]);
    expect(b.accepted).toHaveLength(1);
    expect(await db.ownTokens.toArray()).toMatchObject([{ server: serverB }]);
  });

  it("refused everywhere: says so in the server's words, keeps it, and tries again when asked", async () => {
    const { a, b, db, key, outbox, ...rest } = await world();
    for (const server of [a, b]) server.silentHosts.add("nike.com").add("www.nike.com");
    value(await outbox.add(draftFor(subject), key));
    await flushUntilQuiet({ db, outbox, ...rest });
    const [row] = await db.outbox.toArray();
    expect(row).toMatchObject({
      state: "refused",
      problem: { params: { text: "Subject is not publicly accessible." } },
    });
    expect(row?.tried).toHaveLength(4);
    a.silentHosts.clear();
    await outbox.sendNow(row?.id ?? "");
    expect(a.accepted).toHaveLength(1);
  });

  it("a product, a number or an over-long name has no other spelling", async () => {
    const { a, b, db, key, outbox, ...rest } = await world();
    const long = `https://${"x".repeat(86)}.com/p`;
    a.silentHosts.add(new URL(long).hostname);
    value(await outbox.add(draftFor(long), key));
    await flushUntilQuiet({ db, outbox, ...rest });
    expect(b.accepted.map((jwt) => payloadOf(jwt).sub)).toEqual([long]);
  });

  it("a refusal in words ends there, with the words", async () => {
    const { a, b, db, key, outbox, ...rest } = await world();
    a.mishaps = [refusal("Rating out of range.")];
    value(await outbox.add(draftFor(subject), key));
    await flushUntilQuiet({ db, outbox, ...rest });
    expect(await db.outbox.toArray()).toMatchObject([
      { state: "refused", problem: { code: "refused", params: { text: "Rating out of range." } } },
    ]);
    expect(b.requests).toHaveLength(0);
  });

  it("the same opinion twice is told apart from the same token twice", async () => {
    const { a, db, key, outbox, clock, ...rest } = await world();
    value(await outbox.add(draftFor(subject), key));
    await flushUntilQuiet({ db, outbox, clock, ...rest });
    clock.ms += 7_200_000;
    value(await outbox.add(draftFor(subject), key));
    await flushUntilQuiet({ db, outbox, clock, ...rest });
    expect(await db.outbox.toArray()).toMatchObject([
      { state: "refused", problem: { params: { reason: "duplicate" } } },
    ]);
    expect(a.accepted).toHaveLength(1);
  });

  it("what is no review server is passed over", async () => {
    const { a, b, key, outbox, ...rest } = await world();
    a.mishaps = [refusal("Not found", 404)];
    value(await outbox.add(draftFor(subject), key));
    await flushUntilQuiet({ outbox, ...rest });
    expect(b.accepted).toHaveLength(1);
  });

  it("one that breaks over this token again and again is given up for the next", async () => {
    const { a, b, key, outbox, ...rest } = await world();
    a.mishaps = Array.from({ length: 20 }, () => "server-error" as const);
    value(await outbox.add(draftFor(subject), key));
    await flushUntilQuiet({ outbox, ...rest });
    expect(a.requests.filter(({ method }) => method === "PUT")).toHaveLength(6);
    expect(b.accepted).toHaveLength(1);
  });
});

describe("waiting", () => {
  it("offline is no attempt: it waits, and goes out later", async () => {
    const { a, db, key, outbox, ...rest } = await world();
    a.mishaps = [{ code: "offline", params: { reason: "no-connection" } }];
    const id = value(await outbox.add(draftFor(subject), key));
    await outbox.sendNow(id);
    expect(await db.outbox.get(id)).toMatchObject({ state: "waiting", problem: { code: "offline" } });
    await flushUntilQuiet({ db, outbox, ...rest });
    expect(a.accepted).toHaveLength(1);
    expect(a.requests.every(({ purpose }) => purpose === "post")).toBe(true);
  });

  it("a busy server is left alone for as long as it asks", async () => {
    const { a, db, key, outbox, clock } = await world();
    a.mishaps = ["busy"];
    const id = value(await outbox.add(draftFor(subject), key));
    await outbox.sendNow(id);
    expect((await db.outbox.get(id))?.sendAt).toBeGreaterThanOrEqual(clock.ms + 120_000);
  });

  it("a server that is down is asked less and less often", async () => {
    const { a, db, key, outbox, clock } = await world({ servers: async () => [serverA] });
    a.isDown = true;
    const id = value(await outbox.add(draftFor(subject), key));
    await outbox.sendNow(id);
    const row = await db.outbox.get(id);
    expect(row).toMatchObject({ state: "unclear", attempts: 1 });
    const waits: number[] = [];
    for (let i = 0; i < 12; i += 1) {
      const at = (await outbox.nextRunAt()) ?? 0;
      waits.push(at - clock.ms);
      clock.ms = at;
      await outbox.flush();
    }
    expect(waits.at(-1)).toBeGreaterThan(10 * (waits[0] ?? 0));
    expect(waits.every((wait) => wait <= 3_600_000)).toBe(true);
    a.isDown = false;
    clock.ms = (await outbox.nextRunAt()) ?? 0;
    await outbox.flush();
    expect(a.accepted).toHaveLength(1);
  });

  it("when the server it may be at is taken out of the list, the same token goes to the next", async () => {
    let list = [serverA, serverB];
    const { a, b, db, key, outbox, ...rest } = await world({ servers: async () => list });
    a.isDown = true;
    const id = value(await outbox.add(draftFor(subject), key));
    await outbox.sendNow(id);
    list = [serverB];
    await flushUntilQuiet({ db, outbox, ...rest });
    expect(b.accepted).toHaveLength(1);
    expect(await db.ownTokens.get(id)).toMatchObject({ server: serverB });
  });
});

describe("several keys", () => {
  it("one flush sends what one key signed; the others follow minutes later", async () => {
    const { a, db, key, outbox, clock, ...rest } = await world();
    const other = await storedKey(db);
    value(await outbox.add(draftFor(subject), key));
    clock.ms += 1;
    value(await outbox.add(draftFor("https://puma.com"), other));
    value(await outbox.add(draftFor("https://adidas.com"), key));
    clock.ms += 60_000;
    await outbox.flush();
    expect(a.accepted.map((jwt) => payloadOf(jwt).sub)).toEqual([subject, "https://adidas.com"]);
    expect((await outbox.nextRunAt()) ?? 0).toBeGreaterThanOrEqual(clock.ms + 120_000);
    await flushUntilQuiet({ db, outbox, clock, ...rest });
    expect(a.accepted).toHaveLength(3);
  });
});

describe("samples", () => {
  it("never go to a real server", async () => {
    const { a, db, key, outbox } = await world();
    const draft = draftFor("https://northfell.example");
    expect(await outbox.add(draft, key)).toEqual(problem("refused", { reason: "sample" }));
    expect(await outbox.add(draftFor(subject), key, { isSample: true })).toEqual(
      problem("refused", { reason: "sample" }),
    );
    expect(await db.outbox.count()).toBe(0);
    expect(a.requests).toHaveLength(0);
  });

  it("go to a server on this machine, marked as samples, and past the real ones", async () => {
    const local = new FakeReviewServer();
    const real = new FakeReviewServer();
    const db = freshPersonal();
    const { outbox, clock } = startOutbox(db, { [serverA]: real, "http://127.0.0.1:8787": local });
    value(await outbox.add(draftFor("https://northfell.example"), await storedKey(db)));
    clock.ms += 60_000;
    await outbox.flush();
    expect(real.requests).toHaveLength(0);
    expect(local.accepted.map((jwt) => payloadOf(jwt).metadata?.data_source)).toEqual([sampleDataSource]);
  });

  it("stay here when the local server is taken out after they were written", async () => {
    let list = ["http://127.0.0.1:8787"];
    const { a, db, key, outbox, clock } = await world({ servers: async () => list });
    value(await outbox.add(draftFor("https://northfell.example"), key));
    list = [serverA];
    clock.ms += 60_000;
    await outbox.flush();
    expect(a.requests).toHaveLength(0);
    expect(await db.outbox.toArray()).toMatchObject([
      { state: "refused", problem: { params: { reason: "sample" } } },
    ]);
  });
});
