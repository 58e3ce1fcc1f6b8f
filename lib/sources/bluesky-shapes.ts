import * as z from "zod";
import type { Comment, Thread } from "../model/conversation.ts";
import type { RichText, TextRun } from "../model/rich-text.ts";
import type { Hit } from "./define-source.ts";
import {
  Body,
  Count,
  headline,
  hit,
  Line,
  listOf,
  maybe,
  Moment,
  threadOf,
  webAddress,
  without,
} from "./shapes.ts";

/** `app.bsky.feed.defs#postView` and what its record says (lexicons of bluesky-social/atproto). */

const AtUri = z
  .string()
  .max(500)
  .regex(/^at:\/\/did:[a-z]+:[\w.:%-]+\/app\.bsky\.feed\.post\/[\w.~-]+$/u);
const Facet = z.object({
  index: z.object({ byteStart: z.int().nonnegative(), byteEnd: z.int().nonnegative() }),
  features: listOf(z.object({ uri: z.string() }), 10),
});
export const PostView = z.object({
  uri: AtUri,
  author: z.object({ handle: Line, labels: listOf(z.object({ val: z.string() }), 50).optional() }),
  record: z.object({
    text: Body,
    createdAt: maybe(Moment),
    langs: z.array(z.string().max(35)).nullish().catch(undefined),
    facets: maybe(listOf(Facet, 200)),
    embed: maybe(z.object({ external: maybe(z.object({ uri: z.string(), title: maybe(Line) })) })),
  }),
  replyCount: maybe(Count),
  likeCount: maybe(Count),
  indexedAt: maybe(Moment),
});
export type PostView = z.output<typeof PostView>;

export const origin = "https://public.api.bsky.app";

/** Authors may ask that nobody without an account is shown what they write. */
export function isForEverybody({ author }: PostView): boolean {
  return !author.labels?.some(({ val }) => val === "!no-unauthenticated");
}

function linkOf({ uri, author }: PostView): string {
  const [key = ""] = uri.split("/").slice(-1);
  return `https://bsky.app/profile/${encodeURIComponent(author.handle)}/post/${encodeURIComponent(key)}`;
}

function linksOf({ record }: PostView): readonly (string | undefined)[] {
  const inText = record.facets?.flatMap(({ features }) => features.map(({ uri }) => webAddress(uri))) ?? [];
  return [webAddress(record.embed?.external?.uri), ...inText];
}

export function threadHit(source: string, post: PostView): Hit<Thread> {
  const { record } = post;
  const links = linksOf(post);
  const thread = threadOf({
    source,
    origin,
    id: post.uri,
    title: headline(record.text, record.embed?.external?.title, post.author.handle),
    url: linkOf(post),
    about: links.find((link) => link !== undefined),
    excerpt: record.text,
    publishedAt: record.createdAt ?? post.indexedAt,
    replies: post.replyCount,
    score: post.likeCount,
    language: record.langs?.[0],
  });
  return hit(thread, links, [`${record.text}\n${record.embed?.external?.title ?? ""}`]);
}

export function commentOf(post: PostView, parentId: string | undefined): Comment {
  return without({
    id: post.uri,
    parentId,
    author: post.author.handle,
    publishedAt: post.record.createdAt,
    body: richPost(post),
    score: post.likeCount,
    url: linkOf(post),
  });
}

/** A post's text with its links. Facets count bytes of UTF-8, and may lie. */
export function richPost({ record: { text, facets = [] } }: PostView): RichText {
  const bytes = new TextEncoder().encode(text);
  const decode = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to));
  const runs: TextRun[] = [];
  let at = 0;
  for (const { index, features } of facets.toSorted(
    (one, other) => one.index.byteStart - other.index.byteStart,
  )) {
    const href = webAddress(features[0]?.uri);
    if (
      href === undefined ||
      index.byteStart < at ||
      index.byteEnd <= index.byteStart ||
      index.byteEnd > bytes.length
    )
      continue;
    if (index.byteStart > at) runs.push({ text: decode(at, index.byteStart) });
    runs.push({ text: decode(index.byteStart, index.byteEnd), href });
    at = index.byteEnd;
  }
  if (at < bytes.length) runs.push({ text: decode(at, bytes.length) });
  return runs.length > 0 ? [{ kind: "paragraph", runs }] : [];
}
