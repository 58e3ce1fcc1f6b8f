import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ChevronDown } from "lucide";
import { t } from "../lib/i18n.ts";
import type { Thread } from "../lib/model/conversation.ts";
import type { Story } from "../lib/threads/story.ts";
import { GrowingListController } from "./controllers/growing-list.ts";
import { icon } from "./parts/icon.ts";
import { storyItem } from "./parts/story.ts";
import { shared } from "./styles/shared.ts";
import { storyStyle } from "./styles/story.ts";

/** Stories at first, and with each step. */
const step = 15;

/** Stories in the order in which they come; what looks like advertising folded below. Fires `read` with a thread. */
@customElement("bt-story-list")
export class StoryList extends LitElement {
  static override readonly styles = [
    shared,
    storyStyle,
    css`
      .ads {
        margin: 0.75rem 1rem 0.25rem;
      }

      .sentinel {
        block-size: 1px;
      }
    `,
  ];

  /** Sorted: those that weigh less stand last. */
  @property({ attribute: false }) stories: readonly Story[] = [];
  @property({ attribute: false }) names: ReadonlyMap<string, string> = new Map();
  @property({ type: Number }) nowMs = Date.now();
  /** What the person asked for: when it changes, the list begins anew. */
  @property({ attribute: false }) asked: unknown;
  @state() private withAds = false;
  readonly #growing = new GrowingListController(this, step);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("asked")) this.#growing.reset();
    else if (changed.has("stories")) this.#keepShown(changed.get("stories") ?? []);
  }

  /** Answers that come later may belong before what is being read: it must not go, and the focus with it. */
  #keepShown(before: readonly Story[]): void {
    const last = before.slice(0, this.#growing.count).at(-1);
    if (last) this.#growing.keep(this.stories.findIndex(({ key }) => key === last.key));
  }

  /** Puts the focus on the story that a conversation belongs to, or on the first. */
  focusThread(key: string): void {
    const titles = this.shadowRoot?.querySelectorAll<HTMLElement>(".title");
    const at = this.stories.findIndex(({ threads }) => threads.some(({ thread }) => thread.key === key));
    (titles?.[at] ?? titles?.[0])?.focus();
  }

  readonly #onRead = (detail: Thread): void => {
    this.dispatchEvent(new CustomEvent("read", { detail }));
  };

  override render(): TemplateResult {
    const ads = this.stories.filter(({ weighsLess }) => weighsLess.length > 0);
    const talk = this.stories.slice(0, this.stories.length - ads.length);
    const shown = talk.slice(0, this.#growing.count);
    return html`<div role="list" aria-label=${t("talk_list_label")}>${this.#items(shown)}</div>
      ${shown.length < talk.length ? html`<div class="sentinel"></div>` : nothing}
      ${ads.length > 0 && shown.length === talk.length ? this.#ads(ads) : nothing}`;
  }

  #items(stories: readonly Story[]): unknown {
    const context = { nowMs: this.nowMs, names: this.names, onRead: this.#onRead };
    return repeat(
      stories,
      ({ key }) => key,
      (story) => html`<div role="listitem">${storyItem(story, context)}</div>`,
    );
  }

  #ads(ads: readonly Story[]): TemplateResult {
    return html`<button
        type="button"
        class="text-button ads"
        aria-expanded=${this.withAds}
        @click=${() => (this.withAds = !this.withAds)}
      >
        ${t("talk_ads", { count: ads.length })} ${icon(ChevronDown, 12)}
      </button>
      ${this.withAds ? html`<div role="list" aria-label=${t("talk_ads_label")}>${this.#items(ads)}</div>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-story-list": StoryList;
  }
}
