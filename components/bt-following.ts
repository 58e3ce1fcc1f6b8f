import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { BellOff, Check } from "lucide";
import { markSeen, unfollow } from "../lib/db/follows.ts";
import { formatAge, formatDate, t } from "../lib/i18n.ts";
import { type Follow, type FollowNews, unseenNews } from "../lib/model/follow.ts";
import "./bt-notices.ts";
import { followsController } from "./controllers/follows.ts";
import { databases } from "./databases.ts";
import { icon } from "./parts/icon.ts";
import { readingError } from "./parts/reading-error.ts";
import { recordLink } from "./parts/record-link.ts";
import { sampleTag } from "./parts/sample-tag.ts";
import { followingStyle } from "./styles/following.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** Brands that the person follows, and what daily files told of each. Stands in "Yours" and in the options. */
@customElement("bt-following")
export class Following extends LitElement {
  static override readonly styles = [shared, sectionStyle, followingStyle];

  @state() private message = "";
  readonly #nowMs = Date.now();
  readonly #follows = followsController(this);

  /** What was pressed is gone afterwards: the focus goes to the title above it. */
  async #done(message: string): Promise<void> {
    this.message = message;
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  async #seen({ brandId, name }: Follow): Promise<void> {
    await markSeen(databases().personal, brandId);
    await this.#done(t("follow_seen_done", { name }));
  }

  async #unfollow({ brandId, name }: Follow): Promise<void> {
    await unfollow(databases().personal, brandId);
    await this.#done(t("unfollowed", { name }));
  }

  override render(): TemplateResult {
    const { error, value: follows } = this.#follows;
    return html`<section id="following" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${t("options_following")}</h2>
      <p class="hint">${t("following_hint")}</p>
      <p class="meta" role="status">${this.message}</p>
      ${error ? html`<p role="alert">${readingError(error)}</p>` : nothing}
      ${follows?.length === 0 ? html`<p class="meta none">${t("following_none")}</p>` : nothing}
      <ul class="items">
        ${repeat(
          follows ?? [],
          ({ brandId }) => brandId,
          (follow) => this.#brand(follow),
        )}
      </ul>
      <bt-notices about="follow"></bt-notices>
    </section>`;
  }

  #brand(follow: Follow): TemplateResult {
    const { followedAt, name, news } = follow;
    return html`<li class="card">
      <div class="top">
        <strong dir="auto"><bdi>${name}</bdi></strong>
        <span class="meta">${t("followed_since", { when: formatDate(followedAt) })}</span>
      </div>
      ${
        news.length === 0
          ? html`<p class="meta">${t("follow_no_news")}</p>`
          : html`<ul class="news" aria-label=${t("follow_news_of", { name })}>
              ${news.map((each) => this.#news(each, name))}
            </ul>`
      }
      <div class="acts">
        ${
          unseenNews([follow]) > 0
            ? html`<button
                type="button"
                class="text-button"
                aria-label=${t("follow_seen_label", { name })}
                @click=${() => void this.#seen(follow)}
              >
                ${icon(Check, 14)} ${t("follow_seen")}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="text-button"
          aria-label=${t("unfollow_label", { name })}
          @click=${() => void this.#unfollow(follow)}
        >
          ${icon(BellOff, 14)} ${t("unfollow")}
        </button>
      </div>
    </li>`;
  }

  #news(
    { at, count = 0, foundAt, isSample, isSeen, kind, title = "", url = "" }: FollowNews,
    name: string,
  ): TemplateResult {
    return html`<li class=${isSeen ? "seen" : ""}>
      <div class="top">
        ${isSeen ? nothing : html`<span class="tag accent">${t("follow_new")}</span>`}
        ${isSample ? sampleTag() : nothing}
        <span class="meta when">${formatAge(at ?? foundAt, this.#nowMs)}</span>
      </div>
      <p>
        ${kind === "recall" ? html`${t("fact_kind_recall")}: ${recordLink(title, url)}` : nothing}
        ${kind === "busy" ? t("follow_busy", { count }) : nothing}
        ${kind === "answer" ? t("follow_answer", { name, count }) : nothing}
      </p>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-following": Following;
  }
}
