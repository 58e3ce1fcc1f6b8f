import type { Mention } from "../../model/mention.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { FoundInPage } from "../../model/research/collect.ts";
import type { NewItem, TextTarget } from "../../model/research/item.ts";
import type { DetectorStamp } from "../../model/research/session.ts";
import type { SeenPost } from "../../model/seen-post.ts";
import { itemKey } from "../../research/capture/item-key.ts";
import { newItem, type RecordedPost } from "../../research/capture/new-item.ts";
import type { CaptureTools, FoundPost } from "../../research/capture/tools.ts";

/** Site id of what stands on no platform that we know. */
const anyPage = "web";

export interface ItemDependencies {
  /** Brands in a text, as sure as they are kept at. */
  readonly mentionsIn: (post: SeenPost, site: string) => Promise<readonly Mention[]>;
  readonly tools: CaptureTools;
  /** Words from beside a post, their people protected as in the post. */
  readonly protectWords: (text: string, found: FoundPost, collection: Collection) => Promise<string>;
  readonly stamp: () => Promise<DetectorStamp>;
  readonly now: () => number;
}

/**
 * An item kept by hand, made like every other; of a selection with its quote and the page's title.
 *
 * @returns `undefined` where its author was taken out of the collection.
 */
export async function collectedItem(
  found: FoundInPage,
  collection: Collection,
  note: string | undefined,
  needs: ItemDependencies,
): Promise<NewItem | undefined> {
  const site = found.site ?? anyPage;
  const seen = postOf(found);
  const [mentions, detector] = await Promise.all([needs.mentionsIn(seen, site), needs.stamp()]);
  const key = await itemKey(collection.hashKey, site, keyedBy(found, seen));
  const around = { collection, site, detector, at: needs.now() };
  const match = { why: "by-hand", words: [] } as const;
  const item = await newItem(seen, mentions, { key, match }, around, needs.tools);
  if (!item) return undefined;
  const beside = { post: { ...seen, ...seen.details }, site, mentions: [] };
  const protect = (text: string): Promise<string> => needs.protectWords(text, beside, collection);
  return {
    ...item,
    ...(found.target && { target: await protectedTarget(found.target, site, collection, protect, needs) }),
    ...(found.title !== "" && { title: await protect(found.title) }),
    ...(note !== undefined && { audienceNote: note }),
  };
}

/** The post that was found; or the selection, which stands for itself. */
function postOf({ isCut = false, lang, post, text = "", url }: FoundInPage): RecordedPost {
  if (post?.details) return { ...post, details: post.details };
  return {
    url,
    text,
    links: [],
    details: { truncated: isCut, media: [], metrics: {}, audience: "unknown", ...(lang && { lang }) },
  };
}

/** A page has many passages: what is quoted is known by the page and its own words, a post by its address as ever. */
function keyedBy({ post, target, text = "", url }: FoundInPage, seen: SeenPost): SeenPost {
  return post ? seen : { ...seen, url: `${url}\n${target?.exact ?? text}` };
}

/**
 * The quote as the collection may keep it. Where people are replaced in it, it is no longer found in the page by its
 * words; its place still tells.
 */
async function protectedTarget(
  { exact, prefix, suffix, ...place }: TextTarget,
  site: string,
  collection: Collection,
  protect: (text: string) => Promise<string>,
  { mentionsIn, tools }: ItemDependencies,
): Promise<TextTarget> {
  const { log, privacy } = collection;
  if (!privacy.pseudonymise && !log?.erased.length) return { exact, prefix, suffix, ...place };
  const quote = {
    text: exact,
    truncated: false,
    links: [],
    media: [],
    metrics: {},
    audience: "unknown",
  } as const;
  const mentions = await mentionsIn({ text: exact, links: [] }, site);
  const kept = await tools.protect({ post: quote, site, mentions }, collection);
  return {
    exact: kept.text,
    // Half a handle is not known for one.
    prefix: await protect(prefix.replace(/^\S+/u, "")),
    suffix: await protect(suffix.replace(/\S+$/u, "")),
    ...place,
  };
}
