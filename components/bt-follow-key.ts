import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { QrCode, UserPlus } from "lucide";
import { authorFigures } from "../lib/db/author-page.ts";
import { codeKey, t } from "../lib/i18n.ts";
import { type NamedKey, readKeyLink } from "../lib/reviews/key-link.ts";
import { CircleController } from "./controllers/circle.ts";
import { namesController } from "./controllers/names.ts";
import { databases } from "./databases.ts";
import { changePerson } from "./parts/change-person.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { keyGroups } from "./parts/name.ts";
import { canReadCodes, codeInPicture } from "./parts/read-code.ts";
import { shared } from "./styles/shared.ts";

/** Follows somebody by a key that was passed on: as a text, or as a picture of a code. Nobody is asked. */
@customElement("bt-follow-key")
export class FollowKey extends LitElement {
  static override readonly styles = [
    shared,
    css`
      form,
      label {
        display: grid;
        gap: 0.25rem;
        grid-template-columns: minmax(0, 1fr);
      }

      form {
        gap: 0.5rem;
      }

      textarea {
        font: 0.75rem/1.125rem var(--bt-mono);
      }

      .card {
        display: grid;
        gap: 0.25rem;
        grid-template-columns: minmax(0, 1fr);
        margin-block-start: 0.5rem;
        overflow-wrap: anywhere;
      }

      code {
        font: 0.75rem/1.25rem var(--bt-mono);
      }
    `,
  ];

  @query("textarea") private readonly field!: HTMLTextAreaElement;
  @query("input[type=file]") private readonly file!: HTMLInputElement;
  @query(".card .primary, .card button") private readonly answer!: HTMLElement | null;
  @state() private text = "";
  @state() private failure = "";
  /** Whose key it is, and how much of theirs is here. */
  @state() private found: (NamedKey & { readonly reviews: number }) | undefined;
  @state() private hasReader = false;
  readonly #circle = new CircleController(this);
  readonly #names = namesController(this, () => this.#writers);
  #writers: readonly { readonly author: string; readonly nickname: string }[] = [];

  protected override willUpdate(): void {
    this.#writers = this.found ? [{ author: this.found.author, nickname: this.found.name ?? "" }] : [];
  }

  protected override firstUpdated(): void {
    void canReadCodes().then((can) => (this.hasReader = can));
  }

  async #read(text: string): Promise<void> {
    this.found = undefined;
    const key = await readKeyLink(text);
    this.failure = key.ok ? "" : t(codeKey("key_link", key.error));
    if (!key.ok) return;
    const { reviews } = await authorFigures(databases().community, key.value.author);
    this.found = { ...key.value, reviews };
    await this.updateComplete;
    this.answer?.focus();
  }

  async #readPicture(): Promise<void> {
    const [picture] = this.file.files ?? [];
    if (!picture) return;
    const text = await codeInPicture(picture);
    this.file.value = "";
    if (text === undefined) {
      this.found = undefined;
      this.failure = t("key_picture_none");
      return;
    }
    this.text = text;
    await this.#read(text);
  }

  async #follow(key: NamedKey): Promise<void> {
    emit(this, "bt-announce", await changePerson(key, "followed"));
    this.#end();
  }

  #end(): void {
    this.found = undefined;
    this.text = "";
    this.field.focus();
  }

  override render(): TemplateResult {
    return html`<form
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.#read(this.text);
        }}
      >
        <label>
          <span>${t("key_link_field")}</span>
          <textarea
            rows="2"
            dir="ltr"
            spellcheck="false"
            autocomplete="off"
            aria-invalid=${this.failure !== ""}
            aria-describedby="failure"
            .value=${this.text}
            @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </label>
        <div class="row">
          <button type="submit" class="button" ?disabled=${this.text.trim() === ""}>
            ${icon(UserPlus, 14)} ${t("key_link_read")}
          </button>
          ${
            this.hasReader
              ? html`<button type="button" class="button" @click=${() => this.file.click()}>
                  ${icon(QrCode, 14)} ${t("key_picture")}
                </button>`
              : nothing
          }
          <input type="file" accept="image/*" hidden @change=${() => void this.#readPicture()} />
        </div>
      </form>
      <p id="failure" role="alert">${this.failure}</p>
      ${this.found ? this.#card(this.found) : nothing}`;
  }

  #card(found: NamedKey & { readonly reviews: number }): TemplateResult {
    const shown = this.#names.of({ author: found.author, nickname: found.name ?? "" });
    const isFollowed = this.#circle.personOf(found.author)?.choice === "followed";
    return html`<div class="card" role="group" aria-label=${t("key_found", { name: shown.label })}>
      <p dir="auto">
        <strong><bdi>${shown.label}</bdi></strong>
      </p>
      <p class="meta">${t("author_key")} <code dir="ltr">${keyGroups(found.author)}</code></p>
      <p class="meta">
        ${found.reviews > 0 ? t("key_reviews_here", { count: found.reviews }) : t("key_no_reviews_here")}
        ${found.name === undefined ? nothing : t("key_name_unchecked")}
      </p>
      <div class="row">
        ${
          isFollowed
            ? html`<span>${t("author_followed")}</span>`
            : html`<button type="button" class="button primary" @click=${() => void this.#follow(found)}>
                ${icon(UserPlus, 14)} ${t("person_follow")}
              </button>`
        }
        <button type="button" class="button" @click=${() => this.#end()}>${t("cancel")}</button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-follow-key": FollowKey;
  }
}
