import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Download, Trash, Upload } from "lucide";
import { codingsOfItems, deleteSample, itemsOfSample } from "../../lib/db/research-samples.ts";
import { formatDate, t } from "../../lib/i18n.ts";
import { dayOf } from "../../lib/model/day.ts";
import type { Coding, ReliabilitySample } from "../../lib/model/research/coding.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ResearchItem } from "../../lib/model/research/item.ts";
import { type CodedItem, codedItems } from "../../lib/research/reliability/agreement.ts";
import { readAnswersFile, sampleFile } from "../../lib/research/reliability/sample-file.ts";
import { type TakenAnswers, takeAnswers } from "../../lib/research/reliability/take-answers.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { databaseFailure } from "../parts/database-failure.ts";
import { fileProblem } from "../parts/file-problem.ts";
import { icon } from "../parts/icon.ts";
import { saveAsFile } from "../parts/save-as-file.ts";
import { agreementStyle } from "../styles/agreement.ts";
import { dialogStyle } from "../styles/dialog.ts";
import { shared } from "../styles/shared.ts";
import "./bt-agreement-differences.ts";
import "./bt-agreement-figures.ts";
import "./bt-coding-task.ts";
import { type CodingDesk, sampleDesk } from "./coding-desk.ts";

interface Said {
  readonly items: readonly ResearchItem[];
  readonly codings: readonly Coding[];
  /** Who has coded something of it, the collection's own coder first. */
  readonly coders: readonly string[];
}

/** What is compared just now. */
interface Comparison {
  readonly said: Said;
  readonly coders: readonly string[];
  readonly items: readonly CodedItem[];
}

function saidOf(items: readonly ResearchItem[], codings: readonly Coding[], own: string): Said {
  const names = new Set(codings.map(({ coder }) => coder));
  const coders = [...(names.has(own) ? [own] : []), ...[...names].filter((name) => name !== own).toSorted()];
  return { items, codings, coders };
}

function takenWords({ coder, taken, unknown }: TakenAnswers): string {
  const words = t("research_answers_taken", { coder, count: taken });
  return unknown > 0 ? `${words} ${t("research_answers_unknown", { count: unknown })}` : words;
}

/** One drawn sample: coded by oneself, handed to others as a file, compared. */
@customElement("bt-agreement-sample")
export class AgreementSample extends LitElement {
  static override readonly styles = [shared, dialogStyle, agreementStyle];

