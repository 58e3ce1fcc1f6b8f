import { codingsBy } from "../../db/research-codings.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import type { CollectionId } from "../../model/research/collection.ts";
import type { Session, SessionId } from "../../model/research/session.ts";
import { estimateRecall, type RecallEstimate } from "./recall.ts";

/** What the samples of a collection's recordings tell of what their rules missed. */
export interface SampleRecall {
  /** Posts that did not match and were kept as a sample; and how many of them are coded. */
  readonly sampled: number;
  readonly coded: number;
  /** None before any of them is coded. */
  readonly estimate?: RecallEstimate;
}

const matches: ReadonlySet<string> = new Set(["words", "mention"]);

/**
 * From a collection's own codings, over all its recordings that kept a sample or those chosen. No other filter counts:
 * how many posts did not match is known of whole recordings alone.
 *
 * @returns `undefined` where no recording kept a sample.
 */
export async function sampleRecall(
  db: ResearchDatabase,
  { id, coder }: { readonly id: CollectionId; readonly coder: string },
  chosen: readonly SessionId[] = [],
): Promise<SampleRecall | undefined> {
  // Both at once: a live query follows what is asked for before the first answer.
  const [all, codings] = await Promise.all([
    db.sessions.where("collection").equals(id).toArray(),
    codingsBy(db, id, coder),
  ]);
  const sessions = all.filter((session) => keepsSample(session) && isAmong(chosen, session.id));
  if (sessions.length === 0) return undefined;
  const known = new Set<string | undefined>(sessions.map((session) => session.id));
  const items = await db.items.bulkGet(codings.map(({ seq }) => seq));
  const counts = { sampleCoded: 0, sampleRelevant: 0, keptCoded: 0, keptRelevant: 0 };
  for (const [at, { codes }] of codings.entries()) {
    const item = items[at];
    if (!item || !known.has(item.session)) continue;
    const relevant = codes.length > 0 ? 1 : 0;
    if (item.why === "sample") {
      counts.sampleCoded += 1;
      counts.sampleRelevant += relevant;
    } else if (matches.has(item.why)) {
      counts.keptCoded += 1;
      counts.keptRelevant += relevant;
    }
  }
  const sum = (count: "seen" | "kept" | "sampled" | "notPublic"): number =>
    sessions.reduce((total, session) => total + session[count], 0);
  const unmatched = Math.max(0, sum("seen") - sum("kept") - sum("notPublic"));
  const estimate = estimateRecall({ unmatched, kept: sum("kept"), ...counts });
  return { sampled: sum("sampled"), coded: counts.sampleCoded, ...(estimate && { estimate }) };
}

/** Where everything is kept nothing is left to draw a sample from. */
function keepsSample({ plan }: Session): boolean {
  return plan.sampleRate > 0 && plan.keep.kind !== "everything";
}

function isAmong(chosen: readonly SessionId[], id: SessionId): boolean {
  return chosen.length === 0 || chosen.includes(id);
}
