import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { AnswerRow, ConversationRow, DailyBrandRow } from "../../lib/db/talk-rows.ts";
import type { Thread } from "../../lib/model/conversation.ts";

/** What the parts of Dexie that are used look like in the page. */
interface DexieInPage {
  open(): Promise<unknown>;
  close(): void;
  table(name: string): { bulkPut(rows: readonly unknown[]): Promise<unknown>; clear(): Promise<void> };
}
declare const Dexie: new (name: string) => DexieInPage;

/** Rows of the community database, by table. */
export interface TalkRows {
  readonly answers?: readonly AnswerRow[];
  readonly conversations?: readonly ConversationRow[];
  readonly dailyBrands?: readonly DailyBrandRow[];
}

/**
 * Writes rows from a page of the extension as the background does, by Dexie: sidebars that are open hear of it.
 *
 * @returns When writing began, in epoch ms with fractions.
 */
export async function putTalk(page: Page, rows: TalkRows): Promise<number> {
  await page.evaluate(await readFile("node_modules/dexie/dist/dexie.min.js", "utf8"));
  return page.evaluate(async (rows) => {
    const db = new Dexie("community");
    await db.open();
    const began = performance.timeOrigin + performance.now();
    for (const [table, some] of Object.entries(rows))
      await db.table(table).bulkPut(some as readonly unknown[]);
    db.close();
    return began;
  }, rows);
}

/** Forgets everything that was said elsewhere. */
export async function clearTalk(page: Page): Promise<void> {
  await page.evaluate(await readFile("node_modules/dexie/dist/dexie.min.js", "utf8"));
  await page.evaluate(async () => {
    const db = new Dexie("community");
    await db.open();
    for (const table of ["answers", "conversations", "dailyBrands"]) await db.table(table).clear();
    db.close();
  });
}

export function thread(source: string, id: string, changes: Partial<Thread> = {}): Thread {
  const origin = `https://${source}.example`;
  return {
    key: `${source}:${source}.example:${id}`,
    source,
    origin,
    id,
    title: `What happened to the soles of pair ${id} from Northwind`,
    url: `${origin}/thread/${id}`,
    publishedAt: Date.now() - 3_600_000,
    replies: 3,
    score: 5,
    ...changes,
  };
}

export function answer(source: string, changes: Partial<AnswerRow> = {}): AnswerRow {
  return {
    brandId: "northwind.example",
    place: `${source} https://${source}.example`,
    source,
    name: source,
    words: "northwind.example",
    state: "answered",
    at: Date.now(),
    threads: [],
    facts: [],
    usedAt: Date.now(),
    size: 1000,
    ...changes,
  };
}
