import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { ChevronDown, Trash2, UserSearch, X } from "lucide";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ResearchItem } from "../../lib/model/research/item.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { icon } from "../parts/icon.ts";
import { langOf } from "../parts/language.ts";
import { itemContextStyle } from "../styles/item-context.ts";
import { shared } from "../styles/shared.ts";
import "./bt-coding.ts";
import "./bt-delete-items.ts";
import "./bt-privacy-original.ts";
import type { DeleteItems } from "./bt-delete-items.ts";
import { type Provenance, provenanceLines, versionTime } from "./item-provenance.ts";
import { markedText, runsOf } from "./marked-text.ts";
import { readFailure } from "./read-failure.ts";
import { tell } from "./workspace-events.ts";

type CodingPart = "codes" | "note";

/** One item as it was said, where it comes from, and what the researcher makes of it. Fires `close`, `bt-filter`. */
@customElement("bt-item-context")
export class ItemContext extends LitElement {
  static override readonly styles = [shared, itemContextStyle];

  @property({ type: Number }) seq: number | undefined;
  @property({ attribute: false }) collection!: Collection;
  @query("h2") private readonly heading!: HTMLElement;
  @query("bt-delete-items") private readonly deletion!: DeleteItems;

  readonly #item = new LiveQueryController(this, {
    args: () => (this.seq === undefined ? undefined : ([this.seq, this.collection.coder] as const)),
    query: async ([seq, coder]): Promise<Provenance | "gone"> => {
      const { research } = databases();
      const item = await research.items.get(seq);
      if (!item) return "gone";
      const [coding, session, view] = await Promise.all([
        research.codings.get([seq, coder]),
        item.session === undefined ? undefined : research.sessions.get(item.session),
        item.view === undefined ? undefined : research.views.get(item.view),
      ]);
      return { item, coding, session, view };
    },
  });

  #wanted: CodingPart | undefined;

  override focus(): void {
    this.heading.focus();
  }

  /** Moves the focus to where codes or the note are given, as soon as the item is there. */
  focusCoding(part: CodingPart): void {
    this.#wanted = part;
    this.requestUpdate();
  }

  override updated(): void {
    const coding = this.renderRoot.querySelector("bt-coding");
    const part = this.#wanted;
    const { value } = this.#item;
    if (!coding || part === undefined || value === "gone" || value?.item.seq !== this.seq) return;
    this.#wanted = undefined;
    void (part === "codes" ? coding.focusCodes() : coding.focusNote());
  }

  override render(): TemplateResult {
    return html`<div class="head">
        <h2 tabindex="-1">${t("research_column_text")}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label=${t("close")}
          @click=${() => this.dispatchEvent(new CustomEvent("close"))}
        >
          ${icon(X)}
        </button>
      </div>
      ${this.#inside()}
      <bt-delete-items></bt-delete-items>`;
  }

  #inside(): TemplateResult {
    const { error, value } = this.#item;
    if (error !== undefined) return readFailure(error, () => this.#item.restart());
    if (value === undefined) return html`${nothing}`;
    if (value === "gone") return html`<p class="meta">${t("research_item_gone")}</p>`;
    return this.#shown(value);
  }

  #shown(provenance: Provenance): TemplateResult {
    const { item } = provenance;
    return html`<blockquote class="quote">
        <span class="said" lang=${langOf(item.lang)} dir="auto"
          >${markedText(runsOf(item))}${item.truncated ? html`<span class="pale"> …</span>` : nothing}</span
        >
      </blockquote>
      ${item.versions.length > 0 ? versions(item) : nothing}
      <bt-coding .item=${item} .collection=${this.collection}></bt-coding>
      <dl>
        ${item.author === undefined ? nothing : this.#author(item.author)}
        ${provenanceLines(provenance).map(
          ([label, words]) =>
            html`<dt>${t(label)}</dt>
              <dd>${words}</dd>`,
        )}
      </dl>
      <bt-privacy-original .item=${item} .collection=${this.collection}></bt-privacy-original>
      <div class="row">
        <button
          type="button"
          class="text-button"
          aria-haspopup="dialog"
          @click=${() => void this.deletion.ask([item.seq])}
        >
          ${icon(Trash2, 14)} ${t("research_item_delete")}
        </button>
      </div>`;
  }

  #author(author: string): TemplateResult {
    const isPseudonym = this.collection.privacy.pseudonymise && author.startsWith("p-");
    return html`<dt>${t("research_column_author")}</dt>
      <dd class="author">
        <bdi>${author}</bdi>
        ${isPseudonym ? html`<span class="pale">${t("research_pseudonym")}</span>` : nothing}
        <button
          type="button"
          class="text-button"
          aria-label=${t("research_only_author_label", { author })}
          @click=${() => tell(this, "bt-filter", { change: { authors: [author] } })}
        >
          ${icon(UserSearch, 14)} ${t("research_only_author")}
        </button>
      </dd>`;
  }
}

function versions({ lang, versions: all }: ResearchItem): TemplateResult {
  return html`<details>
    <summary class="meta">
      ${t("research_versions", { count: all.length })} <span class="chevron">${icon(ChevronDown, 14)}</span>
    </summary>
    ${all.toReversed().map(
      ({ text, ...seen }) =>
        html`<div class="version">
          <p class="meta">${versionTime(seen)}</p>
          <blockquote class="quote">
            <span class="said" lang=${langOf(lang)} dir="auto">${text}</span>
          </blockquote>
        </div>`,
    )}
  </details>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-item-context": ItemContext;
  }
}
