import { join } from "node:path";
import { type KeptLines, openKeptLines } from "../kept-lines.ts";
import { Answer } from "./answer.ts";

/** Answers that nobody has renewed for so long go: the brand or the source is no longer asked about. */
const longestKeptMs = 120 * 86_400_000;

/** What one source has said so far, brand by brand. */
export type SourceState = KeptLines<Answer>;

/** Opens what is kept of a source. */
export async function openSourceState(folder: string, source: string, nowMs: number): Promise<SourceState> {
  return openKeptLines(join(folder, `${source}.jsonl`), {
    schema: Answer,
    idOf: ({ brand }) => brand,
    counts: ({ at, failedAt = 0 }) => Math.max(at, failedAt) > nowMs - longestKeptMs,
  });
}
