import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import {
  Bell,
  Check,
  ChevronDown,
  CircleQuestionMark,
  Eraser,
  EyeOff,
  Eye,
  FileText,
  FlaskConical,
  Settings,
} from "lucide";
import { t } from "../lib/i18n.ts";
import type { ProfileStanding } from "../lib/model/profile.ts";
import type { PageSubject } from "../lib/model/subject.ts";
import "./bt-menu.ts";
import type { MenuItem } from "./bt-menu.ts";
import { evidenceText } from "./parts/evidence-text.ts";
import { icon } from "./parts/icon.ts";
import { profileHow, profileLine } from "./parts/profile-line.ts";
import { profileStyle } from "./styles/profile.ts";
import { shared } from "./styles/shared.ts";

/** Who the page is about, and how we know. Fires `choose` with what was picked from the menu. */
@customElement("bt-header")
export class Header extends LitElement {
  static override readonly styles = [
    shared,
    profileStyle,
    css`
      :host {
        container-type: inline-size;
      }

      header {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0.75rem;
        padding: 1rem 1rem 0.75rem;
      }

      .logo {
        display: grid;
        place-items: center;
        inline-size: 2.5rem;
        block-size: 2.5rem;
        border-radius: var(--bt-radius);
        background: var(--bt-text);
        color: var(--bt-bg);
        font: 700 1.125rem/1 var(--bt-font);
        user-select: none;
      }

      h1 {
        font: var(--bt-title);
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
      }

      summary {
        color: var(--bt-muted);
        font: var(--bt-meta);
        border-radius: var(--bt-radius-small);
        display: flex !important;
        inline-size: fit-content;
        padding-block: 0.25rem;
        overflow-wrap: anywhere;
      }

      /* Behind the last word, however many lines there are: it takes no room, so it always fits into the line. */
      summary > span {
        padding-inline-end: 1.125rem;
      }

      summary .chevron {
        display: inline-block;
        margin-inline: 0.25rem -1.125rem;
        vertical-align: -0.1875rem;
      }

      summary:hover {
        color: var(--bt-text);
      }

      .how {
        grid-column: 1 / -1;
        margin-block: 0.25rem 0.125rem;
        padding: 0.625rem 0.75rem;
        border-radius: 0.5rem;
        background: var(--bt-sunken);
        display: grid;
        gap: 0.375rem;
      }

      .how code {
        font: 0.75rem/1rem var(--bt-mono);
        overflow-wrap: anywhere;
      }

      .following {
        display: flex;
        align-items: center;
        gap: 0.25rem;
      }

      /* Large type: the name needs the room more than its first letter. */
      @container (max-width: 15rem) {
        header {
          grid-template-columns: minmax(0, 1fr) auto;
        }

        .logo {
          display: none;
        }
      }

      bt-menu {
        margin: -0.125rem -0.375rem 0 0;
      }
    `,
  ];

  @property({ attribute: false }) subject: PageSubject | undefined;
  /** Whose account the page is about, where it is about one. */
  @property({ attribute: false }) profile: ProfileStanding | undefined;
  /** Whether the badge is hidden on this site. */
  @property({ type: Boolean }) siteOff = false;
  /** Inside a page nothing may be changed. */
  @property({ type: Boolean }) readonly = false;
  /** Whether the brand or shop is followed; `undefined` where it cannot be. */
  @property({ attribute: false }) followed: boolean | undefined;
  /** Whether the person may say what the page is really about. */
  @property({ type: Boolean }) correctable = false;

  #menu(): readonly MenuItem[] {
    const changing: readonly MenuItem[] = this.readonly
      ? []
      : [
          this.siteOff
            ? { id: "show-here", label: t("menu_show_here"), icon: Eye }
            : { id: "hide-here", label: t("menu_hide_here"), icon: EyeOff },
          { id: "forget-here", label: t("menu_forget_here"), icon: Eraser },
        ];
    const following: readonly MenuItem[] =
      this.followed === undefined
        ? []
        : [
            this.followed
              ? { id: "unfollow", label: t("menu_following"), icon: Check }
              : { id: "follow", label: t("menu_follow"), icon: Bell },
          ];
    return [
      ...following,
      ...(this.correctable
        ? [{ id: "wrong-brand", label: t("menu_wrong_brand"), icon: CircleQuestionMark }]
        : []),
      ...changing,
      { id: "ledger", label: t("menu_what_was_sent"), icon: FileText },
      { id: "research", label: t("menu_research"), icon: FlaskConical },
      { id: "options", label: t("menu_options"), icon: Settings },
    ];
  }

  override render(): TemplateResult {
    const { subject } = this;
    if (!subject) return html`${nothing}`;
    const known = placeOf(subject);
    return html`<header>
      <div class="logo" aria-hidden="true">${initial(subject.name)}</div>
      <div>
        <h1 dir="auto"><bdi>${subject.name}</bdi></h1>
        <details>
          <summary>
            <span
              >${known ? html`<bdi>${known}</bdi> · ` : nothing}${evidenceText(subject.evidence[0])}<span
                class="chevron"
                >${icon(ChevronDown, 14)}</span
              ></span
            >
          </summary>
          ${this.#how(subject)}
        </details>
        ${this.profile ? profileLine(this.profile) : nothing}
        ${this.followed ? html`<p class="meta following">${icon(Bell, 12)} ${t("menu_following")}</p>` : nothing}
        ${
          subject.lens === "brand" && subject.owner
            ? html`<p class="meta" dir="auto">${t("owned_by", { owner: subject.owner })}</p>`
            : nothing
        }
      </div>
      <bt-menu
        .label=${t("menu_label", { name: subject.name })}
        .items=${this.#menu()}
        @choose=${({ detail }: CustomEvent<string>) => this.dispatchEvent(new CustomEvent("choose", { detail }))}
      ></bt-menu>
    </header>`;
  }

  #how(subject: PageSubject): TemplateResult {
    return html`<div class="how meta">
      <p>${t("how_we_know")}</p>
      <ul>
        ${subject.evidence.map(
          (evidence) =>
            html`<li>
              ${evidenceText(evidence)}${evidence.detail ? html`: <bdi>${evidence.detail}</bdi>` : nothing}
            </li>`,
        )}
      </ul>
      ${this.profile ? profileHow(this.profile) : nothing}
      ${subject.lens === "brand" && !subject.known ? html`<p>${t("brand_not_in_directory")}</p>` : nothing}
      ${
        subject.keys.length > 1
          ? html`<p>${t("read_together")}</p>
              <ul>
                ${subject.keys.map((key) => html`<li><code dir="ltr">${key}</code></li>`)}
              </ul>`
          : nothing
      }
    </div>`;
  }
}

function initial(name: string): string {
  const first = [...new Intl.Segmenter().segment(name.trim())].find(({ segment }) =>
    /[\p{L}\p{N}]/u.test(segment),
  );
  return first?.segment.toLocaleUpperCase() ?? "?";
}

/** The address a subject goes by, as one reads it. */
function placeOf(subject: PageSubject): string {
  if (subject.lens !== "product" && subject.domain) return subject.domain;
  const key = subject.keys[0] ?? "";
  try {
    return new URL(key).hostname || key;
  } catch (error) {
    if (error instanceof TypeError) return key; // a name or a urn is no address
    throw error;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-header": Header;
  }
}
