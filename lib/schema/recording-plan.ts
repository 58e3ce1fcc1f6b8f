import { z } from "zod";
import type { RecordingPlan } from "../model/research/session.ts";

const share = z.number().min(0).max(1);
const id = z.string().min(1).max(300);

/** Most own words and patterns of one recording; each costs a look at every post. */
const mostWords = 500;
/** A week. */
const mostMinutes = 7 * 24 * 60;

/** What a researcher chose before pressing record. */
export const RecordingPlanSchema: z.ZodType<RecordingPlan> = z.object({
  collection: id,
  keep: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("everything") }),
    z.object({ kind: z.literal("words"), words: z.array(z.string().max(300)).max(mostWords) }),
    z.object({ kind: z.literal("mentions"), confidence: share, brands: z.array(id).max(1000) }),
  ]),
  sites: z.array(id).min(1).max(100),
  sampleRate: share,
  minutes: z.number().min(1).max(mostMinutes),
});

export const RedetectSchema = z.object({ collection: id, confidence: share });
