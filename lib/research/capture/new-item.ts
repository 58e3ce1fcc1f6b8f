import type { Mention } from "../../model/mention.ts";
import type { Post } from "../../model/post.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { ItemKey, NewItem } from "../../model/research/item.ts";
import type { DetectorStamp } from "../../model/research/session.ts";
import type { PostDetails, SeenPost } from "../../model/seen-post.ts";
import type { Match } from "./rule.ts";
import type { CaptureTools } from "./tools.ts";

/** What is known around a post that is kept. */
export interface Circumstances {
  readonly collection: Collection;
  readonly session?: string;
  readonly view?: string;
  readonly site: string;
  readonly thread?: string;
  /** The page's language, where the platform's pages are written in the language of their posts. */
  readonly pageLang?: string;
  readonly detector: DetectorStamp;
  readonly at: number;
}

/** A post that came with everything a recording needs. */
export type RecordedPost = SeenPost & { readonly details: PostDetails };

/**
 * Makes an item of a post: where it is from, when, whose, in which language, by which software.
 *
 * @returns `undefined` where its author was taken out of the collection.
 */
export async function newItem(
  seen: RecordedPost,
  mentions: readonly Mention[],
  { key, match }: { readonly key: ItemKey; readonly match: Match },
  around: Circumstances,
  tools: CaptureTools,
): Promise<NewItem | undefined> {
  const { collection, detector, session, site, thread, view } = around;
  const post = postOf(seen);
  const found = { post, site, mentions, ...(thread && { thread }) };
  const [kept, language] = await Promise.all([
    tools.protect(found, collection),
    languageOf(seen, around, tools),
  ]);
  if (tools.isErased(kept)) return undefined;
  const sentiment = tools.sentimentOf(kept.text, language.lang);
  return {
    collection: collection.id,
    key,
    ...match,
    ...(session && { session }),
    ...(view && { view }),
    site,
    ...kept,
    ...timeOf(seen.details),
    collectedAt: around.at,
    lastSeenAt: around.at,
    truncated: post.truncated,
    ...language,
    metrics: post.metrics,
    audience: post.audience,
    detector,
    ...(sentiment && { sentiment }),
    versions: [],
  };
}

function postOf({ author, details, links, text, url }: RecordedPost): Post {
  const { audience, media, metrics, replyTo, truncated } = details;
  return {
    ...(url && { url }),
    ...(author && { author }),
    ...timeOf(details),
    text,
    truncated,
    links,
    media,
    ...(replyTo && { replyTo }),
    metrics,
    audience,
  };
}

function timeOf({
  publishedAt,
  publishedAtPrecision,
}: PostDetails): Pick<Post, "publishedAt" | "publishedAtPrecision"> {
  return {
    ...(publishedAt !== undefined && { publishedAt }),
    ...(publishedAtPrecision && { publishedAtPrecision }),
  };
}

/** What the post's markup says; else what its words are; else what a page says that is one text with its posts. */
async function languageOf(
  { details, text }: RecordedPost,
  { pageLang }: Circumstances,
  tools: CaptureTools,
): Promise<Pick<NewItem, "lang" | "langBy">> {
  if (details.lang) return { lang: details.lang, langBy: "page" };
  const guessed = await tools.languageOf(text);
  if (guessed) return { lang: guessed, langBy: "text" };
  return pageLang ? { lang: pageLang, langBy: "page" } : {};
}
