import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { Download, Eye } from "lucide";
import { listHidden, unhideItem } from "../lib/db/hidden.ts";
import { forgetPerson, listPeople } from "../lib/db/people.ts";
import { tokensById } from "../lib/db/tokens.ts";
import { formatAge, t } from "../lib/i18n.ts";
import { ownBlockList } from "../lib/model/block-list.ts";
import type { HiddenItem, Person } from "../lib/model/person.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { databases } from "./databases.ts";
import { icon } from "./parts/icon.ts";
import { authorName, shortAuthor } from "./parts/name.ts";
import { readingError } from "./parts/reading-error.ts";
import { saveAsFile } from "./parts/save-as-file.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

interface HiddenText {
  readonly item: HiddenItem;
  /** As far as they are on this device. */
  readonly text?: string;
  readonly name?: string;
}

interface Shown {
  readonly muted: readonly Person[];
  readonly items: readonly HiddenText[];
}

/** Whom the person muted and what they hid or reported, each to be taken back. */
@customElement("bt-hidden")
export class Hidden extends LitElement {
  static override readonly styles = [shared, sectionStyle];

  @state() private message = "";
  readonly #nowMs = Date.now();
  readonly #hidden = new LiveQueryController(this, { args: () => [] as const, query: readHidden });

  /** What was pressed is gone afterwards: the focus goes to the title above it. */
  async #done(message: string): Promise<void> {
    this.message = message;
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  async #unmute({ author, name = shortAuthor(author) }: Person): Promise<void> {
    await forgetPerson(databases().personal, author);
    await this.#done(t("unmuted", { name }));
  }

  async #show({ id }: HiddenItem): Promise<void> {
    await unhideItem(databases().personal, id);
    await this.#done(t("hidden_undone"));
  }

  #save({ items, muted }: Shown): void {
    const list = ownBlockList(
      muted,
      items.map(({ item }) => item),
    );
    saveAsFile(JSON.stringify(list, undefined, 2), "backtalk-block-list.json");
    this.message = t("hidden_saved");
  }

  override render(): TemplateResult {
    const { error, value } = this.#hidden;
    const { items, muted } = value ?? { items: [], muted: [] };
    return html`<section id="hidden" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${t("options_hidden")}</h2>
      <p class="hint">${t("options_hidden_hint")}</p>
      <p class="meta" role="status">${this.message}</p>
      ${error ? html`<p role="alert">${readingError(error)}</p>` : nothing}
      ${value && muted.length + items.length === 0 ? html`<p class="meta">${t("hidden_none")}</p>` : nothing}
      ${muted.length > 0 ? this.#muted(muted) : nothing} ${items.length > 0 ? this.#items(items) : nothing}
      ${value && muted.length + items.length > 0 ? this.#export(value) : nothing}
    </section>`;
  }

  #muted(people: readonly Person[]): TemplateResult {
    return html`<h3>${t("hidden_muted_title")}</h3>
      <ul class="items">
        ${repeat(
          people,
          ({ author }) => author,
          (person) => {
            const name = person.name ?? shortAuthor(person.author);
            return html`<li class="card item">
              <span dir="auto"><bdi>${name}</bdi> <code>${shortAuthor(person.author)}</code></span>
              ${this.#button(t("unmute"), t("unmute_label", { name }), () => this.#unmute(person))}
            </li>`;
          },
        )}
      </ul>`;
  }

  #items(items: readonly HiddenText[]): TemplateResult {
    return html`<h3>${t("hidden_items_title")}</h3>
      <ul class="items">
        ${repeat(
          items,
          ({ item }) => item.id,
          ({ item, name, text }) =>
            html`<li class="card item">
              <div>
                <p class="meta">
                  ${t(`hidden_why_${item.why}`)}${item.at > 0 ? ` · ${formatAge(item.at, this.#nowMs)}` : ""}
                </p>
                ${
                  text === undefined
                    ? html`<p class="meta">${t("hidden_gone_text")}</p>`
                    : html`<p dir="auto"><bdi>${name}</bdi>: ${text}</p>`
                }
              </div>
              ${this.#button(
                t("show_again"),
                name === undefined ? t("hidden_show_gone_label") : t("hidden_show_label", { name }),
                () => this.#show(item),
              )}
            </li>`,
        )}
      </ul>`;
  }

  #button(visible: string, label: string, press: () => Promise<void>): TemplateResult {
    return html`<button type="button" class="text-button" aria-label=${label} @click=${() => void press()}>
      ${icon(Eye, 14)} ${visible}
    </button>`;
  }

  #export(all: Shown): TemplateResult {
    return html`<div class="row">
        <button type="button" class="button" @click=${() => this.#save(all)}>
          ${icon(Download, 14)} ${t("hidden_save")}
        </button>
      </div>
      <p class="meta">${t("hidden_save_hint")}</p>`;
  }
}

/** As much of a text as tells it from others. */
const mostShown = 160;

async function readHidden(): Promise<Shown> {
  const { community, personal } = databases();
  const [muted, items] = await Promise.all([listPeople(personal, "muted"), listHidden(personal)]);
  const tokens = await tokensById(
    community,
    items.map(({ id }) => id),
  );
  return {
    muted,
    items: items.map((item) => {
      const token = tokens.get(item.id);
      if (!token) return { item };
      const { author, metadata, opinion = "" } = token;
      const { nickname } = metadata;
      const name = authorName({ author, ...(nickname !== undefined && { nickname }) });
      const text = opinion.length > mostShown ? `${opinion.slice(0, mostShown)}…` : opinion;
      return { item, name, text: text || t("stars_only") };
    }),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-hidden": Hidden;
  }
}
