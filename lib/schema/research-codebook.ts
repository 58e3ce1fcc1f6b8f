import { z } from "zod";

/** As codes are in files: bounded, because a file can hold anything. */
export const codeId = z.string().regex(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]{0,63}$/u);

export const mostCodes = 500;

const Code = z.object({
  id: codeId,
  name: z.string().trim().min(1).max(200),
  description: z.string().max(5000),
  colour: z.int().min(0).max(9),
  parent: codeId.optional(),
});

/** Codes, each id once. */
export const Codes = z
  .array(Code)
  .max(mostCodes)
  .refine((codes) => new Set(codes.map(({ id }) => id)).size === codes.length);

export const CodebookVersion = z.int().min(1).max(1_000_000);
