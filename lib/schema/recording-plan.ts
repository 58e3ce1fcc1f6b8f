import { z } from "zod";
import { recordingLimits as most, type RecordingPlan } from "../model/research/session.ts";

const share = z.number().min(0).max(1);
const id = z.string().min(1).max(300);

/** What a researcher chose before pressing record. */
export const RecordingPlanSchema: z.ZodType<RecordingPlan> = z.object({
  collection: id,
  keep: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("everything") }),
    z.object({ kind: z.literal("words"), words: z.array(z.string().max(most.word)).max(most.words) }),
    z.object({ kind: z.literal("mentions"), confidence: share, brands: z.array(id).max(1000) }),
  ]),
  sites: z.array(id).min(1).max(100),
  sampleRate: share,
  minutes: z.number().min(1).max(most.minutes),
});

export const RedetectSchema = z.object({ collection: id, confidence: share });
