import { z } from "zod";
import { type BlockList, blockListFormat, blockListLimits, blockListVersion } from "../model/block-list.ts";
import { jsonOf } from "../model/json.ts";
import { ok, problem, type Result } from "../model/result.ts";

const Id = z.string().regex(/^[0-9a-f]{32}$/);
const Reason = z.string().max(blockListLimits.reason).optional();

const Entry = z.union([z.object({ author: Id, reason: Reason }), z.object({ review: Id, reason: Reason })]);

/** A list of authors and reviews that somebody publishes at an address. See docs/block-lists.md. */
const BlockListFile = z.object({
  format: z.literal(blockListFormat),
  version: z.literal(blockListVersion),
  title: z.string().max(blockListLimits.title).optional(),
  entries: z.array(Entry).max(blockListLimits.entries),
});

/** @returns `bad-shape` with a reason: `json` where it is none, else `format`. Nothing of a flawed list is taken. */
export function readBlockList(text: string): Result<BlockList> {
  const json = jsonOf(text);
  if (json === undefined) return problem("bad-shape", { reason: "json" });
  const read = BlockListFile.safeParse(json);
  return read.success ? ok(read.data) : problem("bad-shape", { reason: "format" });
}
