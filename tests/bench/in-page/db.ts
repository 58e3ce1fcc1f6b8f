import { type CommunityDatabase, openCommunity } from "../../../lib/db/community.ts";
import type { TokenRow } from "../../../lib/db/community-rows.ts";
import { reviewsPage, type ReviewQuery } from "../../../lib/db/review-pages.ts";
import { repliesOf } from "../../../lib/db/replies.ts";
import { distinctAuthors } from "../../../lib/db/authors.ts";
import { storeReviews } from "../../../lib/db/store-reviews.ts";
import { summariesOf } from "../../../lib/db/summaries.ts";
import { largestSubject, World } from "./db-world.ts";

const asOf = 1_770_000_000;
const callSize = 1000;

async function msOf(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const tablesWithRows = [
  "tokens",
  "effective",
  "votes",
  "replies",
  "reactions",
  "summaries",
  "columns",
] as const;

/** Everything that a call of `storeReviews` left, to be put again without any thought. */
async function rowsAfter(db: CommunityDatabase, ids: ReadonlySet<string>): Promise<Map<string, unknown[]>> {
  const tokens = (await db.tokens.bulkGet([...ids])).filter((row): row is TokenRow => row !== undefined);
  const reviews = tokens.filter(({ kind }) => kind === "review");
  const votes = tokens.filter(({ kind, root }) => root !== undefined && kind === "vote");
  const replies = tokens.filter(({ kind, root }) => root !== undefined && kind === "reply");
  const subjects = [...new Set(reviews.map(({ subjectKey }) => subjectKey))];
  const targets = [...new Set([...votes, ...replies].map(({ root }) => root ?? ""))];
  const [effective, summaries, columns, reactions, voteRows, replyRows] = await Promise.all([
    db.effective.bulkGet(reviews.map(({ subjectKey, author }) => [subjectKey, author])),
    db.summaries.bulkGet(subjects),
    db.columns.bulkGet(subjects),
    db.reactions.bulkGet(targets),
    db.votes.bulkGet(votes.map(({ root, author }) => [root ?? "", author])),
    db.replies.bulkGet(replies.map(({ id }) => id)),
  ]);
  return new Map<string, unknown[]>([
    ["tokens", tokens],
    ["effective", effective.filter(Boolean)],
    ["summaries", summaries.filter(Boolean)],
    ["columns", columns.filter(Boolean)],
    ["reactions", reactions.filter(Boolean)],
    ["votes", voteRows.filter(Boolean)],
    ["replies", replyRows.filter(Boolean)],
  ]);
}

/** The floor: the same rows into the same tables and indexes by plain `bulkPut`, 500 tokens a transaction. */
async function plainPut(db: CommunityDatabase, rows: Map<string, unknown[]>): Promise<void> {
  const parts = 2;
  for (let part = 0; part < parts; part++) {
    await db.transaction(
      "rw",
      tablesWithRows.map((name) => db.table(name)),
      async () => {
        for (const [name, all] of rows) {
          const size = Math.ceil(all.length / parts);
          await db.table(name).bulkPut(all.slice(part * size, (part + 1) * size));
        }
      },
    );
  }
}

/** Storing beside plain puts, in turns, so that the noise of the machine meets both. */
export async function measureStoring(count: number) {
  const ours = openCommunity("bench-ours");
  const plain = openCommunity("bench-plain");
  const single = openCommunity("bench-single");
  await Promise.all([ours.delete(), plain.delete(), single.delete()]);
  await Promise.all([ours.open(), plain.open(), single.open()]);
  const world = new World(count);
  const times = {
    ours: [] as number[],
    plain: [] as number[],
    tokens: [] as number[],
    known: [] as number[],
  };
  for (let reviews = world.next(callSize); reviews.length > 0; reviews = world.next(callSize)) {
    times.ours.push(await msOf(() => storeReviews(ours, reviews, { asOf })));
    const rows = await rowsAfter(ours, new Set(reviews.map(({ id }) => id)));
    times.plain.push(await msOf(() => plainPut(plain, rows)));
    times.tokens.push(await msOf(() => plainPut(single, new Map([["tokens", rows.get("tokens") ?? []]]))));
    if (times.known.length < 5) times.known.push(await msOf(() => storeReviews(ours, reviews, { asOf })));
  }
  await Promise.all([ours.delete(), plain.delete(), single.delete()]);
  const ratios = times.plain.map((ms, index) => ms / (times.ours[index] ?? Number.NaN));
  const perSecond = (list: readonly number[]): number => (callSize / median(list)) * 1000;
  return {
    ours: perSecond(times.ours),
    plain: perSecond(times.plain),
    tokensOnly: perSecond(times.tokens),
    known: perSecond(times.known),
    share: median(ratios),
  };
}

/** Fills a database that stays, so that reading can be measured after a restart of the browser. */
export async function fill(count: number, name: string): Promise<{ rows: number; perSecond: number }> {
  const db = openCommunity(name);
  const world = new World(count);
  let stored = 0;
  const ms = await msOf(async () => {
    for (let reviews = world.next(callSize); reviews.length > 0; reviews = world.next(callSize)) {
      stored += (await storeReviews(db, reviews, { asOf })).added;
    }
  });
  db.close();
  return { rows: stored, perSecond: (stored / ms) * 1000 };
}

/** First pages of the largest subject, in a page that has just been opened. */
export async function measureReading(name: string) {
  const figures: Record<string, { first: number; median: number }> = {};
  const db = openCommunity(name);
  const openMs = await msOf(() => db.open());
  const keys = [largestSubject, `www.${largestSubject}`, "shop-0.example"];
  const page = (query: Partial<ReviewQuery>) =>
    reviewsPage(db, { keys, sort: "newest", limit: 20, ...query });
  const [newest] = (await page({})).rows;
  const measures: Record<string, () => Promise<unknown>> = {
    "summaries of 3 keys": () => summariesOf(db, keys),
    newest: () => page({}),
    oldest: () => page({ sort: "oldest" }),
    critical: () => page({ sort: "critical" }),
    helpful: () => page({ sort: "helpful" }),
    best: () => page({ sort: "best" }),
    "newest, 1 star": () => page({ stars: [1] }),
    "newest, with text, own experience": () => page({ withText: true, ownExperience: true }),
    "newest, text that many have": () => page({ text: "service paid" }),
    "newest, text that none has": () => page({ text: "zebra" }),
    "distinct keys": () => distinctAuthors(db, keys),
    "replies of one review": () => repliesOf(db, newest?.signatureKey ?? ""),
    "one summary that is not there": () => summariesOf(db, ["absent.example"]),
  };
  for (const [label, run] of Object.entries(measures)) {
    const first = await msOf(run);
    const later: number[] = [];
    for (let round = 0; round < 9; round++) later.push(await msOf(run));
    figures[label] = { first, median: median(later) };
  }
  const end = await page({ after: (await page({ limit: 200 })).next });
  db.close();
  return { openMs, total: end.total ?? 0, figures };
}
