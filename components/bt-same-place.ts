import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Undo2 } from "lucide";
import { type GroupReading, readGroups } from "../lib/db/weighed.ts";
import { formatScore, t } from "../lib/i18n.ts";
import type { PlaceQuestion, ReviewedPlace } from "../lib/model/behind.ts";
import { placeAnswer, type CorrectedTo, type Correction } from "../lib/model/correction.ts";
import type { Result } from "../lib/model/result.ts";
import { figureOf } from "../lib/model/summary.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import { command } from "./commands.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { wantWeights } from "./controllers/want-weights.ts";
import { databases } from "./databases.ts";
import { correctedText } from "./parts/correction-words.ts";
import { icon } from "./parts/icon.ts";
import { problemText } from "./parts/problem-text.ts";
import { stars, starsStyle } from "./parts/stars.ts";
import { shared } from "./styles/shared.ts";

/**
 * "Is this the place?": places in the local copy that may be the one the page is about. A yes adds their reviews to
 * this page, a no is the end of it; both are remembered and can be taken back.
 */
@customElement("bt-same-place")
export class SamePlace extends LitElement {
  static override readonly styles = [
    shared,
    starsStyle,
    css`
      section {
        margin: 0.75rem 1rem;
      }

      ul {
        display: grid;
        gap: 0.75rem;
        margin-block: 0.5rem;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        justify-items: start;
        gap: 0.25rem;
      }

      .name {
        font: var(--bt-label);
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      .figure {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.375rem;
      }

      a {
        display: inline-flex;
        align-items: center;
        min-block-size: 1.5rem;
      }

      section > .meta {
        margin-block-start: 0.5rem;
      }

      .said {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.25rem 0.75rem;
        margin: 0.5rem 1rem;
      }

      .said span {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) state!: TabState;
  /** `undefined` until the page's texts were read, and where there is nothing to ask. */
  @property({ attribute: false }) question: PlaceQuestion | undefined;
  @state() private busy = false;
  @state() private failure = "";

  readonly #figures = new LiveQueryController(this, {
    args: () => {
      const places = this.#answer ? [] : (this.question?.places ?? []);
      return places.length > 0 ? ([places.map(({ keys }) => keys)] as const) : undefined;
    },
    query: ([places]) =>
      readGroups(
        databases().community,
        places.map((keys) => ({ keys })),
      ),
  });

  constructor() {
    super();
    wantWeights(this, () =>
      this.state?.isPrivate ? undefined : this.#figures.value?.map(({ group }) => group),
    );
  }

  get #answer(): Correction | undefined {
    return placeAnswer(this.state.corrections ?? []);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("state") && changed.get("state")?.url !== this.state.url) this.failure = "";
  }

  async #say(to: CorrectedTo, { scope }: PlaceQuestion): Promise<void> {
    await this.#send(command("correctBrand", { scope, to, isPrivate: this.state.isPrivate === true }));
  }

  async #takeBack({ id }: Correction): Promise<void> {
    await this.#send(command("uncorrectBrand", { id, isPrivate: this.state.isPrivate === true }));
  }

  async #send(sent: Promise<Result<unknown>>): Promise<void> {
    this.busy = true;
    const result = await sent;
    this.busy = false;
    this.failure = result.ok ? "" : problemText(result.error);
  }

  /** What people wrote about a place; `undefined` until it was read, and where nothing is left of it. */
  #readingOf(place: ReviewedPlace): GroupReading | undefined {
    const reading = this.#figures.value?.[this.question?.places.indexOf(place) ?? -1];
    return reading && reading.summary.count + reading.summary.generated > 0 ? reading : undefined;
  }

  override render(): TemplateResult {
    const { question } = this;
    const answer = this.#answer;
    const failure = this.failure ? html`<p class="note danger" role="alert">${this.failure}</p>` : nothing;
    if (answer)
      return html`<div role="status">${this.#said(answer)}</div>
        ${failure}`;
    if (!question) return html`${nothing}`;
    const places = question.places.filter((place) => this.#readingOf(place));
    if (places.length === 0) return html`${nothing}`;
    const isSole = places.length === 1;
    const no = this.#no(question, isSole ? "same_place_no_sole" : "same_place_no");
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${t("same_place_title")}</h2>
      <p>${t("same_place_text")}</p>
      <ul>
        ${places.map((place) => this.#place(question, place, isSole ? no : nothing))}
      </ul>
      ${isSole ? nothing : no}
      <p class="meta">${t(this.state.isPrivate ? "correction_private" : "same_place_kept")}</p>
      ${failure}
    </section>`;
  }

  #said(answer: Correction): TemplateResult {
    return html`<p class="said meta">
      <span dir="auto">${correctedText(answer)}</span>
      <button type="button" class="link" ?disabled=${this.busy} @click=${() => void this.#takeBack(answer)}>
        ${icon(Undo2, 14)} ${t("correction_remove")}
      </button>
    </p>`;
  }

  #no(question: PlaceQuestion, words: "same_place_no" | "same_place_no_sole"): TemplateResult {
    return html`<button
      type="button"
      class="button"
      ?disabled=${this.busy}
      @click=${() => void this.#say({ kind: "none" }, question)}
    >
      ${t(words)}
    </button>`;
  }

  /** @param no - What stands beside the yes. */
  #place(question: PlaceQuestion, place: ReviewedPlace, no: TemplateResult | typeof nothing): TemplateResult {
    const { metres, point } = place;
    const { summary, row } = this.#readingOf(place) ?? {};
    const name = shownName(place);
    const to: CorrectedTo = { kind: "place", point, ...(place.name !== undefined && { name }) };
    const figure = figureOf(summary, row?.votes);
    return html`<li>
      <bdi class="name" dir="auto">${name}</bdi>
      <span class="figure meta">
        ${figure.kind === "score" ? html`${formatScore(figure.score)} ${stars(figure.score, 11)}` : nothing}
        ${t("reviews", { count: (summary?.count ?? 0) + (summary?.generated ?? 0) })}
      </span>
      <span class="meta"
        >${
          metres === undefined
            ? t("same_place_same_name")
            : t("same_place_metres", { metres: Math.round(metres) })
        }</span
      >
      <a class="meta" href=${mapOf(place)} target="_blank" rel="noreferrer noopener"
        >${t("same_place_map")}</a
      >
      <div class="row">
        <button
          type="button"
          class="button"
          aria-label=${t("same_place_yes_label", { name })}
          ?disabled=${this.busy}
          @click=${() => void this.#say(to, question)}
        >
          ${t("same_place_yes")}
        </button>
        ${no}
      </div>
    </li>`;
  }
}

/** Keys are in lower case; a name is read more easily with capitals. */
function shownName({ name }: ReviewedPlace): string {
  return name === undefined
    ? t("same_place_nameless")
    : name.replaceAll(/(?<=^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function mapOf({ point: { latitude, longitude } }: ReviewedPlace): string {
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-same-place": SamePlace;
  }
}
