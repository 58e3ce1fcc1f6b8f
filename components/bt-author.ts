import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { ArrowLeft, Globe, Star } from "lucide";
import { type AuthorFigures, authorFigures } from "../lib/db/author-page.ts";
import { formatDate, formatList, formatNumber, t } from "../lib/i18n.ts";
import type { KeyProof } from "../lib/model/person.ts";
import "./bt-author-acts.ts";
import "./bt-author-writings.ts";
import { CircleController } from "./controllers/circle.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { namesController } from "./controllers/names.ts";
import { databases } from "./databases.ts";
import { nameSigns } from "./parts/author-button.ts";
import type { AuthorRequest } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { keyGroups } from "./parts/name.ts";
import { sampleTag } from "./parts/sample-tag.ts";
import { outLink } from "./parts/web-link.ts";
import { authorStyle } from "./styles/author.ts";
import { authorLineStyle } from "./styles/author-line.ts";
import { shared } from "./styles/shared.ts";

/** Everything that one key wrote, from the local copy. Asks nobody. Fires `back`. */
@customElement("bt-author")
export class AuthorView extends LitElement {
  static override readonly styles = [shared, authorLineStyle, authorStyle];

  @property({ attribute: false }) request!: AuthorRequest;
  /** Inside a page and of private windows nothing is changed. */
  @property({ type: Boolean }) readonly = false;
  /** There is something to go back to, and a composer to answer with. */
  @property({ type: Boolean }) inSidebar = false;
  @query("h2") private readonly heading!: HTMLElement;
  readonly #circle = new CircleController(this);
  readonly #names = namesController(this, () => [this.#writer]);
  readonly #figures = new LiveQueryController(this, {
    args: () => [this.request.author] as const,
    query: ([author]) => authorFigures(databases().community, author),
  });

  /** The view takes the focus when it opens. */
  override focus(options?: FocusOptions): void {
    this.heading.focus(options);
  }

  #back(): void {
    this.dispatchEvent(new CustomEvent("back"));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || !this.inSidebar) return;
    event.preventDefault();
    this.#back();
  };

  get #kid(): string | undefined {
    const { author, kid } = this.request;
    return kid ?? this.#figures.value?.kid ?? this.#circle.personOf(author)?.kid;
  }

  /** The name they are found by here, else the one they use most, else what was known when they were followed. */
  get #writer(): { readonly author: string; readonly nickname: string } {
    const { author, name } = this.request;
    const known = this.#circle.personOf(author)?.name;
    return { author, nickname: name ?? this.#figures.value?.nicknames[0] ?? known ?? "" };
  }

  override render(): TemplateResult {
    const shown = this.#names.of(this.#writer);
    const { author } = this.request;
    const figures = this.#figures.value;
    return html`<section aria-labelledby="title" @keydown=${this.#onKey}>
      ${
        this.inSidebar
          ? html`<button type="button" class="text-button back" @click=${() => this.#back()}>
              ${icon(ArrowLeft, 14)} ${t("author_back")}
            </button>`
          : nothing
      }
      <header>
        <div class="top">
          <h2 id="title" class=${shown.isKey ? "key" : ""} tabindex="-1" dir="auto">
            <bdi>${shown.text}</bdi>
          </h2>
          ${nameSigns(shown)} ${figures?.isSample ? sampleTag() : nothing}
        </div>
        <p class="meta">${t("author_key")} <code class="groups" dir="ltr">${keyGroups(author)}</code></p>
        ${figures ? this.#about(figures) : nothing} ${this.#proofs()}
        ${
          this.readonly
            ? nothing
            : html`<bt-author-acts
                .author=${author}
                .kid=${this.#kid}
                .nickname=${this.#writer.nickname}
                .label=${shown.label}
              ></bt-author-acts>`
        }
      </header>
      ${this.#figures.error ? html`<p class="pad" role="alert">${t("error_read")}</p>` : nothing}
      <bt-author-writings
        .author=${author}
        ?readonly=${this.readonly || !this.inSidebar}
      ></bt-author-writings>
    </section>`;
  }

  #about(figures: AuthorFigures): TemplateResult {
    const { brands, firstAt, isMore, nicknames, replies, reviews } = figures;
    if (firstAt === undefined) return html`<p class="meta">${t("author_nothing")}</p>`;
    const facts = [
      t("author_since", { date: formatDate(firstAt * 1000) }),
      ...(reviews > 0
        ? [t("author_reviews_count", { count: reviews }), t("author_brands", { count: brands })]
        : []),
      ...(replies > 0 ? [t("author_replies_count", { count: replies })] : []),
    ];
    return html`<p class="meta">${facts.join(" · ")}${isMore ? ` · ${t("author_more")}` : ""}</p>
      ${nicknames.length > 1 ? html`<p class="meta" dir="auto">${this.#nicknames(nicknames)}</p>` : nothing}
      ${spread(figures.stars)}
      <p class="meta">${t("author_not_checked")}</p>`;
  }

  #nicknames(nicknames: readonly string[]): string {
    return t("author_nicknames", {
      names: formatList(nicknames.slice(0, 5).map((name) => `\u2068${name}\u2069`)),
    });
  }

  #proofs(): TemplateResult {
    const { proven = [] } = this.#circle.personOf(this.request.author) ?? {};
    if (proven.length === 0) return html`${nothing}`;
    return html`<ul class="proofs meta">
      ${proven.map((proof) => html`<li>${icon(Globe, 14)} <span>${proofWords(proof)}</span></li>`)}
    </ul>`;
  }
}

function proofWords({ address, seenAt }: KeyProof): TemplateResult {
  const link = outLink(`https://${address}`, html`<bdi dir="ltr">${address}</bdi>`);
  return html`${link} ${t("proof_seen", { date: formatDate(seenAt) })}`;
}

/** How their stars are spread, in one line of five small columns, each with its number. */
function spread(stars: readonly number[]): TemplateResult {
  const most = Math.max(...stars, 1);
  if (stars.every((count) => count === 0)) return html`${nothing}`;
  return html`<ul class="spread" aria-label=${t("author_stars")}>
    ${stars.map(
      (count, index) =>
        html`<li>
          <span class="sr-only"
            >${t("author_stars_item", { stars: t("star_value", { count: index + 1 }), reviews: t("reviews", { count }) })}</span
          >
          <span class="column" aria-hidden="true"><i style="block-size:${(100 * count) / most}%"></i></span>
          <span aria-hidden="true">${formatNumber(count)}</span>
          <span class="star" aria-hidden="true">${formatNumber(index + 1)} ${icon(Star, 10)}</span>
        </li>`,
    )}
  </ul>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-author": AuthorView;
  }
}
