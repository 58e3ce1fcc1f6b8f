import { unguarded } from "../../export/formula-guard.ts";
import { type TableRow, tableRows } from "../csv-rows.ts";
import type { ReadRow, RowReader } from "../read-row.ts";
import { rowOfRecord } from "../record-row.ts";

type Cells = Readonly<Record<string, string>>;

function first(cells: Cells, names: readonly string[]): string | undefined {
  return names.map((name) => cells[name]).find((cell) => cell !== undefined && cell !== "");
}

function web(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:/.test(URL.parse(text)?.protocol ?? "") ? text : undefined;
}

function number(cells: Cells, names: readonly string[]): number | undefined {
  const cell = first(cells, names);
  const value = Number(cell);
  return cell === undefined || !Number.isFinite(value) ? undefined : value;
}

/** `2026-11-21 14:03:00` (UTC), or seconds since 1970; else as it stands, which the schema refuses. */
function time(cell: string | undefined): string | undefined {
  if (cell === undefined) return undefined;
  if (/^\d{9,11}(?:\.\d+)?$/.test(cell)) return new Date(Number(cell) * 1000).toISOString();
  const [, day, clock] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)Z?$/.exec(cell) ?? [];
  return day && clock ? `${day}T${clock}Z` : cell;
}

/**
 * A row of a file that 4CAT wrote, or that was written for it. Its columns differ by platform; these are the names
 * under which most of them have what we keep.
 */
function rowOf({ line, cells }: TableRow): ReadRow {
  if (!cells) return { line, refused: "too-long" };
  const at = time(first(cells, ["timestamp", "unix_timestamp"]));
  const collected = time(cells["collected_at"] || undefined);
  const id = cells["id"] ?? "";
  return rowOfRecord(line, {
    // Ours are keys; others' ids only look like ones by chance, and then belong to no item here.
    key: /^[0-9a-f]{32}$/.test(id) ? id : undefined,
    site:
      first(cells, ["platform", "source_platform"])
        ?.toLowerCase()
        .replaceAll(/[^a-z0-9._-]/g, "") || "4cat",
    url: web(first(cells, ["url", "link", "post_url", "tiktok_url"])),
    author: text(cells["author"]),
    published_at: cells["timestamp_of"] === "collected" ? undefined : at,
    collected_at: collected ?? at,
    text: text(cells["body"]) ?? "",
    title: undefined,
    thread: web(cells["thread_id"]),
    lang: first(cells, ["language", "language_guess", "lang"])?.slice(0, 35),
    likes: number(cells, ["likes", "like_count", "num_likes"]),
    replies: number(cells, ["replies", "reply_count", "comments", "num_comments"]),
    shares: number(cells, ["shares", "retweet_count", "reposts"]),
    views: number(cells, ["views", "plays", "impression_count"]),
  });
}

function text(cell: string | undefined): string | undefined {
  return cell === undefined || cell === "" ? undefined : unguarded(cell);
}

/** CSV of 4CAT, ours for it among them. */
export const fourCat: RowReader = {
  async *read(file, meter) {
    for await (const rows of tableRows(file, meter)) yield rows.map(rowOf);
  },
};
