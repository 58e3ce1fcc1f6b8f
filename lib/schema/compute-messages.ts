import { z } from "zod";

const About = z.object({
  keys: z.array(z.string().max(2000)).max(200),
  brandId: z.string().max(300).optional(),
  names: z.array(z.string().max(300)).max(20),
});

const id = z.int().nonnegative();

/** What a page may ask of the worker that it has started. */
export const ComputeRequestSchema = z.discriminatedUnion("name", [
  z.object({ id, name: z.literal("topics"), data: About }),
  z.object({
    id,
    name: z.literal("quotes"),
    data: z.object({
      about: About,
      kind: z.enum(["aspect", "phrase"]),
      id: z.string().max(300),
      skip: z.int().nonnegative(),
      limit: z.int().min(1).max(100),
    }),
  }),
  z.object({
    id,
    name: z.literal("weigh"),
    data: z.object({
      keys: About.shape.keys,
      brandId: About.shape.brandId,
      off: z.array(z.string().max(60)).max(100),
    }),
  }),
  z.object({ id, name: z.literal("cancel") }),
]);
