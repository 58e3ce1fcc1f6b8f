import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ChevronDown, Copy } from "lucide";
import type { KeyRow } from "../lib/db/personal-rows.ts";
import { formatDate, t } from "../lib/i18n.ts";
import { signProof } from "../lib/reviews/official-proof.ts";
import { brandDomainOf } from "./parts/brand-domain.ts";
import { icon } from "./parts/icon.ts";
import { shortAuthor } from "./parts/name.ts";
import { type ProofPlace, proofPlaces } from "./parts/proof-places.ts";
import { signingKeyOf } from "./parts/signing-key.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** A year: long enough not to be a nuisance, short enough that a key that was lost ends by itself. */
const holdsMs = 365 * 86_400_000;

interface Made {
  readonly domain: string;
  readonly expiresAt: number;
  readonly places: readonly ProofPlace[];
}

/** How a brand proves the key that signs now: what to paste where. Nothing is sent by this. */
@customElement("bt-speak-for")
export class SpeakFor extends LitElement {
  static override readonly styles = [
    shared,
    sectionStyle,
    css`
      summary {
        inline-size: fit-content;
        min-block-size: 1.5rem;
        color: var(--bt-accent);
        cursor: pointer;
      }

      pre {
        margin-block: 0.375rem;
        padding: 0.5rem 0.75rem;
        border-radius: 0.5rem;
        background: var(--bt-sunken);
        font: 0.75rem/1.125rem var(--bt-mono);
        white-space: pre-wrap;
        word-break: break-all;
        user-select: all;
      }

      .hint {
        margin-block-end: 0.375rem;
      }

      form + [role="status"] + p {
        margin-block-start: 0.75rem;
      }
    `,
  ];

  /** The key that is to be proven. */
  @property({ attribute: false }) row!: KeyRow;
  @state() private made: Made | undefined;
  @state() private mistake = "";
  @state() private message = "";

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("row");
    // What was signed by another key must not be pasted as this one's.
    if (before && before.author !== this.row.author) this.made = undefined;
  }

  async #make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = new FormData(event.currentTarget as HTMLFormElement).get("domain");
    const domain = brandDomainOf(typeof field === "string" ? field : "");
    this.message = "";
    this.mistake = domain === undefined ? t("prove_no_domain") : "";
    this.made = undefined;
    if (domain === undefined) return;
    const expiresAt = Date.now() + holdsMs;
    const proof = await signProof(domain, expiresAt, signingKeyOf(this.row));
    this.made = { domain, expiresAt, places: proofPlaces(proof) };
  }

  async #copy({ text }: ProofPlace): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.message = t("copied");
    } catch {
      // The browser says no; the text stands there to be selected.
      this.message = t("copy_failed");
    }
  }

  override render(): TemplateResult {
    const key = shortAuthor(this.row.author);
    return html`<details>
      <summary>${t("prove_title")} <span class="chevron">${icon(ChevronDown, 14)}</span></summary>
      <p class="hint">${t("prove_hint", { key })}</p>
      <form class="add" @submit=${(event: SubmitEvent) => void this.#make(event)} novalidate>
        <input
          type="text"
          name="domain"
          required
          dir="ltr"
          inputmode="url"
          autocapitalize="none"
          spellcheck="false"
          placeholder="brand.example"
          aria-label=${t("prove_domain")}
          aria-invalid=${this.mistake !== ""}
          aria-describedby="mistake"
        />
        <button type="submit" class="button">${t("prove_do")}</button>
      </form>
      <p id="mistake" class="meta" role="status">${this.mistake}</p>
      ${this.made ? this.#places(this.made, key) : nothing}
      <p class="meta" role="status">${this.message}</p>
    </details>`;
  }

  #places({ domain, expiresAt, places }: Made, key: string): TemplateResult {
    return html`<p>${t("prove_any", { domain, key, date: formatDate(expiresAt) })}</p>
      ${places.map(
        (place) =>
          html`<h3>${t(place.title)}</h3>
            <p class="hint">${t(place.hint, { domain })}</p>
            <pre dir="ltr">${place.text}</pre>
            <button
              type="button"
              class="button"
              aria-label=${t(place.copy)}
              @click=${() => void this.#copy(place)}
            >
              ${icon(Copy, 14)} ${t("copy")}
            </button>`,
      )}
      <p class="hint">${t("prove_after")}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-speak-for": SpeakFor;
  }
}
