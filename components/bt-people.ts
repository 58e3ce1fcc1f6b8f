import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ChevronDown } from "lucide";
import { formatDate, t } from "../lib/i18n.ts";
import type { Person } from "../lib/model/person.ts";
import "./bt-author-acts.ts";
import "./bt-circle-files.ts";
import type { CircleFiles } from "./bt-circle-files.ts";
import "./bt-follow-key.ts";
import "./bt-given-circle.ts";
import type { GivenCircle } from "./bt-given-circle.ts";
import { CircleController } from "./controllers/circle.ts";
import { namesController } from "./controllers/names.ts";
import { authorButton } from "./parts/author-button.ts";
import { icon } from "./parts/icon.ts";
import { shortAuthor, type Writer } from "./parts/name.ts";
import { readingError } from "./parts/reading-error.ts";
import { authorLineStyle } from "./styles/author-line.ts";
import { followingStyle } from "./styles/following.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

/** More than these are drawn only when asked for. */
const mostDrawn = 50;

/** What checks files of circles. Given by the page, because this layer knows no schemas. */
export interface CircleReaders {
  readonly own: CircleFiles["readOwn"];
  readonly given: GivenCircle["read"];
}

/** Authors that the person follows or has muted. Stands in "Yours" and, with files, in the options. */
@customElement("bt-people")
export class People extends LitElement {
  static override readonly styles = [shared, sectionStyle, authorLineStyle, followingStyle];

  /** Without them files are neither written nor read here. */
  @property({ attribute: false }) readers: CircleReaders | undefined;
  @state() private message = "";
  @state() private showsAll = false;
  @query("h2") private readonly heading!: HTMLElement;
  readonly #circle = new CircleController(this);
  readonly #names = namesController(this, () => []);
  #drawn = 0;
  #hasActed = false;

  constructor() {
    super();
    this.addEventListener("bt-announce", (event) => this.#onAnnounce(event));
  }

  protected override updated(): void {
    const now = this.#circle.circle.people.size;
    // The row whose button was pressed is gone, now or before that was said; the focus must not be lost with it.
    const isLost = document.activeElement === document.body;
    if (this.#hasActed && isLost) this.heading.focus({ preventScroll: true });
    if (isLost || now !== this.#drawn) this.#hasActed = false;
    this.#drawn = now;
  }

  #onAnnounce(event: CustomEvent<string>): void {
    event.stopPropagation();
    this.message = event.detail;
    this.#hasActed = true;
  }

  override render(): TemplateResult {
    const people = [...this.#circle.circle.people.values()];
    const { error } = this.#circle;
    return html`<section id="people" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${t("options_people")}</h2>
      <p class="hint">${t("people_hint")}</p>
      <p class="meta" role="status">${this.message}</p>
      ${error ? html`<p role="alert">${readingError(error)}</p>` : nothing}
      ${this.#circle.isRead && people.length === 0 ? html`<p class="meta none">${t("people_none")}</p>` : nothing}
      ${this.#list(
        t("people_followed"),
        people.filter(({ choice }) => choice === "followed"),
      )}
      ${this.#list(
        t("people_muted"),
        people.filter(({ choice }) => choice === "muted"),
      )}
      ${this.readers ? this.#byKeyAndFile(this.readers) : this.#byKey()}
    </section>`;
  }

  /** In "Yours" one comes for the people; a form would stand in the way. */
  #byKey(): TemplateResult {
    return html`<details>
      <summary>${t("follow_by_key")} <span class="chevron">${icon(ChevronDown, 14)}</span></summary>
      <p class="hint">${t("follow_by_key_hint")}</p>
      <bt-follow-key></bt-follow-key>
    </details>`;
  }

  #byKeyAndFile({ own }: CircleReaders): TemplateResult {
    return html`<h3>${t("follow_by_key")}</h3>
      <p class="hint">${t("follow_by_key_hint")}</p>
      <bt-follow-key></bt-follow-key>
      <bt-circle-files .readOwn=${own}></bt-circle-files>`;
  }

  #list(title: string, people: readonly Person[]): TemplateResult {
    if (people.length === 0) return html`${nothing}`;
    const drawn = this.showsAll ? people : people.slice(0, mostDrawn);
    return html`<h3>${title}</h3>
      <ul class="items" aria-label=${title}>
        ${repeat(
          drawn,
          ({ author }) => author,
          (person) => this.#person(person),
        )}
      </ul>
      ${
        drawn.length < people.length
          ? html`<button type="button" class="button" @click=${() => (this.showsAll = true)}>
              ${t("people_all", { count: people.length })}
            </button>`
          : nothing
      }`;
  }

  #person(person: Person): TemplateResult {
    const { at, author, choice, kid, name, proven = [] } = person;
    const writer: Writer = {
      author,
      ...(kid !== undefined && { kid }),
      ...(name !== undefined && { nickname: name }),
    };
    const shown = this.#names.of(writer);
    const when = formatDate(at);
    return html`<li class="card">
      <div class="top">
        ${authorButton(this, writer, shown)}
        ${shown.isKey || shown.fingerprint ? nothing : html`<code class="fingerprint">${shortAuthor(author)}</code>`}
        <span class="meta">${t(choice === "followed" ? "followed_since" : "muted_since", { when })}</span>
      </div>
      ${
        proven.length > 0
          ? html`<p class="meta anywhere" dir="ltr">${proven.map(({ address }) => address).join(", ")}</p>`
          : nothing
      }
      <bt-author-acts .author=${author} .kid=${kid} .nickname=${name} .label=${shown.label}></bt-author-acts>
      ${
        this.readers && choice === "followed"
          ? html`<bt-given-circle
              .friend=${person}
              .label=${shown.label}
              .read=${this.readers.given}
            ></bt-given-circle>`
          : nothing
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-people": People;
  }
}
