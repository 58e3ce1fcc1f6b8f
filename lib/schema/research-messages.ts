import { z } from "zod";

const id = z.int().nonnegative();
const time = z.number().min(-8.64e15).max(8.64e15);

/** Values of one facet that a person has chosen. */
function chosen<T extends z.ZodType>(value: T): z.ZodArray<T> {
  return z.array(value).max(1000);
}

const name = z.string().max(2000);

const Filter = z.object({
  collection: z.string().max(100),
  text: z.string().max(1000),
  brands: chosen(name),
  together: chosen(name).optional(),
  sites: chosen(name),
  sessions: chosen(name),
  codes: chosen(name),
  langs: chosen(name),
  authors: chosen(name),
  sentiments: chosen(z.enum(["negative", "neutral", "positive", "unscored"])),
  why: chosen(z.enum(["everything", "words", "mention", "sample", "by-hand", "import"])),
  from: time.optional(),
  to: time.optional(),
  confidence: z.number().min(0).max(1).optional(),
});

/** What the workspace may ask of the worker that it has started. */
export const ResearchRequestSchema = z.discriminatedUnion("name", [
  z.object({
    id,
    name: z.literal("find"),
    data: z.object({
      filter: Filter,
      order: z.enum(["time", "collected", "confidence", "sentiment"]),
      descending: z.boolean(),
    }),
  }),
  z.object({
    id,
    name: z.literal("series"),
    data: z.object({
      filter: Filter,
      split: z.enum(["none", "brands", "sites", "codes", "sentiments"]),
      step: z.enum(["day", "week", "month"]).optional(),
    }),
  }),
  z.object({ id, name: z.literal("coMentions"), data: Filter }),
  z.object({ id, name: z.literal("cancel") }),
]);
