import type { CaptureTools } from "../../lib/research/capture/tools.ts";

/** How posts become items here: what is kept of their people, and how their texts sound. */
export const captureTools: Omit<CaptureTools, "languageOf"> = {
  mayKeep: ({ audience }, { privacy }) => audience === "public" || privacy.audience === "any",
  isErased: () => false,
  async protect({ mentions, post, thread }, { privacy }) {
    // Nothing may be kept less protected than the collection promises.
    if (privacy.pseudonymise || privacy.sealTo) throw new Error("this build has no pseudonyms");
    const { author, links, media, replyTo, text, url } = post;
    const name = author?.handle ?? author?.name;
    return {
      ...(name && { author: name }),
      ...(url && { url }),
      text,
      links,
      ...(replyTo && { replyTo }),
      ...(thread && { thread }),
      media: privacy.keepMedia ? media : media.map(({ alt, kind }) => ({ kind, ...(alt && { alt }) })),
      mentions,
    };
  },
  sentimentOf: () => undefined,
};