  @property({ attribute: false }) collection: Collection | undefined;
  @property({ attribute: false }) sample: ReliabilitySample | undefined;
  @query("input[type=file]") private readonly file!: HTMLInputElement;
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @state() private desk: CodingDesk | undefined;
  /** Names that are not to be compared. */
  @state() private leftOut: ReadonlySet<string> = new Set();
  @state() private message = "";
  @state() private failure = "";
  @state() private isDeleting = false;
  readonly #items = new LiveQueryController(this, {
    args: () => (this.sample ? ([this.sample] as const) : undefined),
    query: async ([sample]) => itemsOfSample(databases().research, sample),
  });
  readonly #codings = new LiveQueryController(this, {
    args: () => this.#items.value && ([this.#items.value.map(({ seq }) => seq)] as const),
    query: async ([seqs]) => codingsOfItems(databases().research, seqs),
  });
  #compared: Comparison | undefined;

  /** Equal objects for equal input: figures are worked out anew only for others. */
  #comparison(said: Said): Comparison {
    const coders = said.coders.filter((name) => !this.leftOut.has(name));
    const before = this.#compared;
    if (before?.said.codings === said.codings && before.coders.join("\n") === coders.join("\n"))
      return before;
    return (this.#compared = { said, coders, items: codedItems(said.codings, coders) });
  }

  async #code(): Promise<void> {
    if (!this.collection || !this.sample) return;
    this.desk = await sampleDesk(this.collection, this.sample);
    await this.updateComplete;
    this.dialog.showModal();
  }

  async #save(items: readonly ResearchItem[]): Promise<void> {
    if (!this.collection || !this.sample) return;
    const nowMs = Date.now();
    saveAsFile(
      await sampleFile(this.sample, this.collection, items, nowMs),
      `backtalk-sample-${dayOf(nowMs)}.json`,
    );
    this.message = t("research_sample_saved");
  }

  async #read(): Promise<void> {
    const [file] = this.file.files ?? [];
    if (!file || !this.collection) return;
    const read = await readAnswersFile(await file.text());
    this.file.value = "";
    if (!read.ok) {
      this.failure = fileProblem(read.error);
      return;
    }
    const { collection } = this;
    let isOfOther = false;
    this.failure = await databaseFailure(async () => {
      const taken = await takeAnswers(databases().research, collection, read.value);
      this.message = taken.ok ? takenWords(taken.value) : "";
      isOfOther = !taken.ok;
    });
    if (isOfOther) this.failure = t("research_answers_elsewhere");
  }

  async #delete(): Promise<void> {
    const { sample, isDeleting } = this;
    this.isDeleting = true;
    if (!isDeleting || !sample) return;
    this.failure = await databaseFailure(async () => deleteSample(databases().research, sample.id));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("sample")) return;
    this.isDeleting = false;
    this.message = "";
    this.failure = "";
    this.leftOut = new Set();
  }

  #leaveOut(name: string, isOut: boolean): void {
    this.leftOut = new Set([...this.leftOut].filter((each) => each !== name).concat(isOut ? [name] : []));
  }

  override render(): TemplateResult {
    const { collection, sample } = this;
    const items = this.#items.value;
    const codings = this.#codings.value;
    if (!collection || !sample || !items || !codings) return html`${nothing}`;
    const said = saidOf(items, codings, collection.coder);
    const done = codings.filter(({ coder }) => coder === collection.coder).length;
    return html`<section>
      <h3>${t("research_sample_title", { count: said.items.length, date: formatDate(sample.createdAt) })}</h3>
      <p class="meta">
        ${t(sample.isWhole ? "research_sample_of_all" : "research_sample_of_some", { seed: sample.seed })}
        ${t("research_sample_own", { count: said.items.length, done })}
      </p>
      ${
        sample.codebook === collection.codebook.version
          ? nothing
          : html`<p class="note warn">
              ${t("research_sample_codebook", { before: sample.codebook, version: collection.codebook.version })}
            </p>`
      }
      ${this.#acts(said.items)}
      <p class="meta" role="status">${this.message}</p>
      ${this.failure ? html`<p class="note danger" role="alert">${this.failure}</p>` : nothing}
      ${said.coders.length > 1 ? this.#agreement(said, collection) : html`<p class="meta">${t("research_sample_alone")}</p>`}
      <dialog class="coding" aria-labelledby="task" @close=${() => (this.desk = undefined)}>
        ${
          this.desk
            ? html`<h2 id="task">${t("research_task_title", { name: this.desk.name })}</h2>
                <bt-coding-task .desk=${this.desk} @bt-done=${() => this.dialog.close()}></bt-coding-task>`
            : nothing
        }
      </dialog>
    </section>`;
  }

  #acts(items: readonly ResearchItem[]): TemplateResult {
    return html`<div class="row">
      <button type="button" class="button" @click=${() => void this.#code()}>
        ${t("research_sample_code")}
      </button>
      <button type="button" class="button" @click=${() => void this.#save(items)}>
        ${icon(Download, 14)} ${t("research_sample_save")}
      </button>
      <button type="button" class="button" @click=${() => this.file.click()}>
        ${icon(Upload, 14)} ${t("research_answers_read")}
      </button>
      <input type="file" accept=".json,application/json" hidden @change=${() => void this.#read()} />
      <button type="button" class="button" @click=${() => void this.#delete()}>
        ${icon(Trash, 14)} ${t(this.isDeleting ? "research_sample_delete_sure" : "research_sample_delete")}
      </button>
    </div>`;
  }

  #agreement(said: Said, { codebook }: Collection): TemplateResult {
    const { coders, items } = this.#comparison(said);
    return html`<fieldset>
        <legend class="meta">${t("research_agreement_whom")}</legend>
        <div class="row">
          ${said.coders.map(
            (name) =>
              html`<label class="check">
                <input
                  type="checkbox"
                  .checked=${!this.leftOut.has(name)}
                  @change=${(event: Event) => this.#leaveOut(name, !(event.target as HTMLInputElement).checked)}
                />
                <bdi>${name}</bdi>
              </label>`,
          )}
        </div>
      </fieldset>
      <bt-agreement-figures .items=${items} .coders=${coders} .codebook=${codebook}></bt-agreement-figures>
      <h3>${t("research_differences")}</h3>
      <bt-agreement-differences
        .coded=${items}
        .items=${said.items}
        .codebook=${codebook}
      ></bt-agreement-differences>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-agreement-sample": AgreementSample;
  }
}
