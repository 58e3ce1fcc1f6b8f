import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ArrowRight, Check, UserPlus } from "lucide";
import { keepProof } from "../lib/db/people.ts";
import { formatDate, t } from "../lib/i18n.ts";
import type { PageKey } from "../lib/model/behind.ts";
import type { KeyProof } from "../lib/model/person.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import { command } from "./commands.ts";
import { CircleController } from "./controllers/circle.ts";
import { namesController } from "./controllers/names.ts";
import { PageReadingController } from "./controllers/page-reading.ts";
import { databases } from "./databases.ts";
import { authorButton } from "./parts/author-button.ts";
import { changePerson } from "./parts/change-person.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import type { Writer } from "./parts/name.ts";
import { authorLineStyle } from "./styles/author-line.ts";
import { shared } from "./styles/shared.ts";

/**
 * Says that the page in front names a reviewer's key as its owner's, and offers to follow them. What it says is kept
 * only by a press: it tells of a visit.
 */
@customElement("bt-page-author")
export class PageAuthor extends LitElement {
  static override readonly styles = [
    shared,
    authorLineStyle,
    css`
      section {
        display: grid;
        gap: 0.375rem;
        grid-template-columns: minmax(0, 1fr);
        margin: 0.5rem 1rem;
        overflow-wrap: anywhere;
      }

      .row {
        gap: 0.25rem 0.5rem;
      }
    `,
  ];

  /** What was read of the page already. */
  @property({ attribute: false }) keys: readonly PageKey[] | undefined;
  /** Where nobody else looks behind the page, which one to look behind. */
  @property({ attribute: false }) state: TabState | undefined;
  /** Inside a page and of private windows nothing is kept. */
  @property({ type: Boolean }) readonly = false;
  readonly #behind = new PageReadingController(
    this,
    (tabId) => command("readBehind", tabId),
    () => this.state,
  );
  readonly #circle = new CircleController(this);
  readonly #names = namesController(this, () => this.#writersOf(this.#shown));
  #writers: readonly Writer[] = [];
  #named: readonly PageKey[] | undefined;

  get #shown(): readonly PageKey[] {
    return (this.state ? this.#behind.value?.keys : this.keys) ?? noKeys;
  }

  #writersOf(keys: readonly PageKey[]): readonly Writer[] {
    if (keys !== this.#named) this.#writers = keys.map(writerOf);
    this.#named = keys;
    return this.#writers;
  }

  async #keep(key: PageKey): Promise<void> {
    const followed = this.#circle.personOf(key.author)?.choice === "followed";
    const said = followed ? "" : await changePerson(key, "followed");
    await keepProof(databases().personal, key.author, { address: key.address, seenAt: Date.now() });
    emit(this, "bt-announce", said || t("proof_kept"));
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>("button.who")?.focus();
  }

  override render(): TemplateResult {
    return html`${this.#shown.map((key) => this.#key(key))}`;
  }

  #key(key: PageKey): TemplateResult {
    const writer = writerOf(key);
    const shown = this.#names.of(writer);
    const proof = this.#circle.personOf(key.author)?.proven?.find(({ address }) => address === key.address);
    return html`<section class="card" aria-label=${t("page_author")}>
      <p class="meta">${t("page_author")}</p>
      <div class="top">${authorButton(this, writer, shown)}</div>
      <p class="meta">${t("page_author_unchecked", { address: key.address })}</p>
      <div class="row">
        ${this.readonly || !this.#circle.isRead ? nothing : this.#choice(key, shown.label, proof)}
        <button
          type="button"
          class="link"
          aria-label=${t("page_author_read_label", { name: shown.label })}
          @click=${() => emit(this, "bt-author", requestOf(key))}
        >
          ${t("page_author_read")} ${icon(ArrowRight, 14)}
        </button>
      </div>
    </section>`;
  }

  #choice(key: PageKey, name: string, proof: KeyProof | undefined): TemplateResult {
    const choice = this.#circle.personOf(key.author)?.choice;
    if (choice === "muted") return html`${nothing}`;
    const words = choice === "followed" ? "proof_keep" : "person_follow";
    return html`${
      proof
        ? html`<span class="meta">${t("proof_kept_on", { date: formatDate(proof.seenAt) })}</span>`
        : nothing
    }${
      choice === "followed" && proof
        ? nothing
        : html`<button
            type="button"
            class="button ${choice === "followed" ? "" : "primary"}"
            aria-label=${t("act_on_person", { act: t(words), name })}
            @click=${() => void this.#keep(key)}
          >
            ${icon(choice === "followed" ? Check : UserPlus, 14)} ${t(words)}
          </button>`
    }`;
  }
}

const noKeys: readonly PageKey[] = [];

function writerOf({ author, kid, name }: PageKey): Writer {
  return { author, kid, ...(name !== undefined && { nickname: name }) };
}

function requestOf({ author, kid, name }: PageKey): { author: string; kid: string; name?: string } {
  return { author, kid, ...(name !== undefined && { name }) };
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-page-author": PageAuthor;
  }
}
