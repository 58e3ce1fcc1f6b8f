import type { PostAuthor } from "../../model/post.ts";
import type { NewItem, TextTarget } from "../../model/research/item.ts";
import type { FoundPost } from "./found-post.ts";
import { protect, protectWords, type Protecting } from "./protect.ts";

/**
 * An item that is in a collection, or comes from a file, as the collection may keep it now. Protecting twice changes
 * nothing. Of names beside the handle nothing is known any more, so those that stand in the text stay.
 */
export async function protectItem(item: NewItem, collection: Protecting): Promise<NewItem> {
  const found = foundOf(item);
  const { sealed, ...kept } = await protect(found, collection);
  const words = (text: string): Promise<string> => protectWords(text, found, collection);
  const { author: _author, url: _url, replyTo: _replyTo, thread: _thread, ...rest } = item;
  return {
    ...rest,
    ...kept,
    // What was sealed when it was met knows more than what is left now.
    ...((item.sealed ?? sealed) ? { sealed: item.sealed ?? sealed } : {}),
    ...(item.title === undefined ? {} : { title: await words(item.title) }),
    ...(item.target === undefined ? {} : { target: await protectTarget(item.target, words) }),
    versions: await Promise.all(
      item.versions.map(async (version) => ({ ...version, text: await words(version.text) })),
    ),
  };
}

async function protectTarget(
  { exact, prefix, suffix, ...place }: TextTarget,
  words: (text: string) => Promise<string>,
): Promise<TextTarget> {
  return { ...place, exact: await words(exact), prefix: await words(prefix), suffix: await words(suffix) };
}

function foundOf({ author, site, mentions, thread, ...item }: NewItem): FoundPost {
  const { url, replyTo, text, truncated, links, media, metrics, audience } = item;
  return {
    post: {
      ...(url === undefined ? {} : { url }),
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(author === undefined ? {} : { author: authorOf(author) }),
      text,
      truncated,
      links,
      media,
      metrics,
      audience,
    },
    site,
    mentions,
    thread,
  };
}

/** Items keep one of the two; no handle has a space in it. */
function authorOf(author: string): PostAuthor {
  return /\s/u.test(author) ? { name: author } : { handle: author };
}
