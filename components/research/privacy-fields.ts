import { html, nothing, type TemplateResult } from "lit";
import { codeKey, t } from "../../lib/i18n.ts";
import { type PrivacyChoices, type PrivacyFault, retentions } from "./privacy-choices.ts";

/** What the fields show, and whom they tell. */
export interface PrivacyFieldsContext {
  readonly choices: PrivacyChoices;
  readonly change: (changes: Partial<PrivacyChoices>) => void;
  /** What is wrong, once the person has pressed. */
  readonly faults: readonly PrivacyFault[];
  /** Whether originals are sealed to a key already. */
  readonly hasKey: boolean;
  /** A heading above says it already, to those who see it. */
  readonly isLegendHidden?: boolean;
}

/** How a collection protects people: one plain sentence to each choice. Styles: `privacyStyle`. */
export function privacyFields(context: PrivacyFieldsContext): TemplateResult {
  const { change, choices } = context;
  return html`<fieldset>
    <legend class=${context.isLegendHidden ? "sr-only" : ""}>${t("research_privacy_legend")}</legend>
    ${checkbox("pseudonymise", choices.pseudonymise, (pseudonymise) => change({ pseudonymise }))}
    ${choices.pseudonymise ? sealField(context) : nothing} ${audienceField(context)}
    ${checkbox("keep_media", choices.keepMedia, (keepMedia) => change({ keepMedia }))}
    ${retentionField(context)}
  </fieldset>`;
}

function checkbox(
  name: "pseudonymise" | "keep_media" | "seal",
  isOn: boolean,
  change: (isOn: boolean) => void,
): TemplateResult {
  return html`<label class="check">
    <input
      type="checkbox"
      name=${name}
      aria-describedby="${name}_hint"
      .checked=${isOn}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
    <span
      >${t(`research_privacy_${name}`)}
      <span id="${name}_hint" class="meta">${t(`research_privacy_${name}_hint`)}</span></span
    >
  </label>`;
}

function sealField({ change, choices, faults, hasKey }: PrivacyFieldsContext): TemplateResult {
  if (hasKey) return html`<p class="meta inner">${t("research_privacy_has_key")}</p>`;
  const short = faults.includes("passphrase-short");
  const differs = faults.includes("passphrase-differs");
  return html`<div class="inner">
    ${checkbox("seal", choices.seal, (seal) => change({ seal }))}
    ${
      choices.seal
        ? html`${passphraseField("passphrase", choices.passphrase, short, (passphrase) => change({ passphrase }))}
          ${passphraseField("repeated", choices.repeated, differs, (repeated) => change({ repeated }))}
          ${fault(short ? "passphrase-short" : differs ? "passphrase-differs" : undefined)}`
        : nothing
    }
  </div>`;
}

function passphraseField(
  name: "passphrase" | "repeated",
  value: string,
  isWrong: boolean,
  change: (value: string) => void,
): TemplateResult {
  return html`<label class="field">
    ${t(`research_privacy_${name}`)}
    <input
      type="password"
      name=${name}
      autocomplete="new-password"
      aria-invalid=${isWrong}
      .value=${value}
      @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
    />
  </label>`;
}

function audienceField({ change, choices, faults }: PrivacyFieldsContext): TemplateResult {
  const isAny = choices.audience === "any";
  const isWrong = faults.includes("audience-note");
  const choice = (audience: PrivacyChoices["audience"], words: string): TemplateResult =>
    html`<label class="check">
      <input
        type="radio"
        name="audience"
        value=${audience}
        .checked=${choices.audience === audience}
        @change=${() => change({ audience })}
      />
      <span>${words}</span>
    </label>`;
  return html`<div role="radiogroup" aria-label=${t("research_privacy_audience")}>
    ${choice("public-only", t("research_privacy_public_only"))} ${choice("any", t("research_privacy_any"))}
    ${
      isAny
        ? html`<label class="field inner">
            ${t("research_privacy_audience_note")}
            <textarea
              name="audience-note"
              rows="2"
              dir="auto"
              aria-invalid=${isWrong}
              .value=${choices.audienceNote}
              @input=${(event: Event) =>
                change({ audienceNote: (event.target as HTMLTextAreaElement).value })}
            ></textarea>
            ${fault(isWrong ? "audience-note" : undefined)}
          </label>`
        : nothing
    }
  </div>`;
}

function retentionField({ change, choices }: PrivacyFieldsContext): TemplateResult {
  const days: readonly number[] = retentions;
  const offered = days.includes(choices.retentionDays) ? days : [choices.retentionDays, ...days];
  return html`<label class="field">
    ${t("research_privacy_retention")}
    <select
      name="retention"
      @change=${(event: Event) => change({ retentionDays: Number((event.target as HTMLSelectElement).value) })}
    >
      ${offered.map(
        (count) =>
          html`<option value=${count} ?selected=${count === choices.retentionDays}>
            ${count === 0 ? t("research_privacy_retention_none") : t("research_privacy_retention_days", { count })}
          </option>`,
      )}
    </select>
  </label>`;
}

function fault(what: PrivacyFault | undefined): TemplateResult | typeof nothing {
  if (what === undefined) return nothing;
  return html`<span class="fault" role="alert">${t(codeKey("research_privacy_fault", what))}</span>`;
}
