import { Dexie, type Table } from "dexie";
import type { Conversation } from "../model/conversation.ts";
import type { PlaceAnswer } from "../model/search.ts";
import { answersOfBrand } from "./answers.ts";
import type { CommunityDatabase } from "./community.ts";
import type { AnswerRow } from "./talk-rows.ts";

/** UTF-16 units of JSON that answers and conversations may take together: about 40 MB on disk. */
const talkBudget = 20_000_000;
/** Room is made down to this share, so that it is not made at every write. */
const afterEviction = 0.9;

const sizeOf = (value: unknown): number => JSON.stringify(value).length;

/** Writes what a place answered, and makes room for it. */
export async function putAnswer(
  db: CommunityDatabase,
  answer: PlaceAnswer,
  { nowMs, budget = talkBudget }: { readonly nowMs: number; readonly budget?: number },
): Promise<void> {
  await db.transaction("rw", db.answers, db.conversations, async () => {
    await db.answers.put({ ...answer, usedAt: nowMs, size: sizeOf(answer) });
    await makeRoom(db, budget);
  });
}

/**
 * Changes a row that is there. `change` sees it as it is now, in the same transaction: another answer may have come
 * meanwhile.
 */
export async function changeAnswer(
  db: CommunityDatabase,
  [brandId, place]: readonly [brandId: string, place: string],
  change: (answer: PlaceAnswer) => PlaceAnswer | undefined,
  options: { readonly nowMs: number; readonly budget?: number },
): Promise<void> {
  await db.transaction("rw", db.answers, db.conversations, async () => {
    const row = await db.answers.get([brandId, place]);
    if (!row) return;
    const { usedAt: _usedAt, size: _size, ...answer } = row;
    const changed = change(answer);
    if (changed) await putAnswer(db, changed, options);
  });
}

/** Keeps a thread that was read, and makes room for it. */
export async function putConversation(
  db: CommunityDatabase,
  brandId: string,
  conversation: Conversation,
  { nowMs, budget = talkBudget }: { readonly nowMs: number; readonly budget?: number },
): Promise<void> {
  const { key } = conversation.thread;
  await db.transaction("rw", db.answers, db.conversations, async () => {
    await db.conversations.put({
      key,
      brandId,
      conversation,
      at: nowMs,
      usedAt: nowMs,
      size: sizeOf(conversation),
    });
    await makeRoom(db, budget);
  });
}

/** Somebody looks at what is kept about a brand: it stays longer than what nobody looks at. */
export async function touchAnswers(db: CommunityDatabase, brandId: string, nowMs: number): Promise<void> {
  await answersOfBrand(db, brandId).modify({ usedAt: nowMs });
}

/** Everything that is under way about a brand, or about all of them, has ended without an answer. */
export async function answersUnderWay(db: CommunityDatabase, brandId?: string): Promise<AnswerRow[]> {
  const rows = db.answers.where("state").equals("asked");
  return (brandId === undefined ? rows : rows.filter((row) => row.brandId === brandId)).toArray();
}

/** What nobody has looked at since `oldestMs` goes. */
export async function expireTalk(db: CommunityDatabase, oldestMs: number): Promise<void> {
  for (const table of [db.answers, db.conversations])
    await table.where("[usedAt+size]").below([oldestMs, Dexie.minKey]).delete();
}

/** What was asked, read or looked at since a moment goes: it tells where the person was. */
export async function forgetTalkSince(db: CommunityDatabase, sinceMs: number): Promise<void> {
  for (const table of [db.answers, db.conversations])
    await table.where("[usedAt+size]").aboveOrEqual([sinceMs, Dexie.minKey]).delete();
}

export async function forgetTalkOf(db: CommunityDatabase, brandId: string): Promise<void> {
  await answersOfBrand(db, brandId).delete();
  await db.conversations.where("brandId").equals(brandId).delete();
}

interface Held {
  readonly usedAt: number;
  readonly size: number;
  readonly remove: () => PromiseLike<void>;
}

/** In the transaction at hand: what was used longest ago goes until all fits. Reads no row, only an index. */
async function makeRoom(db: CommunityDatabase, budget: number): Promise<void> {
  const held = [...(await heldIn(db.answers)), ...(await heldIn(db.conversations))];
  let total = held.reduce((sum, { size }) => sum + size, 0);
  if (total <= budget) return;
  const oldestFirst = held.toSorted((one, other) => one.usedAt - other.usedAt);
  // What has just come is what somebody waits for, however large.
  for (const { size, remove } of oldestFirst.slice(0, -1)) {
    if (total <= budget * afterEviction) return;
    await remove();
    total -= size;
  }
}

async function heldIn<Row, Key>(table: Table<Row, Key>): Promise<Held[]> {
  const held: Held[] = [];
  await table.orderBy("[usedAt+size]").eachKey((index, { primaryKey }) => {
    const [usedAt, size] = index as unknown as readonly [number, number];
    held.push({ usedAt, size, remove: () => table.delete(primaryKey) });
  });
  return held;
}
