import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../lib/i18n.ts";
import type { Lens, PageSubject } from "../../lib/model/subject.ts";
import "../bt-tabs.ts";

/** Brand, product and shop, where the page is about more than one of them. */
export function lensTabs(
  subjects: readonly PageSubject[],
  chosen: Lens,
  choose: (lens: Lens) => void,
): TemplateResult {
  if (subjects.length < 2) return html`${nothing}`;
  return html`<bt-tabs
    class="lenses"
    variant="segments"
    .items=${subjects.map(({ lens }) => ({ id: lens, label: t(`lens_${lens}`) }))}
    .selected=${chosen}
    .label=${t("lenses_label")}
    @change=${(event: CustomEvent<Lens>) => choose(event.detail)}
  ></bt-tabs>`;
}
