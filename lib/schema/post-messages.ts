import { z } from "zod";
import type { PostBatch, PostDetails } from "../model/seen-post.ts";
import { seenPostLimits as most } from "../model/seen-post.ts";

const siteId = z.string().regex(/^[a-z][a-z\d-]{0,39}$/);
const name = z.string().max(most.name);
const link = z.string().max(most.link);

const count = z.int();
/** Years that a `Date` can hold and a person can mean. */
const time = z.number().min(0).max(Date.UTC(2200, 0));

const Details: z.ZodType<PostDetails> = z.object({
  publishedAt: time.optional(),
  publishedAtPrecision: z.enum(["second", "minute", "hour", "day", "month", "year"]).optional(),
  truncated: z.boolean(),
  media: z
    .array(
      z.object({
        kind: z.enum(["image", "video", "audio"]),
        url: link.optional(),
        alt: z.string().max(most.alt).optional(),
      }),
    )
    .max(most.media),
  replyTo: link.optional(),
  metrics: z.object({
    replies: count.optional(),
    likes: count.optional(),
    shares: count.optional(),
    views: count.optional(),
    score: count.optional(),
  }),
  audience: z.enum(["public", "restricted", "unknown"]),
  lang: z.string().max(most.lang).optional(),
});

/** What `social` reports: its own bounds, checked again, because a page that takes over its renderer sends anything. */
export const PostBatchSchema: z.ZodType<PostBatch> = z.object({
  site: siteId,
  url: link,
  lang: z.string().max(most.lang).optional(),
  depth: z.number().min(0).max(most.depth).optional(),
  posts: z
    .array(
      z.object({
        url: link.optional(),
        author: z.object({ name: name.optional(), handle: name.optional(), url: link.optional() }).optional(),
        text: z.string().max(most.text),
        links: z.array(link).max(most.links),
        details: Details.optional(),
      }),
    )
    .max(most.posts),
});

/** A press on a chip: the brand, and the post it stands by. */
export const AskAbout = z.object({
  brandId: z.string().min(1).max(300),
  quote: z
    .object({ text: z.string().max(most.quote), author: name.optional(), url: link.optional() })
    .optional(),
});

/** Whether a page that should show posts of a platform did. */
export const CheckedPosts = z.object({ site: siteId, found: z.boolean() });
