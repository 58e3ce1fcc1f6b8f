import { z } from "zod";
import { codeId, Codes, CodebookVersion, mostCodes } from "./research-codebook.ts";
import { fileTime } from "./sealed-file.ts";

/** More than a person codes for a figure of agreement. */
const mostSampled = 5000;

const itemKey = z.string().regex(/^[\da-f]{32}$/u);
const sampleId = z.string().min(1).max(64);
const CoderName = z.string().trim().min(1).max(100);

/** What the first coder hands to the second. */
export const SampleData = z.object({
  sample: sampleId,
  name: z.string().max(300),
  from: CoderName,
  codebook: z.object({ version: CodebookVersion, codes: Codes }),
  items: z
    .array(
      z.object({
        key: itemKey,
        text: z.string().max(100_000),
        title: z.string().max(1000).optional(),
        lang: z.string().max(35).optional(),
      }),
    )
    .min(1)
    .max(mostSampled),
});

/** What the second coder hands back. */
export const AnswersData = z.object({
  sample: sampleId,
  coder: CoderName,
  codebook: CodebookVersion,
  answers: z
    .array(
      z.object({
        key: itemKey,
        codes: z.array(codeId).max(mostCodes),
        note: z.string().max(20_000),
        sentiment: z.union([z.literal(-1), z.literal(0), z.literal(1)]).optional(),
        at: fileTime,
      }),
    )
    .max(mostSampled),
});
