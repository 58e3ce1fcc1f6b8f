import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addToOutbox, saveOwnToken } from "../../tests/support/personal-rows.ts";
import type { TokenRow } from "../db/community-rows.ts";
import { openCommunity } from "../db/community.ts";
import { saveDraft } from "../db/drafts.ts";
import { listHidden } from "../db/hidden.ts";
import { listKeys } from "../db/keys.ts";
import { openPersonal, type PersonalDatabase } from "../db/personal.ts";
import type { OutboxRow } from "../db/personal-rows.ts";
import { refused } from "../model/refusal.ts";
import type { SignatureKey } from "../model/review.ts";
import { ok } from "../model/result.ts";
import type { Outbox } from "../outbox/index.ts";
import { generateSigningKey } from "../reviews/keys.ts";
import { signSlip, slipText } from "../reviews/slip.ts";
import { createPosting } from "./posting.ts";

const subjectKey = "https://northwind.example";
const signature = "A".repeat(86);
let personal: PersonalDatabase;

beforeEach(() => {
  personal = openPersonal(`personal-${Math.random()}`);
});
afterEach(() => personal.delete());

function world(tokens: Readonly<Record<SignatureKey, TokenRow>> = {}) {
  const outbox = {
    add: vi.fn<Outbox["add"]>(() => Promise.resolve(ok("r1"))),
    addFlag: vi.fn<Outbox["addFlag"]>(() => Promise.resolve(ok("r4"))),
    addSlip: vi.fn<Outbox["addSlip"]>(() => Promise.resolve(ok("r5"))),
    addDelete: vi.fn<Outbox["addDelete"]>(() => Promise.resolve(ok("r2"))),
    addVote: vi.fn<Outbox["addVote"]>(() => Promise.resolve(ok("r3"))),
    sendNow: vi.fn<Outbox["sendNow"]>(() => Promise.resolve(ok(undefined))),
    undo: vi.fn<Outbox["undo"]>(() => Promise.resolve(ok(undefined))),
  };
  const armOutbox = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const posting = createPosting({
    personal,
    community: openCommunity("unused"),
    outbox,
    tokenBySignature: (_, key) => Promise.resolve(tokens[key]),
    armOutbox,
    now: () => 1000,
  });
  return { armOutbox, outbox, posting };
}

const draft = {
  subjectKey,
  subject: subjectKey,
  title: "Northwind",
  text: "Fine.",
  ownExperience: true,
  affiliated: false,
  nickname: "",
  updatedAt: 1,
} as const;

