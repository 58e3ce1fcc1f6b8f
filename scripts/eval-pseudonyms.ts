import { readFile } from "node:fs/promises";
import { protectWords } from "../lib/research/privacy/protect.ts";

/*
 * `npm run -s eval:pseudonyms -- FILE.jsonl`: lines of `{"text"}`, and where a corpus marks people,
 * `"entities":[{"start","end","type"}]` of the types `person` or `PER` (names in running text), or as in
 * tests/fixtures/pseudonyms `name`, `handle`, `address`, `email` and `phone`. Prints, last, one line of JSON: how many
 * signs of handles and profiles a text held and still holds, and of each type of mark how many there were and how many
 * still stand there word for word.
 */

interface Line {
  readonly text: string;
  readonly site?: string;
  readonly entities?: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

/** Deliberately not the patterns that are measured: anything behind a sign, and anything that looks like a profile. */
const signs = {
  handles: /[@＠][\p{L}\p{N}_]/gu,
  redditors: /(?:^|[\s(])\/?u\/\w/gu,
  profiles: /\b(?:twitter|x|instagram|facebook|t|tiktok|threads|bsky)\.(?:com|me|net|app)\/@?\w/giu,
} as const;
const replaced = /[@＠]?(?:p-[0-9a-hjkmnp-tv-z]{12}|\[email\]|\[phone\])/gu;

function count(text: string): Record<string, number> {
  return Object.fromEntries(
    Object.entries(signs).map(([name, pattern]) => [name, [...text.matchAll(pattern)].length]),
  );
}

const personTypes = new Set(["PER", "person", "name", "handle", "address", "email", "phone"]);

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: npm run -s eval:pseudonyms -- FILE.jsonl");
const lines = (await readFile(file, "utf8"))
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Line);
const hashKey = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
const privacy = { pseudonymise: true, keepMedia: false, audience: "public-only" } as const;

const before: Record<string, number> = {};
const after: Record<string, number> = {};
const marked: Record<string, { all: number; left: number }> = {};
let changed = 0;
const startedAt = performance.now();
for (const line of lines) {
  const post = { text: "", truncated: false, links: [], media: [], metrics: {}, audience: "public" } as const;
  const kept = await protectWords(
    line.text,
    { post, site: line.site ?? "x", mentions: [] },
    { hashKey, privacy },
  );
  const rest = kept.replaceAll(replaced, "…");
  if (kept !== line.text) changed += 1;
  for (const [name, n] of Object.entries(count(line.text))) before[name] = (before[name] ?? 0) + n;
  for (const [name, n] of Object.entries(count(rest))) after[name] = (after[name] ?? 0) + n;
  for (const { end, start, type } of line.entities ?? []) {
    if (!personTypes.has(type)) continue;
    const sum = (marked[type] ??= { all: 0, left: 0 });
    sum.all += 1;
    if (kept.includes(line.text.slice(start, end))) sum.left += 1;
  }
}
const ms = Math.round(performance.now() - startedAt);
console.log(JSON.stringify({ texts: lines.length, changed, before, left: after, marked, ms }));
