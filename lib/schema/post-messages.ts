import { z } from "zod";
import type { PostBatch } from "../model/seen-post.ts";
import { seenPostLimits as most } from "../model/seen-post.ts";

const siteId = z.string().regex(/^[a-z][a-z\d-]{0,39}$/);
const name = z.string().max(most.name);
const link = z.string().max(most.link);

/** What `social` reports: its own bounds, checked again, because a page that takes over its renderer sends anything. */
export const PostBatchSchema: z.ZodType<PostBatch> = z.object({
  site: siteId,
  url: link,
  lang: z.string().max(35).optional(),
  posts: z
    .array(
      z.object({
        url: link.optional(),
        author: z.object({ name: name.optional(), handle: name.optional(), url: link.optional() }).optional(),
        text: z.string().max(most.text),
        links: z.array(link).max(most.links),
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
