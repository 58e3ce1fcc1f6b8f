import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { CircleDot } from "lucide";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import { recording, recordingChoices, runMode } from "../../lib/settings.ts";
import { command } from "../commands.ts";
import { StoredItemController } from "../controllers/stored-item.ts";
import { icon } from "../parts/icon.ts";
import { problemText } from "../parts/problem-text.ts";
import { dialogStyle } from "../styles/dialog.ts";
import { recordStartStyle } from "../styles/record-start.ts";
import { shared } from "../styles/shared.ts";
import type { NamedSite } from "./site-names.ts";
import { choicesOf, faultsOf, firstChoices, planOf, type RecordChoices, wordsIn } from "./record-choices.ts";
import { type FieldContext, keepField, sampleField, sitesField, timeField } from "./record-fields.ts";
import { wordFaults } from "./word-faults.ts";

/** The button "Record…" and its dialog: what is kept of what comes by, where, for how long. */
@customElement("bt-record-start")
export class RecordStart extends LitElement {
  static override readonly styles = [shared, dialogStyle, recordStartStyle];

  @property({ attribute: false }) collection: Collection | undefined;
  /** Platforms by their names, given by the page, because this layer knows no adapters. */
  @property({ attribute: false }) sites: readonly NamedSite[] = [];
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @state() private choices: RecordChoices = firstChoices;
  /** Whether the person has pressed: from then on what is wrong is said beside its field. */
  @state() private isTried = false;
  @state() private failure = "";

  readonly #current = new StoredItemController(this, recording);
  readonly #mode = new StoredItemController(this, runMode);

  get #recordable(): readonly NamedSite[] {
    return this.sites.filter(({ kind }) => kind !== "search");
  }

  get #siteIds(): readonly string[] {
    return this.#recordable.map(({ id }) => id);
  }

  get #wordFaults(): readonly string[] {
    return this.choices.kind === "words" ? wordFaults(wordsIn(this.choices)) : [];
  }

  async show(): Promise<void> {
    const last = await recordingChoices.getValue();
    this.choices = last ? choicesOf(last, this.#siteIds) : firstChoices;
    this.isTried = false;
    this.failure = "";
    await this.updateComplete;
    this.dialog.showModal();
  }

  async #start(event: Event): Promise<void> {
    event.preventDefault();
    const { choices, collection } = this;
    if (!collection) return;
    this.isTried = true;
    this.failure = "";
    if (faultsOf(choices).length > 0 || this.#wordFaults.length > 0) return this.#toFault();
    const plan = planOf(choices, this.#siteIds);
    const result = await command("startRecording", { collection: collection.id, ...plan });
    if (!result.ok) {
      this.failure = problemText(result.error);
      return;
    }
    await recordingChoices.setValue(plan);
    this.dialog.close();
  }

  async #toFault(): Promise<void> {
    await this.updateComplete;
    const field = this.renderRoot.querySelector(".fault")?.closest("fieldset, form");
    field?.querySelector<HTMLElement>("textarea, input[name=minutes], input[type=checkbox]")?.focus();
  }

  override render(): TemplateResult {
    const { collection } = this;
    if (!collection) return html`${nothing}`;
    return html`<button
        type="button"
        class="button record"
        aria-haspopup="dialog"
        @click=${() => void this.show()}
      >
        ${icon(CircleDot, 14)} ${t("research_record")}
      </button>
      <dialog aria-labelledby="title">${this.#form(collection)}</dialog>`;
  }

  #form({ name, privacy }: Collection): TemplateResult {
    const { choices } = this;
    const context: FieldContext = {
      choices,
      change: (changes) => (this.choices = { ...choices, ...changes }),
      faults: this.isTried ? faultsOf(choices) : [],
    };
    const current = this.#current.value;
    const isPublicOnly = privacy.audience === "public-only";
    return html`<form novalidate @submit=${(event: Event) => void this.#start(event)}>
      <h2 id="title">${t("research_record_title", { name })}</h2>
      ${keepField(context, this.isTried ? this.#wordFaults : [])} ${sitesField(context, this.#recordable)}
      ${sampleField(context)}
      <div>${timeField(context)}</div>
      <ul class="meta permanence">
        <li>${t(isPublicOnly ? "research_record_does" : "research_record_does_any")}</li>
        <li>${t(isPublicOnly ? "research_record_never" : "research_record_never_any")}</li>
      </ul>
      ${this.#mode.value === "on-click" ? html`<p class="note">${t("research_record_on_click")}</p>` : nothing}
      ${
        current
          ? html`<p class="note warn">${t("research_record_instead", { name: current.collectionName })}</p>`
          : nothing
      }
      ${this.failure ? html`<p class="note danger" role="alert">${this.failure}</p>` : nothing}
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>
        <button type="submit" class="button record">${icon(CircleDot, 14)} ${t("research_record_do")}</button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-record-start": RecordStart;
  }
}
