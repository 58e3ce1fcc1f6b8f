import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Undo2 } from "lucide";
import { placeScope } from "../lib/brands/corrections.ts";
import { placeCandidates, type PlaceCandidate } from "../lib/brands/same-place.ts";
import { placeKeys } from "../lib/db/places.ts";
import { summariesOf } from "../lib/db/summaries.ts";
import { formatScore, t } from "../lib/i18n.ts";
import type { PlaceOnPage } from "../lib/model/behind.ts";
import type { Correction, CorrectedTo } from "../lib/model/correction.ts";
import type { Result } from "../lib/model/result.ts";
import { figureOf, joinSummaries, type Summary } from "../lib/model/summary.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import { command } from "./commands.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { databases } from "./databases.ts";
import { correctedText } from "./parts/correction-words.ts";
import { icon } from "./parts/icon.ts";
import { problemText } from "./parts/problem-text.ts";
import { stars, starsStyle } from "./parts/stars.ts";
import { shared } from "./styles/shared.ts";

interface ReviewedPlace {
  readonly candidate: PlaceCandidate;
  readonly summary: Summary;
}

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
  /** The place that the page's texts give; `undefined` until they were read, and where they give none. */
  @property({ attribute: false }) place: PlaceOnPage | undefined;
  @state() private busy = false;
  @state() private failure = "";

  readonly #places = new LiveQueryController(this, {
    args: () => (this.place && !this.#answer ? this.#asked(this.place) : undefined),
    query: ([latitude, longitude, names]) =>
      reviewedPlaces(
        latitude === undefined || longitude === undefined ? undefined : { latitude, longitude },
        names,
      ),
  });

  get #answer(): Correction | undefined {
    const answers = (this.state.corrections ?? []).filter(({ scope }) => scope.kind === "place");
    return answers.toSorted((a, b) => b.id.length - a.id.length)[0];
  }

  #asked({ name, point }: PlaceOnPage): readonly [number | undefined, number | undefined, readonly string[]] {
    const { brand, shop } = this.state.resolution;
    const names = [name, (shop ?? brand)?.name].filter((each) => each !== undefined);
    return [point?.latitude, point?.longitude, names];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("state") && changed.get("state")?.url !== this.state.url) this.failure = "";
  }

  async #say(to: CorrectedTo): Promise<void> {
    const { siteKey, url, isPrivate = false } = this.state;
    if (siteKey === undefined) return;
    await this.#send(command("correctBrand", { scope: placeScope(url, siteKey), to, isPrivate }));
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

  override render(): TemplateResult {
    const answer = this.#answer;
    const places = this.#places.value ?? [];
    const failure = this.failure ? html`<p class="note danger" role="alert">${this.failure}</p>` : nothing;
    if (answer)
      return html`<div role="status">${this.#said(answer)}</div>
        ${failure}`;
    if (places.length === 0 || this.state.siteKey === undefined) return html`${nothing}`;
    const isSole = places.length === 1;
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${t("same_place_title")}</h2>
      <p>${t("same_place_text")}</p>
      <ul>
        ${places.map((place) => this.#candidate(place, isSole ? this.#no("same_place_no_sole") : nothing))}
      </ul>
      ${isSole ? nothing : this.#no("same_place_no")}
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

  #no(words: "same_place_no" | "same_place_no_sole"): TemplateResult {
    return html`<button
      type="button"
      class="button"
      ?disabled=${this.busy}
      @click=${() => void this.#say({ kind: "none" })}
    >
      ${t(words)}
    </button>`;
  }

  /** @param no - What stands beside the yes. */
  #candidate({ candidate, summary }: ReviewedPlace, no: TemplateResult | typeof nothing): TemplateResult {
    const { metres, point } = candidate;
    const name = shownName(candidate);
    const figure = figureOf(summary);
    return html`<li>
      <bdi class="name" dir="auto">${name}</bdi>
      <span class="figure meta">
        ${figure.kind === "score" ? html`${formatScore(figure.score)} ${stars(figure.score, 11)}` : nothing}
        ${t("reviews", { count: summary.count + summary.generated })}
      </span>
      <span class="meta"
        >${
          metres === undefined
            ? t("same_place_same_name")
            : t("same_place_metres", { metres: Math.round(metres) })
        }</span
      >
      <a class="meta" href=${mapOf(candidate)} target="_blank" rel="noreferrer noopener"
        >${t("same_place_map")}</a
      >
      <div class="row">
        <button
          type="button"
          class="button"
          aria-label=${t("same_place_yes_label", { name })}
          ?disabled=${this.busy}
          @click=${() => void this.#say({ kind: "place", point, ...(candidate.name !== undefined && { name }) })}
        >
          ${t("same_place_yes")}
        </button>
        ${no}
      </div>
    </li>`;
  }
}

async function reviewedPlaces(
  point: PlaceOnPage["point"],
  names: readonly string[],
): Promise<readonly ReviewedPlace[]> {
  const { community } = databases();
  const candidates = placeCandidates(point, names, await placeKeys(community, point));
  const places = candidates.map(async (candidate) => {
    const summary = joinSummaries(candidate.keys[0]!, await summariesOf(community, candidate.keys));
    return { candidate, summary };
  });
  return (await Promise.all(places)).filter(({ summary }) => summary.count + summary.generated > 0);
}

/** Keys are in lower case; a name is read more easily with capitals. */
function shownName({ name }: PlaceCandidate): string {
  return name === undefined
    ? t("same_place_nameless")
    : name.replaceAll(/(?<=^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function mapOf({ point: { latitude, longitude } }: PlaceCandidate): string {
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-same-place": SamePlace;
  }
}
