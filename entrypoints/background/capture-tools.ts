import { sentimentOf } from "../../lib/mentions/sentiment/index.ts";
import type { CaptureTools } from "../../lib/research/capture/tools.ts";
import { mayKeep } from "../../lib/research/privacy/audience.ts";
import { isErased, protect } from "../../lib/research/privacy/protect.ts";

/** How posts become items here: what is kept of their people, and how their texts sound. */
export const captureTools: Omit<CaptureTools, "languageOf"> = {
  mayKeep,
  isErased,
  protect,
  sentimentOf,
};
