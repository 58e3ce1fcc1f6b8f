import { formatScore, t } from "../i18n.ts";
import type { ChipView } from "../messages/page.ts";
import type { Figure } from "../model/summary.ts";
import type { BrandSubject } from "../model/subject.ts";

/**
 * What a chip says of a brand, or `undefined` where there is too little to say beside a stranger's words: fewer
 * than five voices. From public data alone, because the page can measure it.
 */
export function chipViewOf({ brandId, name }: BrandSubject, figure: Figure): ChipView | undefined {
  if (figure.kind !== "score") return undefined;
  const score = formatScore(figure.score);
  return { brandId, name, text: score, label: t("chip_label", { name, score, count: figure.count }) };
}
