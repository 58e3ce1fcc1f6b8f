import { ZeeschuimerLine, type ZeeschuimerPost, zeeschuimerPosts } from "../../../schema/zeeschuimer.ts";
import type { ReadRow, RowReader } from "../read-row.ts";
import { rowOfRecord } from "../record-row.ts";
import { readJsonLines } from "./ndjson.ts";

function rowOf(line: number, value: unknown): ReadRow {
  const parsed = ZeeschuimerLine.safeParse(value);
  if (!parsed.success) return { line, refused: "bad-shape" };
  const { data, source_platform: platform, timestamp_collected: collected } = parsed.data;
  if (!isKnown(platform)) return { line, refused: "unknown-platform", detail: platform.slice(0, 60) };
  const post = zeeschuimerPosts[platform].safeParse(data);
  if (!post.success)
    return { line, refused: "bad-shape", detail: post.error.issues[0]?.path.join(".") ?? "" };
  return rowOfRecord(line, recordOf(post.data, collected));
}

/** `constructor` is on every object, and no platform. */
function isKnown(platform: string): platform is keyof typeof zeeschuimerPosts {
  return Object.hasOwn(zeeschuimerPosts, platform);
}

function recordOf(post: ZeeschuimerPost, collected: number): object {
  return { ...post, collected_at: new Date(collected).toISOString() };
}

/** NDJSON of Zeeschuimer: what a platform sent to its own page, one item a line. TikTok, Instagram and X. */
export const zeeschuimer: RowReader = { read: (file, meter) => readJsonLines(file, meter, rowOf) };
