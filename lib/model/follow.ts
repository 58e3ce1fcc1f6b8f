import type { Fact } from "./fact.ts";
import type { OfficialAnswer } from "./official.ts";

/** A brand that the person follows: known on this device alone. */
export interface FollowedBrand {
  /** Primary domain, else `name:<folded name>`. */
  readonly brandId: string;
  readonly name: string;
  readonly domain?: string;
  /** Epoch ms. */
  readonly followedAt: number;
}

/** Something that a daily file told of a followed brand. */
export interface FollowNews {
  /** Of the fact, else `busy:<day>` or `answer:<id of the reply>`. */
  readonly key: string;
  readonly kind: "recall" | "busy" | "answer";
  /** When it was found here, in epoch ms. */
  readonly foundAt: number;
  /** Of a recall: the record's title and page, and when it was published; of an answer when. Untrusted text. */
  readonly title?: string;
  readonly url?: string;
  readonly at?: number;
  /** Of busy threads and answers: how many have come. */
  readonly count?: number;
  /** From the sample world. */
  readonly isSample?: true;
  readonly isSeen?: true;
}

/** What the daily files had told when they were last looked at. */
interface Known {
  readonly recalls: readonly string[];
  /** How many threads there were, and when that was counted (epoch ms). */
  readonly threads: number;
  readonly countedAt: number;
}

/** A followed brand with its news. */
export interface Follow extends FollowedBrand {
  /** Missing until a daily file told of the brand: what the first one tells is old. */
  readonly known?: Known;
  /** Newest first. */
  readonly news: readonly FollowNews[];
  /** Ids of official answers that were told. */
  readonly answersTold?: readonly string[];
}

/** What a daily file says of a brand, as far as news come from it. */
export interface DailyWord {
  readonly day: string;
  readonly facts: readonly Fact[];
  readonly threads: Readonly<Record<string, number>>;
  readonly isSample?: true;
}

const dayMs = 86_400_000;
/** Records come into daily files weeks after their date; what is older than this at a follow is no news. */
const lateMs = 90 * dayMs;
/** Threads are busy where this many came within a week, and this share of those there were. */
const busy = { fewest: 5, share: 0.25, withinMs: 7 * dayMs } as const;
const mostNews = 50;
const mostKnown = 2000;

/** Several feeds count the same threads: of each source the highest count holds. */
function threadsOf(words: readonly DailyWord[]): number {
  const highest = new Map<string, number>();
  for (const { threads } of words)
    for (const [source, count] of Object.entries(threads))
      highest.set(source, Math.max(count, highest.get(source) ?? 0));
  return [...highest.values()].reduce((sum, count) => sum + count, 0);
}

function recallsOf(words: readonly DailyWord[], foundAt: number): ReadonlyMap<string, FollowNews> {
  const news = new Map<string, FollowNews>();
  for (const { facts, isSample } of words)
    for (const { at, key, kind, title, url } of facts)
      if (kind === "recall" && !news.has(key)) {
        const dated = at === undefined ? {} : { at };
        news.set(key, { key, kind, foundAt, title, url, ...dated, ...(isSample && { isSample }) });
      }
  return news;
}

/** A follow that begins now: what is known today is no news. */
export function newFollow(brand: FollowedBrand, words: readonly DailyWord[]): Follow {
  const follow: Follow = { ...brand, news: [] };
  return words.length === 0
    ? follow
    : { ...follow, known: knownFrom(words, threadsOf(words), brand.followedAt) };
}

/** What was told once stays told, though a source may fail for a day and leave it out. */
function knownFrom(words: readonly DailyWord[], threads: number, countedAt: number, before?: Known): Known {
  const told = new Set([...(before?.recalls ?? []), ...recallsOf(words, countedAt).keys()]);
  return { recalls: [...told].slice(-mostKnown), threads, countedAt };
}

/**
 * Compares what daily files say now with what they had said.
 *
 * @returns The follow itself where there is nothing to remember anew.
 */
export function withNews(follow: Follow, words: readonly DailyWord[], nowMs: number): Follow {
  if (words.length === 0) return follow;
  const { known } = follow;
  const told = new Set(known?.recalls);
  const recalls = [...recallsOf(words, nowMs).values()].filter(
    ({ at, key }) => !told.has(key) && (at === undefined ? known : at > follow.followedAt - lateMs),
  );
  const counted = countThreads(known, words, nowMs);
  const news = [...recalls, ...counted.news];
  const now = knownFrom(words, counted.threads, counted.countedAt, known);
  if (news.length === 0 && JSON.stringify(now) === JSON.stringify(known)) return follow;
  return { ...follow, known: now, news: [...news, ...follow.news].slice(0, mostNews) };
}

/** Our own dates are rounded down to the hour. */
const roundedMs = 3_600_000;

/** From when on an official answer is news of a follow, in epoch ms. */
export function answersSince({ followedAt }: FollowedBrand): number {
  return followedAt - roundedMs;
}

/**
 * Adds official answers that have come since the brand was followed.
 *
 * @returns The follow itself where all of them were told.
 */
export function withAnswers(follow: Follow, answers: readonly OfficialAnswer[], nowMs: number): Follow {
  const told = new Set(follow.answersTold);
  const fresh = answers.filter(({ at, id }) => !told.has(id) && at >= answersSince(follow));
  const [newest] = fresh.toSorted((one, other) => other.at - one.at);
  if (!newest) return follow;
  const { at, id, isSample } = newest;
  // One for all of them: a brand that answers by the hundred must not push a recall out.
  const news: FollowNews = { key: `answer:${id}`, kind: "answer", foundAt: nowMs, at, count: fresh.length };
  const answersTold = [...told, ...fresh.map((answer) => answer.id)].slice(-mostKnown);
  const all = [isSample ? { ...news, isSample } : news, ...follow.news];
  return { ...follow, answersTold, news: all.slice(0, mostNews) };
}

interface Counted {
  readonly threads: number;
  readonly countedAt: number;
  readonly news: readonly FollowNews[];
}

/** The count to compare with is a week old at most, so that slow growth over months is no rush. */
function countThreads(known: Known | undefined, words: readonly DailyWord[], nowMs: number): Counted {
  const threads = threadsOf(words);
  const afresh: Counted = { threads, countedAt: nowMs, news: [] };
  if (!known) return afresh;
  const more = threads - known.threads;
  if (more >= Math.max(busy.fewest, known.threads * busy.share)) {
    const isSample = words.some((word) => word.isSample);
    const day =
      words
        .map((word) => word.day)
        .toSorted()
        .at(-1) ?? "";
    return {
      ...afresh,
      news: [
        {
          key: `busy:${day}`,
          kind: "busy",
          foundAt: nowMs,
          count: more,
          ...(isSample && { isSample: true }),
        },
      ],
    };
  }
  const isOver = more < 0 || nowMs - known.countedAt >= busy.withinMs;
  return isOver ? afresh : { threads: known.threads, countedAt: known.countedAt, news: [] };
}

export function unseenNews(follows: readonly Follow[]): number {
  return follows.reduce((sum, { news }) => sum + news.filter(({ isSeen }) => !isSeen).length, 0);
}

/** A follow whose news have all been seen. */
export function withAllSeen(follow: Follow): Follow {
  return { ...follow, news: follow.news.map((each) => ({ ...each, isSeen: true })) };
}

/** A follow without what was found before `oldestMs` (epoch ms). */
export function withoutOldNews(follow: Follow, oldestMs: number): Follow {
  return { ...follow, news: follow.news.filter(({ foundAt }) => foundAt >= oldestMs) };
}
