import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Plus, RotateCcw, Trash2 } from "lucide";
import { t } from "../lib/i18n.ts";
import type { SourceInfo } from "../lib/model/search.ts";
import { searchChoices, searchHosts, searchOrigins } from "../lib/settings.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { hostOf } from "./parts/host-of.ts";
import { icon } from "./parts/icon.ts";
import { instanceOrigin } from "./parts/instance-origin.ts";
import { originsOf, tickedOf, withoutPlace, withTicked } from "./parts/place-choices.ts";
import { licenseName } from "./parts/source.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** One source: what it is, whether its places are ticked when a search opens, and which places speak its API. */
@customElement("bt-place-source")
export class PlaceSource extends LitElement {
  static override readonly styles = [
    shared,
    sectionStyle,
    css`
      .card {
        display: grid;
        gap: 0.25rem;
        grid-template-columns: minmax(0, 1fr);
        overflow-wrap: anywhere;
      }

      .place {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem;
      }

      .place .text-button {
        flex: none;
      }

      .add input {
        flex-basis: 9rem;
      }
    `,
  ];

  @property({ attribute: false }) source!: SourceInfo;
  @state() private message = "";
  @state() private isWrong = false;
  @query("input[name=origin]") private readonly field!: HTMLInputElement;
  readonly #choices = new StoredItemController(this, searchChoices);
  readonly #hosts = new StoredItemController(this, searchHosts);
  readonly #origins = new StoredItemController(this, searchOrigins);

  get #places(): readonly string[] {
    return originsOf(this.source, this.#origins.value ?? {});
  }

  async #tick(on: boolean): Promise<void> {
    await this.#choices.set(withTicked(this.source, this.#places, this.#choices.value ?? {}, on));
  }

  async #setPlaces(places: readonly string[]): Promise<void> {
    await this.#origins.set({ ...this.#origins.value, [this.source.id]: places });
  }

  async #add(event: Event): Promise<void> {
    event.preventDefault();
    const origin = instanceOrigin(this.field.value);
    const isKnown = origin !== undefined && this.#places.includes(origin);
    this.isWrong = origin === undefined || isKnown;
    if (origin === undefined || isKnown) {
      this.message = t(isKnown ? "server_known" : "server_address_wrong");
      return;
    }
    await this.#setPlaces([...this.#places, origin]);
    this.field.value = "";
    this.message = t("place_added", { host: hostOf(origin) });
  }

  /** A place that is no longer listed is no longer agreed to, and nothing is remembered of it. */
  async #remove(origin: string): Promise<void> {
    await this.#setPlaces(this.#places.filter((other) => other !== origin));
    await this.#hosts.set((this.#hosts.value ?? []).filter((host) => host !== hostOf(origin)));
    await this.#choices.set(withoutPlace(this.source, origin, this.#choices.value ?? {}));
    this.message = t("place_removed", { host: hostOf(origin) });
    this.field.focus();
  }

  async #reset(): Promise<void> {
    const { [this.source.id]: _own, ...rest } = this.#origins.value ?? {};
    await this.#origins.set(rest);
    this.message = t("place_reset_done");
    this.field.focus();
  }

  override render(): TemplateResult {
    const { attribution, licence: given, name, origins } = this.source;
    const licence = licenseName(given);
    const isFound = origins.length === 0;
    return html`<div class="card">
      <strong>${name}</strong>
      <p class="meta">${attribution === name ? licence : t("fact_from", { source: attribution, licence })}</p>
      ${isFound ? html`<p class="meta">${t("place_found")}</p>` : this.#toggle()}
      ${this.source.isFederated && !isFound ? this.#instances() : nothing}
      ${this.source.isFederated || isFound ? nothing : html`<p class="meta" dir="ltr">${origins.map(hostOf).join(", ")}</p>`}
    </div>`;
  }

  #toggle(): TemplateResult {
    const ticked = tickedOf(this.source, this.#places, this.#choices.value ?? {});
    return html`<label class="check">
      <input
        type="checkbox"
        aria-label=${t("place_ticked_label", { name: this.source.name })}
        .checked=${ticked !== "none"}
        .indeterminate=${ticked === "some"}
        ?disabled=${this.#choices.value === undefined || this.#places.length === 0}
        @change=${(event: Event) => void this.#tick((event.target as HTMLInputElement).checked)}
      />
      <span>${t("place_ticked")}</span>
    </label>`;
  }

  #instances(): TemplateResult {
    const { id, name } = this.source;
    const places = this.#places;
    return html`<ul aria-label=${t("place_instances", { name })}>
        ${places.map(
          (origin) =>
            html`<li class="place">
              <bdi dir="ltr">${hostOf(origin)}</bdi>
              <button
                type="button"
                class="text-button"
                aria-label=${t("server_remove_label", { host: hostOf(origin) })}
                @click=${() => void this.#remove(origin)}
              >
                ${icon(Trash2, 14)} ${t("remove")}
              </button>
            </li>`,
        )}
        ${places.length === 0 ? html`<li class="meta">${t("place_none")}</li>` : nothing}
      </ul>
      <form class="add" novalidate @submit=${(event: Event) => void this.#add(event)}>
        <input
          type="url"
          name="origin"
          dir="ltr"
          placeholder="https://"
          autocomplete="off"
          aria-label=${t("place_address", { name })}
          aria-invalid=${this.isWrong}
          aria-describedby="message"
        />
        <button type="submit" class="button">${icon(Plus, 14)} ${t("place_add")}</button>
      </form>
      ${
        this.#origins.value?.[id]
          ? html`<div>
              <button
                type="button"
                class="text-button"
                aria-label=${t("place_reset_label", { name })}
                @click=${() => void this.#reset()}
              >
                ${icon(RotateCcw, 14)} ${t("place_reset")}
              </button>
            </div>`
          : nothing
      }
      <p id="message" class="meta" role="status">${this.message}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-place-source": PlaceSource;
  }
}
