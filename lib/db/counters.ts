import { dayOf } from "../model/day.ts";
import type { DayCounters } from "./personal-rows.ts";
import type { PersonalDatabase } from "./personal.ts";

export type { DayCounters } from "./personal-rows.ts";

/** Adds one page read. */
export async function countPage(db: PersonalDatabase, nowMs: number): Promise<void> {
  await add(db, nowMs, "pages");
}

/** Adds one page on which a brand was recognised. */
export async function countBrand(db: PersonalDatabase, nowMs: number): Promise<void> {
  await add(db, nowMs, "brands");
}

/** Days from the one of `sinceMs` on, the oldest first. */
export async function countersSince(db: PersonalDatabase, sinceMs: number): Promise<DayCounters[]> {
  return db.counters.where("day").aboveOrEqual(dayOf(sinceMs)).toArray();
}

async function add(db: PersonalDatabase, nowMs: number, what: "pages" | "brands"): Promise<void> {
  const day = dayOf(nowMs);
  await db.transaction("rw", db.counters, async () => {
    const row = (await db.counters.get(day)) ?? { day, pages: 0, brands: 0 };
    await db.counters.put({ ...row, [what]: row[what] + 1 });
  });
}
