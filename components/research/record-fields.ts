import { html, nothing, type TemplateResult } from "lit";
import { ChevronDown, X } from "lucide";
import { codeKey, formatShare, t } from "../../lib/i18n.ts";
import { recordingLimits } from "../../lib/model/research/session.ts";
import type { BrandChoice } from "../../lib/model/correction.ts";
import "../bt-brand-search.ts";
import { icon } from "../parts/icon.ts";
import { sampleRates, spans, sureness, type ChoiceFault, type RecordChoices } from "./record-choices.ts";
import { minutesWords } from "./span-words.ts";
import type { NamedSite } from "./site-names.ts";

/** One field of the dialog: what is chosen, how to choose otherwise, and what is wrong with it. */
export interface FieldContext {
  readonly choices: RecordChoices;
  readonly change: (changes: Partial<RecordChoices>) => void;
  readonly faults: readonly ChoiceFault[];
}

const kinds = ["mentions", "words", "everything"] as const;
const sureWords = ["research_sure_0", "research_sure_1", "research_sure_2", "research_sure_3"] as const;

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

function faultText(id: string, text: string | undefined): TemplateResult | typeof nothing {
  return text ? html`<p class="fault" id=${id} role="alert">${text}</p>` : nothing;
}

/** Which posts are kept. @param wordFaults - What is wrong with single words, as sentences. */
export function keepField(context: FieldContext, wordFaults: readonly string[]): TemplateResult {
  const { choices, change } = context;
  return html`<fieldset>
    <legend>${t("research_keep_legend")}</legend>
    ${kinds.map(
      (kind) =>
        html`<label class="check">
          <input
            type="radio"
            name="keep"
            value=${kind}
            .checked=${choices.kind === kind}
            @change=${() => change({ kind })}
          />
          <span
            >${t(codeKey("research_keep", kind))}
            <span class="meta">${t(codeKey("research_keep_hint", kind))}</span></span
          >
        </label>`,
    )}
    ${choices.kind === "words" ? wordsField(context, wordFaults) : nothing}
    ${choices.kind === "mentions" ? mentionsField(context) : nothing}
  </fieldset>`;
}

function wordsField(
  { choices, change, faults }: FieldContext,
  wordFaults: readonly string[],
): TemplateResult {
  const wrong = faults.includes("no-words")
    ? [t("research_words_none")]
    : faults.includes("too-many-words")
      ? [t("research_words_many", { most: recordingLimits.words })]
      : wordFaults;
  return html`<label class="field">
      <span>${t("research_words")}</span>
      <textarea
        name="words"
        rows="3"
        dir="auto"
        spellcheck="false"
        aria-describedby="words-hint words-fault"
        aria-invalid=${wrong.length > 0}
        .value=${choices.words}
        @input=${(event: Event) => change({ words: valueOf(event) })}
      ></textarea>
    </label>
    <p class="meta" id="words-hint">${t("research_words_hint")}</p>
    <div id="words-fault">
      ${wrong.map((text) => html`<p class="fault" role="alert" dir="auto">${text}</p>`)}
    </div>`;
}

