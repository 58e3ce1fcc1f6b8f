import type { FeedBrand, FeedDaily, FeedDailyDelta } from "../../../lib/schema/feed-daily.ts";
import type { FeedDeltaEntry } from "../../../lib/schema/feed.ts";
import type { MadeDaily } from "./daily.ts";
import { hashedPath, sha256, type FeedFile } from "./segment.ts";

/** Steps that a head lists at most: who was away longer than two weeks reads the file whole. */
const mostSteps = 14;

/** The daily file that was published last, and the steps that led to it. */
export interface PublishedDaily {
  readonly sha256: string;
  readonly content: FeedDaily;
  readonly steps: readonly FeedDeltaEntry[];
  /** Files of these steps, as far as they are at hand. */
  readonly files: readonly FeedFile[];
}

/** Knows what was published before, so that a new daily file can be told as a difference. */
export interface DailyHistory {
  last(): Promise<PublishedDaily | undefined>;
  /** Takes note of what comes next. */
  keep(published: PublishedDaily): void;
}

/** For as long as a process lives. After it readers read one daily file whole. */
export function historyInMemory(): DailyHistory {
  let published: PublishedDaily | undefined;
  return { last: async () => published, keep: (next) => void (published = next) };
}

/** Adds the step from the file before, if that is another; steps that cost more than the whole file are left out. */
export function follow(before: PublishedDaily | undefined, daily: MadeDaily): PublishedDaily {
  const same = { sha256: daily.sha256, content: daily.content };
  if (!before) return { ...same, steps: [], files: [] };
  if (before.sha256 === daily.sha256) return { ...same, steps: before.steps, files: before.files };
  const earlier = hasTakenBack(before.content, daily.content)
    ? { steps: [], files: [] }
    : { steps: before.steps, files: before.files };
  const file = deltaFile(before.content, daily.content);
  const step = {
    path: file.path,
    bytes: file.body.length,
    sha256: sha256(file.body),
    from: before.sha256,
    to: daily.sha256,
  };
  const steps = worthwhile([...earlier.steps, step], daily.file.body.length);
  const named = new Set(steps.map(({ path }) => path));
  return { ...same, steps, files: [...earlier.files, file].filter(({ path }) => named.has(path)) };
}

/** Whether something that was restored is out again: earlier steps have its words in them, and must go. */
function hasTakenBack({ restored: before = [] }: FeedDaily, { restored: after = [] }: FeedDaily): boolean {
  return without(before, after).length > 0;
}

/** The newest steps that together are smaller than the whole file. */
function worthwhile(steps: readonly FeedDeltaEntry[], wholeBytes: number): readonly FeedDeltaEntry[] {
  const kept: FeedDeltaEntry[] = [];
  let bytes = 0;
  for (const step of steps.toReversed()) {
    bytes += step.bytes;
    if (bytes >= wholeBytes || kept.length === mostSteps) break;
    kept.unshift(step);
  }
  return kept;
}

function deltaFile(before: FeedDaily, after: FeedDaily): FeedFile {
  const body = new TextEncoder().encode(`${JSON.stringify(deltaBetween(before, after))}\n`);
  return { path: hashedPath("deltas", after.day, sha256(body)), body };
}

/** What a reader of one daily file needs to know to hold the next. */
export function deltaBetween(before: FeedDaily, after: FeedDaily): FeedDailyDelta {
  const { brands: old = {}, removals: known = [], restored: knownBack = [] } = before;
  const { brands = {}, removals = [], restored = [], format, day } = after;
  const changed = Object.entries(brands).filter(([id, entry]) => !isSame(entryOf(old, id), entry));
  const gone = Object.keys(old).filter((id) => !Object.hasOwn(brands, id));
  const fresh = without(removals, known);
  const back = without(restored, knownBack);
  const part = <K extends "sources" | "officialKeys" | "sitesOff">(
    name: K,
    empty: NonNullable<FeedDaily[K]>,
  ) => (isSame(before[name], after[name]) ? {} : { [name]: after[name] ?? empty });
  return {
    format,
    day,
    ...(changed.length > 0 && { brands: Object.fromEntries(changed) }),
    ...(gone.length > 0 && { gone }),
    ...(fresh.length > 0 && { removals: fresh }),
    ...(back.length > 0 && { restored: back }),
    ...part("sources", {}),
    ...part("officialKeys", []),
    ...part("sitesOff", []),
  };
}

/** What was not said before: each entry is about one review. */
function without<T extends { readonly id: string }>(
  entries: readonly T[],
  before: readonly { readonly id: string }[],
): T[] {
  const known = new Set(before.map(({ id }) => id));
  return entries.filter(({ id }) => !known.has(id));
}

function entryOf(brands: Readonly<Record<string, FeedBrand>>, id: string): FeedBrand | undefined {
  return Object.hasOwn(brands, id) ? brands[id] : undefined;
}

/** Both come from the same code, which writes properties in one order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
