import { html, type TemplateResult } from "lit";
import { BadgeCheck } from "lucide";
import { t } from "../../lib/i18n.ts";
import type { OfficialKey } from "../../lib/model/official.ts";
import { icon } from "./icon.ts";
import { outLink } from "./web-link.ts";

/** Stands on what a brand itself says: its key is proven, and where that can be read is one press away. */
export function officialTag({ brandId, proofUrl }: OfficialKey): TemplateResult {
  const words = html`<span class="tag accent">${icon(BadgeCheck, 12)}${t("tag_official")}</span>`;
  const why = t("official_proven", { brand: brandId });
  return proofUrl === undefined
    ? html`<span title=${why}>${words}<span class="sr-only">${why}</span></span>`
    : outLink(proofUrl, words, why);
}
