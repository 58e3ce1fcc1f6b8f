import { html, type TemplateResult } from "lit";
import { Scale } from "lucide";
import { t } from "../../lib/i18n.ts";
import type { LighterView } from "../../lib/model/weighing-groups.ts";
import { icon } from "./icon.ts";
import { weightWords } from "./weighs.ts";

interface Mark {
  readonly lighter: LighterView;
  /** Of whom the review is. */
  readonly name: string;
  /** Whether the reasons are shown. */
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** Among the tags of a review that weighs less: small, in no alarming colour, and a press on it says why. */
export function lighterMark({ lighter, name, isOpen, toggle }: Mark): TemplateResult {
  const weight = weightWords(lighter);
  return html`<button
    type="button"
    class="tag weight"
    aria-expanded=${isOpen}
    aria-label=${t("lighter_mark_label", { weight, name })}
    @click=${toggle}
  >
    ${icon(Scale, 12)} ${weight}
  </button>`;
}
