import { dayOf } from "../../../lib/model/day.ts";
import { feedFormat, type FeedDaily, type FeedHead } from "../../../lib/schema/feed.ts";
import type { HubState } from "../storage/feed-queries.ts";
import type { Storage } from "../storage/storage.ts";
import { noExtras, type Extras } from "./extras.ts";
import { createFileCache, type FileCache } from "./file-cache.ts";
import { dailyPath, readSegmentPath, sha256, type FeedFile } from "./segment.ts";
import { listSegments, readSegment } from "./segments.ts";

export interface FeedOptions {
  readonly storage: Storage;
  readonly name: string;
  readonly extras?: Extras;
  /** Milliseconds. */
  readonly now: () => number;
  /** How long a head may lag behind new reviews, in milliseconds. Removals show at once. */
  readonly headMaxAgeMs?: number;
}

export interface Feed {
  /** The head as it stands. */
  head(): Promise<FeedFile>;
  /** Any other file by its path, or `undefined` when it is not part of the feed. */
  file(path: string): Promise<FeedFile | undefined>;
}

interface Made {
  readonly sequence: number;
  readonly at: number;
  readonly head: FeedFile;
  readonly daily: FeedFile;
}

/** What holds until a removal, a new day or new extras. Files made before are forgotten with it. */
interface Generation {
  readonly key: string;
  readonly cache: FileCache;
  made?: Made;
  making?: Promise<Made>;
}

/** Licence that the network's terms put reviews under, where their metadata does not say otherwise. */
const license = "CC-BY-4.0";

/**
 * Makes a feed from storage. Full segments are measured once and their hashes kept; the growing one at the
 * end is made anew under a name of its own each time, so that every file but the head is immutable.
 */
export function createFeed({
  storage,
  name,
  extras = noExtras,
  now,
  headMaxAgeMs = 1000,
}: FeedOptions): Feed {
  let generation: Generation = { key: "", cache: createFileCache() };

  async function current(): Promise<{ readonly made: Made; readonly cache: FileCache }> {
    const [state, extrasVersion] = await Promise.all([storage.state(), extras.version()]);
    const day = dayOf(now());
    const key = `${state.revision} ${day} ${extrasVersion}`;
    if (generation.key !== key) generation = { key, cache: createFileCache() };
    const mine = generation;
    const { made } = mine;
    const isFresh = made && (made.sequence === state.sequence || now() - made.at < headMaxAgeMs);
    if (made && isFresh) return { made, cache: mine.cache };
    mine.making ??= make(state, day, mine.cache)
      .then((done) => (mine.made = done))
      .finally(() => delete mine.making);
    return { made: await mine.making, cache: mine.cache };
  }

  async function make(state: HubState, day: string, cache: FileCache): Promise<Made> {
    const daily = await makeDaily(storage, extras, day);
    const segments = await listSegments(storage, state.sequence, cache);
    const head: FeedHead = {
      format: feedFormat,
      name,
      license,
      through: state.sequence,
      count: sum(segments, ({ count }) => count),
      bytes: sum(segments, ({ bytes }) => bytes),
      segments,
      daily: { path: daily.path, day, bytes: daily.body.length, sha256: sha256(daily.body) },
    };
    const body = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
    return { sequence: state.sequence, at: now(), head: { path: "head.json", body }, daily };
  }

  return {
    head: async () => (await current()).made.head,
    async file(path) {
      const { made, cache } = await current();
      if (path === made.daily.path) return made.daily;
      const segment = readSegmentPath(path);
      if (!segment) return undefined;
      return cache.get(path) ?? readSegment(storage, path, segment.number, cache);
    },
  };
}

async function makeDaily(storage: Storage, extras: Extras, day: string): Promise<FeedFile> {
  const [removals, extra] = await Promise.all([storage.removals(), extras.read()]);
  const daily: FeedDaily = { format: feedFormat, day, ...extra, removals: [...removals] };
  const body = new TextEncoder().encode(`${JSON.stringify(daily)}\n`);
  return { path: dailyPath(day, sha256(body)), body };
}

function sum<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((total, item) => total + pick(item), 0);
}
