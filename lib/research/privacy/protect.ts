import type { Mention } from "../../model/mention.ts";
import type { Post, PostMedia } from "../../model/post.ts";
import type { Collection } from "../../model/research/collection.ts";
import { authorPerson } from "./author-person.ts";
import type { FoundPost, ProtectedPost } from "./found-post.ts";
import { type Identifying, type KnownAuthor, peopleInText } from "./people-in-text.ts";
import { erasedName, type HandlePlace } from "./person.ts";
import { protectAddress, type Replacing } from "./protect-address.ts";
import { pseudonymsOf } from "./pseudonym.ts";
import { isBrand, type Replacement, replaceRuns } from "./replace-runs.ts";
import { sealOriginals } from "./seal.ts";

/** What of a collection decides how a post is kept. */
export type Protecting = Pick<Collection, "hashKey" | "privacy" | "log">;

/**
 * A post as the collection may keep it: authors, handles and addresses replaced where it pseudonymises, those who were
 * erased replaced in any case, media left out where it keeps none, and the originals sealed where it has a key for that.
 */
export async function protect(found: FoundPost, collection: Protecting): Promise<ProtectedPost> {
  const { post, site, mentions } = found;
  const tools = toolsOf(collection, { site, ...hostOf(post) });
  const author = authorPerson(post.author, tools.place);
  const known = author && { person: author, name: post.author?.name, handle: post.author?.handle };
  const body = await protectText(post.text, mentions, known, tools);
  const address = (url: string | undefined): Promise<string | undefined> => ownAddress(url, tools);
  const [replyTo, thread] = await Promise.all([address(post.replyTo), address(found.thread)]);
  const sealed = await sealOriginals(withoutErased(found, replyTo, thread), collection.privacy);
  return {
    ...body,
    links: await protectLinks(post.links, tools),
    media: await protectMedia(post.media, known, tools, collection.privacy.keepMedia),
    ...present({
      author: author && ((await tools.naming(author)) ?? post.author?.handle ?? post.author?.name),
      url: await address(post.url),
      replyTo,
      thread,
      sealed,
    }),
  };
}

/** Addresses of posts by who was erased are not kept, sealed or not. */
function withoutErased(
  { post, thread, ...found }: FoundPost,
  keptReplyTo: string | undefined,
  keptThread: string | undefined,
): FoundPost {
  const { replyTo, ...rest } = post;
  return {
    ...found,
    post: { ...rest, ...(replyTo !== undefined && !keptReplyTo?.includes(erasedName) && { replyTo }) },
    thread: keptThread?.includes(erasedName) ? undefined : thread,
  };
}

/** Whether its author was erased: it must not be kept, wherever it comes from. */
export function isErased({ author }: Pick<ProtectedPost, "author">): boolean {
  return author === erasedName;
}

/**
 * Words that come from beside a post, in the same way: the title of a page, what stands before and after a selection,
 * an earlier text. Only where it is the post's own text are its brands known.
 */
export async function protectWords(
  text: string,
  { post, site, mentions = [] }: Pick<FoundPost, "post" | "site"> & Partial<Pick<FoundPost, "mentions">>,
  collection: Protecting,
): Promise<string> {
  const tools = toolsOf(collection, { site, ...hostOf(post) });
  const author = authorPerson(post.author, tools.place);
  const known = author && { person: author, name: post.author?.name, handle: post.author?.handle };
  return (await protectText(text, text === post.text ? mentions : [], known, tools)).text;
}

interface Tools extends Replacing {
  readonly place: HandlePlace;
}

function toolsOf({ hashKey, privacy, log }: Protecting, place: HandlePlace): Tools {
  const pseudonyms = pseudonymsOf(hashKey);
  const all = privacy.pseudonymise;
  const erased = new Set(log?.erased.flatMap((erasure) => erasure.pseudonyms));
  return {
    place,
    pseudonyms,
    all,
    naming: async (person) => {
      if (!all && erased.size === 0) return undefined;
      const name = await pseudonyms.of(person);
      if (erased.has(name)) return erasedName;
      return all ? name : undefined;
    },
  };
}

/** The host to which a bare handle belongs: the author's, whose server wrote the text, else the page's. */
function hostOf(post: Post): { host?: string } {
  const own = post.author?.handle?.split("@")[1];
  const host = own || URL.parse(post.author?.url ?? post.url ?? "")?.host;
  return host ? { host } : {};
}

async function protectText(
  text: string,
  mentions: readonly Mention[],
  author: KnownAuthor | undefined,
  tools: Tools,
): Promise<{ text: string; mentions: readonly Mention[] }> {
  const replacements: Replacement[] = [];
  for (const run of peopleInText(text, tools.place, author)) {
    if (isBrand(text, run, mentions)) continue;
    const words = await wordsFor(run, tools);
    if (words !== undefined) replacements.push({ start: run.start, end: run.end, with: words });
  }
  return replaceRuns(text, replacements, mentions);
}

async function wordsFor(run: Identifying, tools: Tools): Promise<string | undefined> {
  if (run.kind === "person") {
    const name = await tools.naming(run.person);
    return name === undefined ? undefined : run.before + name;
  }
  if (run.kind !== "address") return tools.all ? `[${run.kind}]` : undefined;
  const address = await protectAddress(run.address, false, tools);
  if (address === undefined || address === run.address) return undefined;
  return run.scheme ? address : address.replace(/^https:\/\//u, "");
}

async function ownAddress(url: string | undefined, tools: Tools): Promise<string | undefined> {
  if (url === undefined) return undefined;
  // The page of a selection is an article or a shop; a platform's addresses are somebody's posts.
  return protectAddress(url, tools.all && tools.place.site !== "web", tools);
}

async function protectLinks(links: readonly string[], tools: Tools): Promise<readonly string[]> {
  const kept = await Promise.all(links.map((link) => protectAddress(link, false, tools)));
  return kept.filter((link) => link !== undefined);
}

async function protectMedia(
  media: readonly PostMedia[],
  author: KnownAuthor | undefined,
  tools: Tools,
  keepMedia: boolean,
): Promise<readonly PostMedia[]> {
  return Promise.all(
    media.map(async ({ kind, url, alt }) => ({
      kind,
      ...(keepMedia && url !== undefined ? { url } : {}),
      // "Photo by Anna Kowalska on May 3": platforms write them, under names that are nowhere else.
      ...(alt === undefined || (tools.all && !keepMedia)
        ? {}
        : { alt: (await protectText(alt, [], author, tools)).text }),
    })),
  );
}

function present<T extends Readonly<Record<string, string | undefined>>>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}
type Present<T> = { [Key in keyof T]?: string };
