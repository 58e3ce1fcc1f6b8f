import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { idOf, stored, type Statement } from "../../tests/support/statements.ts";
import { openCommunity, type CommunityDatabase } from "./community.ts";
import { replaceOfficialKeys } from "./official-keys.ts";
import { repliesOf } from "./replies.ts";
import { settledAmong } from "./settled.ts";
import { storeReviews } from "./store-reviews.ts";

const asOf = 1_700_100_000;
const nowMs = asOf * 1000;
const brandId = "kite.example";

let db: CommunityDatabase;
beforeEach(async () => {
  db = openCommunity(`settled-${crypto.randomUUID()}`);
  await replaceOfficialKeys(db, "one", [{ brandId, author: idOf("kite"), expiresAt: nowMs + 1 }]);
  await store(
    { name: "r", author: "ann", siteKey: brandId, rating: 20, opinion: "Torn." },
    { name: "a", author: "kite", kind: "reply", target: "r", opinion: "Here is a new one." },
    { name: "b", author: "cem", kind: "reply", target: "r", opinion: "Glue it." },
  );
});
afterEach(() => db.delete());

const store = (...statements: readonly Statement[]): Promise<unknown> =>
  storeReviews(
    db,
    statements.map((statement) => stored(statement)),
    { asOf },
  );
const vote = (author: string, target: string, isPersonalExperience = true): Statement => ({
  name: `v-${author}-${target}`,
  author,
  kind: "vote",
  target,
  rating: 100,
  metadata: { isPersonalExperience },
});
const settled = async (at = nowMs): Promise<boolean> =>
  (await settledAmong(db, [idOf("r"), idOf("absent")], at)).has(idOf("r"));
const marks = async (): Promise<readonly string[]> =>
  (await repliesOf(db, "sig-r", nowMs)).flatMap(({ id, isSettled }) => (isSettled ? [id] : []));

it("is not drowned by replies of others: the brand's answer and its mark stand", async () => {
  const flood = Array.from({ length: 250 }, (_, index): Statement => ({
    name: `flood ${index}`,
    author: `crowd ${index}`,
    kind: "reply",
    target: "r",
    opinion: `Look here ${index}.`,
    issuedAt: asOf - 250 + index,
  }));
  await store(...flood, vote("ann", "a"));
  const rows = await repliesOf(db, "sig-r", nowMs);
  expect(rows).toHaveLength(201);
  expect(rows[0]).toMatchObject({ id: idOf("a"), isSettled: true });
  expect(rows.at(-1)?.opinion).toBe("Look here 249.");
});

describe("a review is settled", () => {
  it("when its writer confirms the answer of its brand: review and answer say so", async () => {
    expect([await settled(), await marks()]).toEqual([false, []]);
    await store(vote("ann", "a"));
    expect([await settled(), await marks()]).toEqual([true, [idOf("a")]]);
  });

  it.each([
    ["somebody else confirms the answer", vote("cem", "a")],
    ["the brand confirms its own answer", vote("kite", "a")],
    ["its writer only finds the answer helpful", vote("ann", "a", false)],
    ["its writer confirms what is not the brand's word", vote("ann", "b")],
    ["its writer confirms the review itself", vote("ann", "r")],
  ])("not when %s", async (_what, said) => {
    await store(said);
    expect([await settled(), await marks()]).toEqual([false, []]);
  });

  it("no longer once the writer takes it back, the brand its answer, or the proof is over", async () => {
    await store(vote("ann", "a"));
    expect(await settled(nowMs + 1)).toBe(false);
    await store({ name: "d", author: "ann", kind: "delete", target: "v-ann-a", issuedAt: asOf - 9 });
    expect([await settled(), await marks()]).toEqual([false, []]);
    await store({ ...vote("ann", "a"), name: "again" });
    expect(await settled()).toBe(true);
    await store({ name: "d2", author: "kite", kind: "delete", target: "a", issuedAt: asOf - 9 });
    expect(await settled()).toBe(false);
  });
});
