import { html, nothing, type TemplateResult } from "lit";
import { BadgeCheck, CircleQuestionMark, UserRound } from "lucide";
import { codeKey, t } from "../../lib/i18n.ts";
import type { ProfileStanding } from "../../lib/model/profile.ts";
import { icon } from "./icon.ts";

const icons = { own: BadgeCheck, fan: UserRound, unknown: CircleQuestionMark } as const;

/** Whose profile it is, in one calm line. */
export function profileLine({ verdict, brandName = "" }: ProfileStanding): TemplateResult {
  return html`<p class="profile">
    ${icon(icons[verdict], 14)} <span dir="auto">${t(`profile_${verdict}`, { name: brandName })}</span>
  </p>`;
}

/** How we know that, for the details. */
export function profileHow({ evidence }: ProfileStanding): TemplateResult {
  return html`<p>${t("profile_how")}</p>
    <ul>
      ${evidence.map(
        ({ code, detail }) =>
          html`<li>${t(codeKey("profile_how", code))}${detail ? html`: <bdi>${detail}</bdi>` : nothing}</li>`,
      )}
    </ul>`;
}
