import { dayOf } from "../../../lib/model/day.ts";
import type { Storage } from "../storage/storage.ts";
import { historyInMemory, type DailyHistory } from "./delta.ts";
import { noExtras, type Extras } from "./extras.ts";
import { createFileCache, type FileCache } from "./file-cache.ts";
import { type CopiedUpTo, type Daily, type MadeFeed, makeFeed, makeFiles } from "./make-feed.ts";
import { readSegmentPath, type FeedFile } from "./segment.ts";
import { readSegment } from "./segments.ts";

export interface FeedOptions {
  readonly storage: Storage;
  readonly name: string;
  /** Public key that signs removals, SPKI PEM on one line. */
  readonly key?: string;
  readonly extras?: Extras;
  /** What was published before; in memory unless told. */
  readonly history?: DailyHistory;
  /**
   * Whether texts go into buckets where the feed is too large to be copied whole. It reads every token, so a server
   * that answers people leaves it to `publish`.
   */
  readonly hasTextBuckets?: boolean;
  /** From which size on readers do not copy a feed; as they all do unless told. */
  readonly copiedUpTo?: CopiedUpTo;
  /** Most bytes of the daily file; what has no room goes into buckets. As much as readers take unless told. */
  readonly dailyBytes?: number;
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

/** What holds until a removal, a new day or new extras. Files made before are forgotten with it. */
interface Generation {
  readonly key: string;
  readonly cache: FileCache;
  daily?: Promise<Daily>;
  made?: MadeFeed;
  making?: Promise<MadeFeed>;
}

/**
 * Makes a feed from storage. Full segments are measured once and their hashes kept; the growing one at the
 * end is made anew under a name of its own each time, so that every file but the head is immutable.
 */
export function createFeed(options: FeedOptions): Feed {
  const { storage, extras = noExtras, now, headMaxAgeMs = 1000 } = options;
  const ingredients = { ...options, extras, history: options.history ?? historyInMemory() };
  let generation: Generation = { key: "", cache: createFileCache() };

  async function current(): Promise<{ readonly made: MadeFeed; readonly cache: FileCache }> {
    const [state, extrasVersion] = await Promise.all([storage.state(), extras.version()]);
    const day = dayOf(now());
    const key = `${state.revision} ${day} ${extrasVersion}`;
    if (generation.key !== key) generation = { key, cache: createFileCache() };
    const mine = generation;
    const { made } = mine;
    const isFresh = made && (made.sequence === state.sequence || now() - made.at < headMaxAgeMs);
    if (made && isFresh) return { made, cache: mine.cache };
    mine.daily ??= makeFiles(ingredients, state, mine.cache).catch((cause: unknown) => {
      // Whoever asks next tries again.
      delete mine.daily;
      throw cause;
    });
    mine.making ??= mine.daily
      .then((daily) => makeFeed(ingredients, state, mine.cache, daily))
      .then((done) => (mine.made = done))
      .finally(() => delete mine.making);
    return { made: await mine.making, cache: mine.cache };
  }

  return {
    head: async () => (await current()).made.head,
    async file(path) {
      const { made, cache } = await current();
      const whole = made.daily.files.get(path) ?? made.daily.buckets?.file(path);
      if (whole) return whole;
      const segment = readSegmentPath(path);
      if (!segment) return undefined;
      return cache.get(path) ?? readSegment(storage, path, segment.number, cache);
    },
  };
}
