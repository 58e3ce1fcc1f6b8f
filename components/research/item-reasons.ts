import { codeKey, formatList, t } from "../../lib/i18n.ts";
import type { ResearchItem } from "../../lib/model/research/item.ts";
import { confidenceWords } from "./item-words.ts";

/** Why an item counts as naming a brand, one line a brand: `Northwind, 0.97: its name, a link to its site`. */
export function mentionLines({ mentions }: Pick<ResearchItem, "mentions">): readonly string[] {
  const surest = new Map<string, ResearchItem["mentions"][number]>();
  for (const mention of mentions) {
    const known = surest.get(mention.brandId);
    if (!known || known.confidence < mention.confidence) surest.set(mention.brandId, mention);
  }
  return [...surest.values()].map(({ name, confidence, reasons }) =>
    t("research_mention_line", {
      name,
      confidence: confidenceWords(confidence),
      reasons: formatList(reasons.map((reason) => t(codeKey("research_reason", reason)))),
    }),
  );
}
