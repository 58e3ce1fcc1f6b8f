import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ExternalLink } from "lucide";
import type { FeedWords } from "../lib/db/feed-words.ts";
import { formatDate, formatList, t } from "../lib/i18n.ts";
import { SourcesController } from "./controllers/sources.ts";
import { newestTitles, threadCounts } from "./parts/daily.ts";
import { icon } from "./parts/icon.ts";
import { moment } from "./parts/moment.ts";
import { outLink } from "./parts/web-link.ts";
import { sampleTag } from "./parts/sample-tag.ts";
import { shared } from "./styles/shared.ts";

const mostTitles = 5;

/** What feeds tell before anything is searched: how many conversations there are where, and the newest. */
@customElement("bt-talk-daily")
export class TalkDaily extends LitElement {
  static override readonly styles = [
    shared,
    css`
      section {
        margin: 0.75rem 1rem 0;
      }

      li {
        padding-block: 0.375rem;
        overflow-wrap: anywhere;
      }

      li + li {
        border-block-start: 1px solid var(--bt-line);
      }

      a svg {
        display: inline;
        vertical-align: -0.0625rem;
      }

      .meta {
        display: block;
      }

      ul {
        margin-block-start: 0.25rem;
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly FeedWords[] = [];
  @property({ type: Number }) nowMs = Date.now();

  readonly #sources = new SourcesController(this);

  override render(): TemplateResult {
    const { rows } = this;
    const counts = threadCounts(rows);
    const titles = newestTitles(rows, mostTitles);
    if (counts.length + titles.length === 0) return html`${nothing}`;
    const day = rows.map((row) => row.day).toSorted()[0] ?? "";
    const list = formatList(
      counts.map(([source, count]) => t("daily_count", { count, name: this.#sources.nameOf(source) })),
    );
    // What a press brought is not in the file that everyone has.
    const isPressed = rows.some(({ readAt }) => readAt !== undefined);
    const title = t(isPressed ? "rest_title" : "daily_title");
    return html`<section class="card" aria-label=${title}>
      <p>
        ${list === "" ? title : t(isPressed ? "rest_counts" : "daily_counts", { list })}
        ${rows.some(({ isSample }) => isSample) ? sampleTag() : nothing}
      </p>
      ${titles.length > 0 ? this.#titles(titles) : nothing}
      <p class="meta">${t(isPressed ? "rest_day" : "daily_day", { day: dayWords(day) })}</p>
    </section>`;
  }

  #titles(titles: ReturnType<typeof newestTitles>): TemplateResult {
    return html`<ul aria-label=${t("daily_newest")}>
      ${titles.map(
        ({ source, title, url, publishedAt }) =>
          html`<li>
            ${outLink(url, html`<bdi dir="auto">${title}</bdi> ${icon(ExternalLink, 12)}`)}
            <span class="meta"
              >${this.#sources.nameOf(source)}${publishedAt === undefined ? nothing : " · "}${moment(publishedAt, this.nowMs)}</span
            >
          </li>`,
      )}
    </ul>`;
  }
}

/** `2026-05-03` as people write it, wherever they are. */
function dayWords(day: string): string {
  const at = Date.parse(day);
  return Number.isNaN(at) ? day : formatDate(at, { dateStyle: "medium", timeZone: "UTC" });
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-talk-daily": TalkDaily;
  }
}
