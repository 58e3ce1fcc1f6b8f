import { t } from "../../lib/i18n.ts";
import type { BrandScope, Correction } from "../../lib/model/correction.ts";

/** What a correction holds for, as a sentence. */
export function scopeText(scope: BrandScope): string {
  return scope.kind === "site"
    ? t("correction_on_site", { site: scope.siteKey })
    : t("correction_on_name", { name: scope.name });
}

/** What the person said, as a sentence. */
export function correctedText({ scope, to }: Correction): string {
  const name = to.kind === "none" ? undefined : (to.name ?? t("same_place_nameless"));
  if (scope.kind === "place") {
    const site = scope.at.replace(/^https:\/\//, "");
    return name === undefined ? t("correction_place_none", { site }) : t("correction_place", { site, name });
  }
  if (scope.kind === "site") {
    const { siteKey: site } = scope;
    return name === undefined ? t("correction_site_none", { site }) : t("correction_site", { site, name });
  }
  const { name: said } = scope;
  return name === undefined ? t("correction_name_none", { said }) : t("correction_name", { said, name });
}
