import { html, nothing, type TemplateResult } from "lit";
import { codeKey, formatNumber, t, type MessageKey } from "../../lib/i18n.ts";
import type { TimePrecision } from "../../lib/model/post.ts";
import type { Coding } from "../../lib/model/research/coding.ts";
import type { ResearchItem } from "../../lib/model/research/item.ts";
import type { FeedView, Session } from "../../lib/model/research/session.ts";
import { languageName } from "../parts/language.ts";
import { outLink } from "../parts/web-link.ts";
import { mentionLines } from "./item-reasons.ts";
import { sentimentOf, sentimentWords, timeLine, whyWords } from "./item-words.ts";
import { sessionTime, viewWords } from "./session-words.ts";
import { stampWords } from "./release-words.ts";
import { siteName } from "./site-names.ts";

export interface Provenance {
  readonly item: ResearchItem;
  readonly coding?: Coding | undefined;
  readonly session?: Session | undefined;
  readonly view?: FeedView | undefined;
}

type Line = readonly [label: MessageKey, words: unknown];

/** Where an item comes from and how we know, line by line; what nobody knows has no line. */
export function provenanceLines({ item, coding, session, view }: Provenance): readonly Line[] {
  const lines: readonly (Line | undefined)[] = [
    ["research_item_where", where(item)],
    item.publishedAt === undefined
      ? ["research_column_published", t("research_item_undated")]
      : ["research_column_published", published(item.publishedAt, item.publishedAtPrecision)],
    ["research_column_collected", time(item.collectedAt)],
    item.lastSeenAt > item.collectedAt ? ["research_item_last_seen", time(item.lastSeenAt)] : undefined,
    ["research_column_why", whyWords(item.why)],
    ...mentionLines(item).map((words): Line => ["research_column_brand", words]),
    item.words.length > 0 ? ["research_item_words", item.words.join(", ")] : undefined,
    sentimentLine(item, coding),
    session ? ["research_item_session", sessionWords(session, view)] : undefined,
    language(item),
    ["research_item_audience", t(codeKey("research_audience", item.audience))],
    item.audienceNote === undefined ? undefined : ["research_item_judged", said(item.audienceNote)],
    item.truncated ? ["research_item_length", t("research_item_truncated")] : undefined,
    metrics(item),
    answers(item),
    links(item),
    media(item),
    item.target ? ["research_item_quote", quote(item.target)] : undefined,
    item.recheck
      ? [
          "research_item_recheck",
          html`${t(codeKey("research_recheck", item.recheck.found))} · ${time(item.recheck.at)}`,
        ]
      : undefined,
    item.sealed === undefined ? undefined : ["research_item_sealed", t("research_item_sealed_words")],
    ["research_item_detector", stampWords(item.detector)],
  ];
  return lines.filter((line) => line !== undefined);
}

/** In a person's own words. */
function said(words: string): TemplateResult {
  return html`<bdi>${words}</bdi>`;
}

function where({ site, title, url }: ResearchItem): TemplateResult {
  const name = siteName(site);
  return html`${name}${title ? html` · <bdi>${title}</bdi>` : nothing}${url === undefined ? nothing : html`<br />${outLink(url, url)}`}`;
}

function published(atMs: number, precision: TimePrecision | undefined): TemplateResult {
  const about = precision === undefined || precision === "second" || precision === "minute";
  return html`${time(atMs, precision)}${
    about ? nothing : html` <span class="pale">${t(codeKey("research_precision", precision))}</span>`
  }`;
}

function time(atMs: number, precision?: TimePrecision): TemplateResult {
  const exact = new Date(atMs).toISOString();
  return html`<time datetime=${exact} title=${exact}>${timeLine(atMs, precision)}</time>`;
}

function sentimentLine(item: ResearchItem, coding: Coding | undefined): Line {
  const words = sentimentWords(sentimentOf(item, coding));
  if (coding?.sentiment !== undefined)
    return ["research_column_sentiment", t("research_item_hand", { words })];
  if (!item.sentiment) return ["research_column_sentiment", words];
  const { method, score } = item.sentiment;
  const figure = formatNumber(score, { maximumFractionDigits: 2, signDisplay: "exceptZero" });
  return ["research_column_sentiment", t("research_item_score", { words, figure, method })];
}

function sessionWords(session: Session, view: FeedView | undefined): TemplateResult {
  return html`${sessionTime(session)}${view ? html`<br />${viewWords(view)}` : nothing}`;
}

function language({ lang, langBy }: ResearchItem): Line | undefined {
  if (lang === undefined) return undefined;
  const name = languageName(lang);
  return [
    "research_column_lang",
    langBy === undefined ? name : t(codeKey("research_lang_by", langBy), { name }),
  ];
}

function metrics({ metrics: counts }: ResearchItem): Line | undefined {
  const names = ["replies", "likes", "shares", "views", "score"] as const;
  const known = names.flatMap((name) => {
    const count = counts[name];
    return count === undefined ? [] : [t(codeKey("research_metric", name), { figure: formatNumber(count) })];
  });
  return known.length > 0 ? ["research_item_metrics", known.join(" · ")] : undefined;
}

function answers({ replyTo, thread }: ResearchItem): Line | undefined {
  const address = replyTo ?? thread;
  return address === undefined ? undefined : ["research_item_reply_to", outLink(address, address)];
}

function links({ links: addresses }: ResearchItem): Line | undefined {
  if (addresses.length === 0) return undefined;
  return [
    "research_item_links",
    html`<ul>
      ${addresses.map((address) => html`<li>${outLink(address, address)}</li>`)}
    </ul>`,
  ];
}

function media({ media: all }: ResearchItem): Line | undefined {
  if (all.length === 0) return undefined;
  return [
    "research_item_media",
    html`<ul>
      ${all.map(({ alt, kind, url }) => {
        const words = html`${t(codeKey("research_media", kind))}${alt ? html`: <bdi>${alt}</bdi>` : nothing}`;
        return html`<li>${url === undefined ? words : outLink(url, words)}</li>`;
      })}
    </ul>`,
  ];
}

function quote({ prefix, exact, suffix }: NonNullable<ResearchItem["target"]>): TemplateResult {
  return html`<bdi><span class="pale">${prefix}</span>${exact}<span class="pale">${suffix}</span></bdi>`;
}

/** When an earlier text was seen. */
export function versionTime({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? timeLine(from) : t("research_from_to", { from: timeLine(from), to: timeLine(to) });
}
