import { z } from "zod";
import type { MentionReason } from "../model/mention.ts";

/** Bounds of a row in a file that somebody gives. Lengths are UTF-16 units. */
const word = z.string().max(300);
const body = z.string().max(200_000);
const count = z.number().min(-1e12).max(1e12).optional();

/** What a page may link to: nothing that runs. */
const isWeb = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? "");
const address = z.string().max(4096).refine(isWeb);
/** One address in a list that is none does not spoil its row. */
const addresses = z
  .array(z.string().max(4096))
  .max(200)
  .transform((list) => list.filter(isWeb));

/** ISO 8601 as epoch ms, in the years that calendars of ours show. */
const time = z
  .string()
  .max(40)
  .transform((text) => Date.parse(text))
  .pipe(z.number().min(0).max(Date.UTC(2200, 0)));

const reasons = [
  "link",
  "handle",
  "cashtag",
  "hashtag",
  "author",
  "distinctive-name",
  "page-topic",
  "category-words",
  "other-brands",
  "name",
] as const satisfies readonly MentionReason[];

const Span = z.object({ start: z.int().min(0), end: z.int().min(0) });

const Mention = z.object({
  brandId: word,
  name: word,
  span: Span.optional(),
  confidence: z.number().min(0).max(1),
  reasons: z.array(z.enum(reasons)).max(20),
});

const Coding = z.object({
  coder: word,
  codes: z.array(word).max(500),
  note: z.string().max(50_000),
  sentiment: z.union([z.literal(-1), z.literal(0), z.literal(1)]).optional(),
  codebook: z.int().min(1).max(1e6),
  sample: word.optional(),
  at: time,
});

const Media = z.object({
  kind: z.enum(["image", "video", "audio"]),
  url: address.optional(),
  alt: z.string().max(5000).optional(),
});

/** One row of our own shape, as NDJSON has it. Columns that were left out, and columns of others, do not matter. */
export const ResearchRecord = z
  .object({
    key: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .optional(),
    collection: z.string().max(100).optional(),
    site: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,59}$/i),
    url: address.optional(),
    author: z.string().max(1000).optional(),
    published_at: time.optional(),
    published_precision: z.enum(["second", "minute", "hour", "day", "month", "year"]).optional(),
    collected_at: time.optional(),
    last_seen_at: time.optional(),
    title: z.string().max(5000).optional(),
    text: body.default(""),
    text_since: time.optional(),
    truncated: z.boolean().default(false),
    lang: z.string().max(35).optional(),
    lang_by: z.enum(["page", "text"]).optional(),
    reply_to: address.optional(),
    thread: address.optional(),
    links: addresses.default([]),
    media: z.array(Media).max(200).default([]),
    replies: count,
    likes: count,
    shares: count,
    views: count,
    score: count,
    audience: z.enum(["public", "restricted", "unknown"]).default("unknown"),
    audience_note: z.string().max(50_000).optional(),
    why: z.enum(["everything", "words", "mention", "sample", "by-hand", "import"]).default("import"),
    session: z.string().max(100).optional(),
    view: z.string().max(300).optional(),
    mentions: z.array(Mention).max(500).default([]),
    words: z.array(word).max(500).default([]),
    sentiment: z.number().min(-1).max(1).optional(),
    sentiment_method: word.optional(),
    codings: z.array(Coding).max(200).default([]),
    target: z
      .object({
        exact: body,
        prefix: z.string().max(5000),
        suffix: z.string().max(5000),
        start: z.int().min(0).optional(),
        end: z.int().min(0).optional(),
      })
      .optional(),
    versions: z
      .array(z.object({ text: body, from: time, to: time }))
      .max(200)
      .default([]),
    recheck_at: time.optional(),
    recheck_found: z.enum(["there", "gone", "unclear"]).optional(),
    extension: z.string().max(60).optional(),
    directory: z.string().max(60).optional(),
    sealed: z.string().max(20_000).optional(),
  })
  .refine(({ text, url, target }) => text !== "" || url !== undefined || target !== undefined, {
    path: ["text"],
  })
  // Without any time it could not be said when it was collected, and each import would say something else.
  .refine((row) => (row.collected_at ?? row.last_seen_at ?? row.published_at) !== undefined, {
    path: ["collected_at"],
  });

export type ResearchRecord = z.infer<typeof ResearchRecord>;
