import type { SeenRow } from "../../db/research.ts";
import { seenAs, type FeedView, type Session, type Tally } from "../../model/research/session.ts";

type Counted = Pick<SeenRow, "as" | "day" | "key" | "view">;

/** What a batch adds to the counters of its session. */
export interface Counts {
  readonly session: Pick<Session, "kept" | "notPublic" | "sampled" | "seen">;
  /** By `FeedView.id` and by `Tally.day`: a post that rises is counted where it was met first. */
  readonly views: ReadonlyMap<string, Pick<FeedView, "kept" | "seen">>;
  readonly days: ReadonlyMap<string, Pick<Tally, "kept" | "seen">>;
  /** What is to be known of these posts from now on. */
  readonly rows: readonly Counted[];
}

/**
 * Counts each post once: the first time that it comes by, and again only for what has become of it since. The same
 * batch any number of times adds nothing.
 *
 * @param known - What is known of posts of this session, by key.
 */
export function countPosts(posts: readonly Counted[], known: ReadonlyMap<string, Counted>): Counts {
  const session = { seen: 0, kept: 0, sampled: 0, notPublic: 0 };
  const views = new Map<string, { seen: number; kept: number }>();
  const days = new Map<string, { seen: number; kept: number }>();
  const rows = new Map<string, Counted>();
  for (const post of posts) {
    const before = rows.get(post.key) ?? known.get(post.key);
    if (before && seenAs.indexOf(post.as) <= seenAs.indexOf(before.as)) continue;
    const row = before ? { ...before, as: post.as } : post;
    rows.set(post.key, row);
    const seen = before ? 0 : 1;
    const kept = row.as === "kept" ? 1 : 0;
    add(views, row.view, seen, kept);
    add(days, row.day, seen, kept);
    session.seen += seen;
    if (before) take(session, before.as, -1);
    take(session, row.as, 1);
  }
  return { session, views, days, rows: [...rows.values()] };
}

function add(
  to: Map<string, { seen: number; kept: number }>,
  name: string,
  seen: number,
  kept: number,
): void {
  const counts = to.get(name) ?? { seen: 0, kept: 0 };
  to.set(name, { seen: counts.seen + seen, kept: counts.kept + kept });
}

function take(
  session: { kept: number; sampled: number; notPublic: number },
  as: Counted["as"],
  by: number,
): void {
  if (as === "kept") session.kept += by;
  else if (as === "sampled") session.sampled += by;
  else if (as === "not-public") session.notPublic += by;
}

/** The day on which a post was published, UTC; empty where the page does not tell it. */
export function dayOf(publishedAt: number | undefined, precision: string | undefined): string {
  if (publishedAt === undefined || precision === "month" || precision === "year") return "";
  return new Date(publishedAt).toISOString().slice(0, 10);
}