function mentionsField({ choices, change }: FieldContext): TemplateResult {
  const sure = t(sureWords[choices.sure] ?? sureWords[2]);
  return html`<label class="field">
      <span>${t("research_sure")}</span>
      <input
        type="range"
        name="sure"
        min="0"
        max=${sureness.length - 1}
        step="1"
        aria-valuetext=${sure}
        .value=${String(choices.sure)}
        @input=${(event: Event) => change({ sure: Number(valueOf(event)) })}
      />
      <span class="ends meta" aria-hidden="true"
        ><span>${t("research_sure_first")}</span><span>${t("research_sure_last")}</span></span
      >
    </label>
    <p class="meta" role="status">${sure}</p>
    ${
      choices.brands.length > 0
        ? html`<ul class="brands" aria-label=${t("research_only_brands")}>
            ${choices.brands.map(
              ({ brandId, name }) =>
                html`<li class="tag">
                  <bdi>${name}</bdi>
                  <button
                    type="button"
                    class="icon-button"
                    aria-label=${t("research_brand_out", { name })}
                    @click=${() => change({ brands: choices.brands.filter((brand) => brand.brandId !== brandId) })}
                  >
                    ${icon(X, 12)}
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    <details>
      <summary class="meta">
        ${t("research_only_brands_add")} <span class="chevron">${icon(ChevronDown, 14)}</span>
      </summary>
      <bt-brand-search
        known
        @choose=${({ detail, target }: CustomEvent<BrandChoice>) => {
          const { brandId, name } = detail;
          const others = choices.brands.filter((brand) => brand.brandId !== brandId);
          change({ brands: [...others, { brandId, name }] });
          (target as HTMLElementTagNameMap["bt-brand-search"]).reset();
        }}
      ></bt-brand-search>
    </details>`;
}

export function sitesField(
  { choices, change, faults }: FieldContext,
  sites: readonly NamedSite[],
): TemplateResult {
  const chosen = choices.sites;
  const toggle = (id: string, on: boolean): void => {
    const ids = sites.map((site) => site.id);
    change({ sites: ids.filter((each) => (each === id ? on : (chosen ?? ids).includes(each))) });
  };
  return html`<fieldset>
    <legend>${t("research_sites_legend")}</legend>
    <label class="check">
      <input
        type="checkbox"
        name="all-sites"
        .checked=${chosen === undefined}
        @change=${(event: Event) => change({ sites: (event.target as HTMLInputElement).checked ? undefined : [] })}
      />
      <span>${t("research_sites_all", { count: sites.length })}</span>
    </label>
    ${
      chosen === undefined
        ? nothing
        : html`<div class="sites">
            ${sites.map(
              ({ id, name }) =>
                html`<label class="check">
                  <input
                    type="checkbox"
                    name="site"
                    value=${id}
                    .checked=${chosen.includes(id)}
                    @change=${(event: Event) => toggle(id, (event.target as HTMLInputElement).checked)}
                  />
                  <span><bdi>${name}</bdi></span>
                </label>`,
            )}
          </div>`
    }
    ${faultText("sites-fault", faults.includes("no-sites") ? t("research_sites_none") : undefined)}
  </fieldset>`;
}

export function sampleField({ choices, change }: FieldContext): TemplateResult | typeof nothing {
  if (choices.kind === "everything") return nothing;
  return html`<div>
    <label class="field">
      <span>${t("research_sample")}</span>
      <select
        name="sample"
        aria-describedby="sample-hint"
        @change=${(event: Event) => change({ sampleRate: Number(valueOf(event)) })}
      >
        ${[...new Set([...sampleRates, choices.sampleRate])].map(
          (rate) =>
            html`<option value=${rate} .selected=${rate === choices.sampleRate}>
              ${rate === 0 ? t("research_sample_none") : t("research_sample_share", { share: formatShare(rate) })}
            </option>`,
        )}
      </select>
    </label>
    <p class="meta" id="sample-hint">${t("research_sample_hint")}</p>
  </div>`;
}

export function timeField({ choices, change, faults }: FieldContext): TemplateResult {
  const { isOwnSpan, minutes } = choices;
  const onSpan = (event: Event): void => {
    const value = valueOf(event);
    change(value === "own" ? { isOwnSpan: true } : { isOwnSpan: false, minutes: Number(value) });
  };
  return html`<label class="field">
      <span>${t("research_span")}</span>
      <select name="span" @change=${onSpan}>
        ${spans.map(
          (span) =>
            html`<option value=${span} .selected=${!isOwnSpan && span === minutes}>
              ${minutesWords(span)}
            </option>`,
        )}
        <option value="own" .selected=${isOwnSpan}>${t("research_span_own")}</option>
      </select>
    </label>
    ${
      isOwnSpan
        ? html`<label class="field">
            <span>${t("research_span_minutes")}</span>
            <input
              type="number"
              name="minutes"
              min="1"
              max=${recordingLimits.minutes}
              step="1"
              inputmode="numeric"
              aria-describedby="minutes-fault"
              .value=${Number.isNaN(minutes) ? "" : String(minutes)}
              @input=${(event: Event) => change({ minutes: (event.target as HTMLInputElement).valueAsNumber })}
            />
          </label>`
        : nothing
    }
    ${faultText("minutes-fault", faults.includes("minutes") ? t("research_span_wrong", { most: recordingLimits.minutes }) : undefined)}`;
}
