import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Pencil, Share2, UserMinus, UserPlus, Volume2, VolumeX } from "lucide";
import { renamePerson } from "../lib/db/people.ts";
import { t } from "../lib/i18n.ts";
import { cleanPersonName } from "../lib/model/person-name.ts";
import type { PersonChoice } from "../lib/model/person.ts";
import { isKeyOf } from "../lib/reviews/key-link.ts";
import "./bt-key-share.ts";
import type { KeyShare } from "./bt-key-share.ts";
import { CircleController } from "./controllers/circle.ts";
import { databases } from "./databases.ts";
import { changePerson, leavePerson } from "./parts/change-person.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { shared } from "./styles/shared.ts";

/** What one can do about an author: follow, mute, call them something, pass their key on. */
@customElement("bt-author-acts")
export class AuthorActs extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }

      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.25rem 0.5rem;
        align-items: end;
      }

      label {
        display: grid;
        gap: 0.125rem;
      }

      .hint {
        grid-column: 1 / -1;
      }
    `,
  ];

  @property() author = "";
  @property() kid: string | undefined;
  /** The nickname that they use. */
  @property() nickname: string | undefined;
  /** How they are called on this page. */
  @property() label = "";
  @state() private isNaming = false;
  @query("input") private readonly field!: HTMLInputElement | null;
  @query(".name") private readonly nameButton!: HTMLElement | null;
  readonly #circle = new CircleController(this);

  /** What is kept and passed on as theirs. */
  get #key(): string | undefined {
    return this.kid !== undefined && isKeyOf(this.kid, this.author) ? this.kid : undefined;
  }

  /** Whose shadow root this stands in: it is still there when a list has let go of this author's row. */
  get #home(): EventTarget {
    const root = this.getRootNode();
    return root instanceof ShadowRoot ? root.host : this;
  }

  async #choose(choice: PersonChoice): Promise<void> {
    const chosen = { author: this.author, kid: this.#key, name: this.nickname };
    const home = this.#home;
    emit(home, "bt-announce", await changePerson(chosen, choice));
  }

  async #leave(): Promise<void> {
    this.isNaming = false;
    const home = this.#home;
    emit(home, "bt-announce", await leavePerson(this.author, this.label));
  }

  async #startNaming(): Promise<void> {
    this.isNaming = true;
    await this.updateComplete;
    this.field?.select();
  }

  async #endNaming(): Promise<void> {
    this.isNaming = false;
    await this.updateComplete;
    this.nameButton?.focus();
  }

  async #name(event: Event): Promise<void> {
    event.preventDefault();
    const petname = cleanPersonName(this.field?.value) ?? "";
    await renamePerson(databases().personal, this.author, petname);
    emit(this, "bt-announce", petname === "" ? t("petname_gone") : t("petname_kept", { name: petname }));
    await this.#endNaming();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    // Escape also leads back from the author: here it only closes the field.
    event.preventDefault();
    void this.#endNaming();
  };

  override render(): TemplateResult {
    if (!this.#circle.isRead) return html`${nothing}`;
    const choice = this.#circle.personOf(this.author)?.choice;
    return html`<div class="row">
        ${choice === "followed" ? this.#button(UserMinus, "person_unfollow", () => void this.#leave()) : nothing}
        ${choice === "muted" ? this.#button(Volume2, "person_unmute", () => void this.#leave()) : nothing}
        ${
          choice !== undefined
            ? nothing
            : this.#button(UserPlus, "person_follow", () => void this.#choose("followed"), "primary")
        }
        ${choice === "muted" ? nothing : this.#button(VolumeX, "person_mute", () => void this.#choose("muted"))}
        ${choice === undefined ? nothing : this.#button(Pencil, "petname_change", () => void this.#startNaming(), "name")}
        ${this.#key === undefined ? nothing : this.#button(Share2, "key_share", () => void this.#share())}
      </div>
      ${this.isNaming && choice !== undefined ? this.#naming() : nothing}
      <bt-key-share></bt-key-share>`;
  }

  #button(
    shape: typeof Pencil,
    key:
      | "person_follow"
      | "person_unfollow"
      | "person_mute"
      | "person_unmute"
      | "petname_change"
      | "key_share",
    press: () => void,
    more = "",
  ): TemplateResult {
    return html`<button
      type="button"
      class="button ${more}"
      aria-label=${t("act_on_person", { act: t(key), name: this.label })}
      @click=${press}
    >
      ${icon(shape, 14)} ${t(key)}
    </button>`;
  }

  async #share(): Promise<void> {
    const { nickname } = this;
    const kid = this.#key;
    const dialog = this.shadowRoot?.querySelector<KeyShare>("bt-key-share");
    if (kid !== undefined) await dialog?.show({ kid, ...(nickname !== undefined && { name: nickname }) });
  }

  #naming(): TemplateResult {
    const { petname = "" } = this.#circle.personOf(this.author) ?? {};
    return html`<form @submit=${(event: Event) => void this.#name(event)} @keydown=${this.#onKey}>
      <label>
        <span>${t("petname")}</span>
        <input
          type="text"
          dir="auto"
          maxlength="40"
          autocomplete="off"
          aria-describedby="hint"
          .value=${petname}
        />
      </label>
      <button type="submit" class="button">${t("petname_keep")}</button>
      <p class="hint meta" id="hint">${t("petname_hint")}</p>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-author-acts": AuthorActs;
  }
}
