import { html, type TemplateResult } from "lit";
import { BadgeCheck } from "lucide";
import { formatDate, t } from "../../lib/i18n.ts";
import type { OfficialKey } from "../../lib/model/official.ts";
import { icon } from "./icon.ts";
import { outLink } from "./web-link.ts";

/** Stands on what a brand itself says: its key is proven, and where that can be read is one press away. */
export function officialTag(key: OfficialKey): TemplateResult {
  const words = html`<span class="tag accent">${icon(BadgeCheck, 12)}${t("tag_official")}</span>`;
  const why = whyOf(key);
  return key.proofUrl === undefined
    ? html`<span title=${why}>${words}<span class="sr-only">${why}</span></span>`
    : outLink(key.proofUrl, words, why);
}

function whyOf({ brandId, checkedAt, proofUrl = "" }: OfficialKey): string {
  // A brand speaks on all its domains with the keys that its primary one proves.
  const host = URL.parse(proofUrl)?.hostname.replace(/^www\./, "") ?? brandId;
  const proven = t("official_proven", { brand: host });
  return checkedAt === undefined ? proven : t("official_seen", { proven, date: formatDate(checkedAt) });
}
