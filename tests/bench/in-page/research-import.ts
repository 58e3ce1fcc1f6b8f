import { addItems } from "../../../lib/db/research-items.ts";
import { openResearch } from "../../../lib/db/research.ts";
import { researchItems } from "./research-items.ts";

/** Stores items by the calls that an import makes, a thousand in each. @returns Milliseconds of storing alone. */
export async function importItems(count: number): Promise<number> {
  const db = openResearch("import");
  let ms = 0;
  for (let from = 0; from < count; from += 1000) {
    const items = researchItems("import", from, Math.min(1000, count - from));
    const start = performance.now();
    await addItems(db, items);
    ms += performance.now() - start;
  }
  await db.delete();
  return ms;
}