describe("posting", () => {
  it("makes the first key with the first post and uses it from then on", async () => {
    const { armOutbox, outbox, posting } = world();
    await saveDraft(personal, draft);
    expect(await listKeys(personal)).toEqual([]);
    expect(await posting.post(subjectKey)).toEqual(ok("r1"));
    await posting.post(subjectKey);
    const [first, second] = outbox.add.mock.calls;
    expect(first?.[1].author).toBe(second?.[1].author);
    expect(await listKeys(personal)).toMatchObject([{ author: first?.[1].author, backup: "none" }]);
    expect(armOutbox).toHaveBeenCalledTimes(2);
  });

  it("makes one key though two first posts fall together", async () => {
    const { posting } = world();
    await saveDraft(personal, draft);
    await Promise.all([posting.post(subjectKey), posting.post(subjectKey)]);
    expect(await listKeys(personal)).toHaveLength(1);
  });

  it("needs a draft, and makes no key without one", async () => {
    const { outbox, posting } = world();
    expect(await posting.post(subjectKey)).toMatchObject({ error: { params: { reason: "no-draft" } } });
    expect(outbox.add).not.toHaveBeenCalled();
    expect(await listKeys(personal)).toEqual([]);
  });

  it("votes only on what is known here", async () => {
    const row = {
      subjectKey,
      subject: subjectKey,
      metadata: { dataSource: undefined },
    } as unknown as TokenRow;
    const { outbox, posting } = world({ [signature]: row });
    expect(await posting.vote({ signature, confirm: true })).toEqual(ok("r3"));
    expect(outbox.addVote.mock.calls[0]?.[0]).toMatchObject({ confirm: true, subjectKey, isSample: false });
    expect(await posting.vote({ signature: "B".repeat(86), confirm: true })).toMatchObject({
      error: { params: { reason: "unknown-review" } },
    });
  });

  it("confirms in place of a helpful vote that still waits: servers take one of a key on a review", async () => {
    const row = { subjectKey, subject: subjectKey, metadata: {} } as unknown as TokenRow;
    const { outbox, posting } = world({ [signature]: row });
    await posting.vote({ signature, confirm: false });
    const [key] = await listKeys(personal);
    const waiting = {
      id: "v",
      kind: "vote",
      author: key?.author,
      subject: `urn:maresi:${signature}`,
      jwt: "a.b.c",
      state: "held",
      sendAt: 1,
      createdAt: 1,
    };
    await personal.outbox.put(waiting as OutboxRow);
    await posting.vote({ signature, confirm: false });
    expect(outbox.undo).not.toHaveBeenCalled();
    await posting.vote({ signature, confirm: true });
    expect(outbox.undo).toHaveBeenCalledExactlyOnceWith("v");
    expect(outbox.addVote.mock.calls.at(-1)?.[0]).toMatchObject({ confirm: true });
  });

  it("withdraws own reviews with the key that signed them, and without one once that is lost", async () => {
    const { outbox, posting } = world();
    expect(await posting.withdraw(signature)).toMatchObject({ error: { params: { reason: "not-own" } } });
    await saveDraft(personal, draft);
    await posting.post(subjectKey);
    const [key] = await listKeys(personal);
    const own = {
      id: "i",
      jwt: "j",
      signature,
      signatureKey: signature,
      author: key!.author,
      subject: subjectKey,
      subjectKey,
      kind: "review",
      createdAt: 1,
      state: "live",
      server: "https://reviews.example",
    } as const;
    await saveOwnToken(personal, own);
    expect(await posting.withdraw(signature)).toEqual(ok("r2"));
    expect(outbox.addDelete.mock.calls[0]?.[1]?.author).toBe(key!.author);
    await saveOwnToken(personal, { ...own, author: "0".repeat(32) });
    expect(await posting.withdraw(signature)).toEqual(ok("r2"));
    expect(outbox.addDelete.mock.calls[1]).toEqual([signature, undefined]);
  });

  it("posts a draft once though its button is pressed twice", async () => {
    const { outbox, posting } = world();
    await saveDraft(personal, draft);
    const ids = await Promise.all([posting.post(subjectKey), posting.post(subjectKey)]);
    expect(ids).toEqual([ok("r1"), ok("r1")]);
    expect(outbox.add).toHaveBeenCalledTimes(1);
  });

  it("hides what was reported at once, and shows it again when the report is taken back", async () => {
    const known = { id: "c1", kind: "reply", root: "c0", signature, subjectKey, subject: "urn:maresi:x" };
    const { outbox, posting } = world({ [signature]: { ...known, metadata: {} } as unknown as TokenRow });
    const flag = { signature, reason: "quality", words: "" } as const;
    expect(await posting.flag(flag)).toEqual(ok("r4"));
    expect(await listHidden(personal)).toEqual([{ id: "c1", why: "reported", at: 1000 }]);
    // A reply's own subject names nothing that a person could read.
    expect(outbox.addFlag.mock.calls[0]?.[0]).toMatchObject({ title: "" });
    const row = { id: "r4", kind: "flag", subject: `urn:maresi:${signature}` } as OutboxRow;
    await addToOutbox(personal, row);
    outbox.undo.mockResolvedValueOnce(refused("already-sent"));
    await posting.undo("r4");
    expect(await listHidden(personal)).toHaveLength(1);
    await posting.undo("r4");
    expect(await listHidden(personal)).toEqual([]);
  });

  it("hides nothing where the report is refused", async () => {
    const known = { id: "c1", signature, subjectKey, subject: subjectKey, metadata: {} };
    const { outbox, posting } = world({ [signature]: known as unknown as TokenRow });
    outbox.addFlag.mockResolvedValueOnce(refused("sample"));
    await posting.flag({ signature, reason: "terms", words: "" });
    expect(await listHidden(personal)).toEqual([]);
  });

  it("hides what had been reported before, as where the worker died in between", async () => {
    const known = { id: "c1", signature, subjectKey, subject: subjectKey, metadata: {} };
    const { outbox, posting } = world({ [signature]: known as unknown as TokenRow });
    outbox.addFlag.mockResolvedValueOnce(refused("already-flagged"));
    await posting.flag({ signature, reason: "terms", words: "" });
    expect(await listHidden(personal)).toEqual([{ id: "c1", why: "reported", at: 1000 }]);
  });

  it("flags only what is known here, and makes no key for it", async () => {
    const known = {
      id: "c1",
      signature,
      subjectKey,
      subject: subjectKey,
      metadata: {},
    } as unknown as TokenRow;
    const { outbox, posting } = world({ [signature]: known });
    const flag = { signature, reason: "terms", words: "Spam" } as const;
    expect(await posting.flag(flag)).toEqual(ok("r4"));
    expect(outbox.addFlag.mock.calls[0]?.[0]).toMatchObject({ ...flag, subjectKey, isSample: false });
    expect(await posting.flag({ ...flag, signature: "B".repeat(86) })).toMatchObject({
      error: { params: { reason: "unknown-review" } },
    });
    expect(await listKeys(personal)).toEqual([]);
  });

  it("takes a slip as a file or as a bare token, and tells why it cannot", async () => {
    const { armOutbox, outbox, posting } = world();
    const key = await generateSigningKey();
    const slip = await signSlip(
      { original: signature, subject: subjectKey, newestIssuedAt: 1_760_000_400 },
      key,
    );
    expect(await posting.useSlip(slipText(slip, "Send it."))).toEqual(ok("r5"));
    expect(await posting.useSlip(` ${slip.jwt}\n`)).toEqual(ok("r5"));
    expect(outbox.addSlip.mock.calls).toEqual([
      [slip.jwt, undefined],
      [slip.jwt, undefined],
    ]);
    expect(armOutbox).toHaveBeenCalledTimes(2);
    const reasons = [];
    for (const text of ["", "A poem", `${slip.jwt.slice(0, -6)}AAAAAA`]) {
      const result = await posting.useSlip(text);
      reasons.push(!result.ok && result.error.params?.["reason"]);
    }
    expect(reasons).toEqual(["slip-unreadable", "slip-unreadable", "slip-signature"]);
    expect(outbox.addSlip).toHaveBeenCalledTimes(2);
  });
});
