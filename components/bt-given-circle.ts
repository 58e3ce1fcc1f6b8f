import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Upload, X } from "lucide";
import { keepGivenCircle } from "../lib/db/circle-file.ts";
import { dropCircle } from "../lib/db/people.ts";
import { formatDate, t } from "../lib/i18n.ts";
import type { Person } from "../lib/model/person.ts";
import { friendsOfFriends } from "../lib/settings.ts";
import { StoredItemController } from "./controllers/stored-item.ts";
import { databases } from "./databases.ts";
import { emit } from "./parts/emit.ts";
import { fileProblem } from "./parts/file-problem.ts";
import { icon } from "./parts/icon.ts";
import { shared } from "./styles/shared.ts";

/** Whom a friend follows, from a file that they gave to the person. Offered only where friends of friends count. */
@customElement("bt-given-circle")
export class GivenCircle extends LitElement {
  static override readonly styles = [
    shared,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 0.75rem;
      }
    `,
  ];

  @property({ attribute: false }) friend!: Person;
  @property() label = "";
  @property({ attribute: false }) read!: Parameters<typeof keepGivenCircle>[3]["read"];
  @query("input") private readonly file!: HTMLInputElement;
  readonly #withFriends = new StoredItemController(this, friendsOfFriends);

  async #take(): Promise<void> {
    const [file] = this.file.files ?? [];
    if (!file) return;
    const options = { nowMs: Date.now(), read: this.read };
    const result = await keepGivenCircle(
      databases().personal,
      this.friend.author,
      await file.text(),
      options,
    );
    this.file.value = "";
    const { label: name } = this;
    emit(
      this,
      "bt-announce",
      result.ok ? t("circle_taken", { name, count: result.value }) : fileProblem(result.error),
    );
  }

  async #drop(): Promise<void> {
    await dropCircle(databases().personal, this.friend.author);
    emit(this, "bt-announce", t("circle_dropped", { name: this.label }));
    await this.updateComplete;
    this.shadowRoot?.querySelector("button")?.focus();
  }

  override render(): TemplateResult {
    const { circle } = this.friend;
    if (!this.#withFriends.value && !circle) return html`${nothing}`;
    const { label: name } = this;
    return html`<div>
      ${
        circle
          ? html`<span class="meta"
                >${t("circle_of", { count: circle.people.length, date: formatDate(circle.at) })}</span
              >
              <button
                type="button"
                class="text-button"
                aria-label=${t("circle_drop_label", { name })}
                @click=${() => void this.#drop()}
              >
                ${icon(X, 14)} ${t("circle_drop")}
              </button>`
          : nothing
      }
      <button
        type="button"
        class="text-button"
        aria-label=${t("circle_take_label", { name })}
        @click=${() => this.file.click()}
      >
        ${icon(Upload, 14)} ${t("circle_take")}
      </button>
      <input type="file" accept=".json,application/json" hidden @change=${() => void this.#take()} />
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-given-circle": GivenCircle;
  }
}
