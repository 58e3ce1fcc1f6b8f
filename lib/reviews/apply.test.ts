import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Review, ReviewKind } from "../model/review.ts";
import { applyAll, applyEdits, latestPerAuthor } from "./apply.ts";

/** A verified token; its signature key is its id, written out. */
function token(id: string, kind: ReviewKind, fields: Partial<Review> = {}): Review {
  return {
    id,
    author: "ida",
    signature: `sig-${id}`,
    signatureKey: `sig-${id}`,
    kid: "",
    subject: "https://a.example",
    kind,
    issuedAt: 100,
    rating: 100,
    images: [],
    metadata: { isGenerated: false, isAffiliated: false, isPersonalExperience: false },
    jwt: "",
    ...fields,
  };
}

const original = token("o", "review");
const edit = (id: string, issuedAt: number, fields: Partial<Review> = {}): Review =>
  token(id, "edit", { target: "sig-o", issuedAt, rating: 0, ...fields });
const remove = (id: string, issuedAt: number, fields: Partial<Review> = {}): Review =>
  token(id, "delete", { target: "sig-o", issuedAt, ...fields });

describe("a review's effective state", () => {
  it("is the original where nothing changed it", () => {
    expect(applyEdits(original, [], [])).toEqual({ original, content: original, isDeleted: false });
  });

  it("is the newest edit's content", () => {
    const newest = edit("b", 300);
    expect(applyEdits(original, [edit("a", 200), newest, edit("c", 250)])).toEqual({
      original,
      content: newest,
      editedAt: 300,
      isDeleted: false,
    });
  });

  it("is deleted, and stays so against older edits", () => {
    expect(applyEdits(original, [edit("a", 200)], [remove("d", 300)])).toMatchObject({ isDeleted: true });
  });

  it("is deleted by a slip that was signed before a later edit", () => {
    expect(applyEdits(original, [edit("a", 400)], [remove("d", 300)])).toMatchObject({ isDeleted: true });
  });

  it("is changed by nobody else", () => {
    const foreign = { author: "mallory" };
    const applied = applyEdits(original, [edit("a", 900, foreign)], [remove("d", 901, foreign)]);
    expect(applied).toEqual({ original, content: original, isDeleted: false });
  });

  it("follows a change of a change to the original, not through somebody else's", () => {
    const first = edit("a", 200);
    const second = edit("b", 300, { target: "sig-a" });
    expect(applyEdits(original, [second, first]).content).toBe(second);
    expect(applyEdits(original, [second, { ...first, author: "mallory" }]).content).toBe(original);
  });

  it("is not changed by what names another review, or runs in a circle", () => {
    const circle = [edit("a", 200, { target: "sig-b" }), edit("b", 300, { target: "sig-a" })];
    expect(applyEdits(original, [...circle, edit("c", 400, { target: "sig-x" })]).content).toBe(original);
  });
});

const author = fc.constantFrom("ida", "mallory");
const kind = fc.constantFrom<ReviewKind>("edit", "delete");
const change = fc.record({
  author,
  issuedAt: fc.integer({ min: 100, max: 104 }),
  target: fc.constantFrom("sig-0", "sig-1", "sig-2", "sig-3", "sig-4", "sig-o"),
});
const collection = fc
  .array(fc.tuple(kind, change), { maxLength: 8 })
  .map((changes) => [original].concat(changes.map(([kind, fields], i) => token(String(i), kind, fields))));

/** The same tokens twice: as they are, and in another order, some of them repeated. */
const twoOrders = collection.chain((tokens) =>
  fc.tuple(
    fc.constant(tokens),
    fc
      .array(fc.constantFrom(...tokens))
      .chain((again) =>
        fc.shuffledSubarray([...tokens, ...again], { minLength: tokens.length + again.length }),
      ),
  ),
);

const byId = <T>(items: readonly T[], idOf: (item: T) => string): T[] =>
  items.toSorted((a, b) => idOf(a).localeCompare(idOf(b)));

describe("any order of arrival", () => {
  it("gives one state", () => {
    fc.assert(
      fc.property(twoOrders, ([tokens, shuffled]) => {
        const one = applyAll(tokens);
        const other = applyAll(shuffled);
        expect(other.applied).toEqual(one.applied);
        expect(byId(other.pending, ({ id }) => id)).toEqual(byId(one.pending, ({ id }) => id));
        expect(byId(other.refused, ({ review }) => review.id)).toEqual(
          byId(one.refused, ({ review }) => review.id),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("never lets another author's token decide", () => {
    fc.assert(
      fc.property(collection, (tokens) => {
        const own = tokens.filter((t) => t.author === "ida");
        expect(applyAll(tokens).applied).toEqual(applyAll(own).applied);
      }),
    );
  });
});

describe("a collection", () => {
  it("names changes of other people's reviews, and keeps early changes waiting", () => {
    const foreign = edit("f", 200, { author: "mallory" });
    const early = edit("e", 200, { target: "sig-unknown" });
    expect(applyAll([foreign, early, original])).toEqual({
      applied: [{ original, content: original, isDeleted: false }],
      refused: [{ review: foreign, rejection: { code: "other-author" } }],
      pending: [early],
    });
  });

  it("counts each author once per subject: the newest, by id where the time is the same", () => {
    const older = token("a", "review");
    const newer = token("b", "review", { issuedAt: 200 });
    const same = token("c", "review", { issuedAt: 200 });
    const elsewhere = token("d", "review", { subject: "https://b.example" });
    const other = token("e", "review", { author: "omar" });
    for (const order of [
      [older, newer, same, elsewhere, other],
      [same, other, newer, elsewhere, older],
    ]) {
      expect(byId(latestPerAuthor(order), ({ id }) => id)).toEqual([same, elsewhere, other]);
    }
    expect(latestPerAuthor([older, elsewhere], () => "joined")).toHaveLength(1);
  });
});
