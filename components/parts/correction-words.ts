import { t } from "../../lib/i18n.ts";
import type { Correction, CorrectionScope } from "../../lib/model/correction.ts";

/** What a correction holds for, as a sentence. */
export function scopeText(scope: CorrectionScope): string {
  return scope.kind === "site"
    ? t("correction_on_site", { site: scope.siteKey })
    : t("correction_on_name", { name: scope.name });
}

/** What the person said, as a sentence. */
export function correctedText({ scope, to }: Correction): string {
  if (scope.kind === "site") {
    const { siteKey: site } = scope;
    return to.kind === "none"
      ? t("correction_site_none", { site })
      : t("correction_site", { site, name: to.name });
  }
  const { name: said } = scope;
  return to.kind === "none"
    ? t("correction_name_none", { said })
    : t("correction_name", { said, name: to.name });
}
