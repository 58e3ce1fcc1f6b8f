import { z } from "zod";
import type { FoundInPage } from "../model/research/collect.ts";
import { seenPostLimits as most } from "../model/seen-post.ts";
import { PostBatchSchema } from "./post-messages.ts";

/** Longest title that is kept of a page, in UTF-16 units. */
const longestTitle = 300;

const offset = z.int().min(0);
const words = z.string().max(most.text);

const Target = z.object({
  exact: words.min(1),
  prefix: z.string().max(32),
  suffix: z.string().max(32),
  start: offset.optional(),
  end: offset.optional(),
});

const Page = z.object({
  url: z.url({ protocol: /^https?$/ }).max(most.link),
  title: z.string().transform((title) => title.slice(0, longestTitle)),
  lang: z.string().max(most.lang).optional(),
  text: words.min(1).optional(),
  isCut: z.boolean().optional(),
  target: Target.optional(),
  site: z.string().optional(),
  post: z.unknown().optional(),
});

/**
 * What our script read in a page at a press on "Collect". It ran in somebody's page, so its own bounds are checked
 * again. `undefined`: not what it gives, or neither a text nor a post.
 */
export function readFoundInPage(raw: unknown): FoundInPage | undefined {
  const page = Page.safeParse(raw).data;
  if (!page) return undefined;
  const { post: rawPost, site, ...rest } = page;
  if (rawPost === undefined) return rest.text === undefined ? undefined : rest;
  // As a post is reported, so it is checked.
  const batch = PostBatchSchema.safeParse({ site, url: page.url, posts: [rawPost] }).data;
  const [post] = batch?.posts ?? [];
  return batch && post?.details ? { ...rest, site: batch.site, post } : undefined;
}
