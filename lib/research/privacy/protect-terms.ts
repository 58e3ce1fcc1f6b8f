import type { ResearchDatabase } from "../../db/research.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { FeedView } from "../../model/research/session.ts";
import { protectWords, type Protecting } from "./protect.ts";

/** Words before a colon after which a search has somebody's handle, mostly without its sign. */
const operator =
  /(?<![\p{L}\p{N}_])((?:from|to|by|author|user|username|creator|mentions?|mentioning):\s*["“]?)(?=[\p{L}\p{N}_])/giu;

/** Terms of a search in which everybody who is named has the sign of a handle: `from:anna` means `@anna`. */
export function withHandles(terms: string): string {
  return terms.replaceAll(operator, "$1@");
}

/** What was searched for, as a collection may keep it. */
export async function protectTerms(terms: string, site: string, collection: Protecting): Promise<string> {
  const marked = withHandles(terms);
  const post = {
    text: "",
    truncated: false,
    links: [],
    media: [],
    metrics: {},
    audience: "unknown",
  } as const;
  const safe = await protectWords(marked, { post, site }, collection);
  return safe === marked ? terms : safe;
}

/** Views of a collection whose terms it may not keep as they stand, as it may. */
export async function viewsToProtect(db: ResearchDatabase, collection: Collection): Promise<FeedView[]> {
  const sessions = await db.sessions.where("collection").equals(collection.id).primaryKeys();
  const views = await db.views.where("session").anyOf(sessions).toArray();
  const safe = await Promise.all(
    views.map(async (view) =>
      view.terms === undefined
        ? view
        : { ...view, terms: await protectTerms(view.terms, view.site, collection) },
    ),
  );
  return safe.filter(({ terms }, at) => terms !== views[at]?.terms);
}

/** Writes terms alone: a recording may be counting in the same row. */
export async function writeTerms(db: ResearchDatabase, views: readonly FeedView[]): Promise<void> {
  for (const { id, terms } of views) await db.views.update(id, { terms: terms ?? "" });
}
