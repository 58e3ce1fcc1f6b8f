import { html, nothing, type TemplateResult } from "lit";
import { formatNumber, t, type MessageKey } from "../../lib/i18n.ts";
import type { Codebook } from "../../lib/model/research/coding.ts";
import type { ItemOrder } from "../../lib/model/research/query.ts";
import { langOf, languageName } from "../parts/language.ts";
import { codeNamed, swatch } from "./code-tag.ts";
import type { ItemRow } from "./item-rows.ts";
import {
  brandsOf,
  confidenceOf,
  confidenceWords,
  sentimentOf,
  sentimentWords,
  timeWords,
  whyWords,
} from "./item-words.ts";
import { excerptOf, markedText } from "./marked-text.ts";
import { siteName } from "./site-names.ts";

export interface Column {
  readonly id: string;
  readonly label: MessageKey;
  /** How wide it is; the text has what the others leave. */
  readonly widthRem: number;
  /** What a press on its heading sorts by. */
  readonly order?: ItemOrder;
  readonly cell: (row: ItemRow, codebook: Codebook) => unknown;
}

function time(atMs: number | undefined, ...precision: readonly [Parameters<typeof timeWords>[1]?]): unknown {
  if (atMs === undefined) return nothing;
  const { day, clock } = timeWords(atMs, ...precision);
  return html`<span class="line">${day}</span
    >${clock === undefined ? nothing : html`<span class="line pale">${clock}</span>`}`;
}

/** Untrusted and short. */
function name(text: string | undefined): unknown {
  return text === undefined ? nothing : html`<bdi class="clamp" title=${text}>${text}</bdi>`;
}

function codeTags({ coding }: ItemRow, codebook: Codebook): unknown {
  const known = coding?.codes ?? [];
  const [first, second, ...others] = known;
  const more = others.length > 0 ? html`<span class="pale">+${formatNumber(others.length)}</span>` : nothing;
  return html`${[first, second].map((id) => (id === undefined ? nothing : codeTag(codebook, id)))}${more}`;
}

function codeTag(codebook: Codebook, id: string): TemplateResult {
  const { colour, name: words } = codeNamed(codebook, id);
  return html`<span class="tag code" title=${words}>${swatch(colour)}<bdi>${words}</bdi></span>`;
}

const columnList = [
  {
    id: "published",
    label: "research_column_published",
    widthRem: 6,
    order: "time",
    cell: ({ item }) => time(item.publishedAt, item.publishedAtPrecision),
  },
  {
    id: "brand",
    label: "research_column_brand",
    widthRem: 6,
    cell: ({ item }) => name(brandsOf(item).join(", ") || undefined),
  },
  {
    id: "author",
    label: "research_column_author",
    widthRem: 5,
    cell: ({ item }) => name(item.author),
  },
  {
    id: "text",
    label: "research_column_text",
    widthRem: 14,
    cell: ({ item }) =>
      html`<span class="clamp" lang=${langOf(item.lang)} dir="auto">${markedText(excerptOf(item))}</span>`,
  },
  {
    id: "codes",
    label: "research_column_codes",
    widthRem: 6.5,
    cell: codeTags,
  },
  {
    id: "site",
    label: "research_column_site",
    widthRem: 5.5,
    cell: ({ item }) => name(siteName(item.site)),
  },
  {
    id: "sentiment",
    label: "research_column_sentiment",
    widthRem: 6,
    order: "sentiment",
    cell: ({ item, coding }) =>
      html`<span class="line">${sentimentWords(sentimentOf(item, coding))}</span>${
          coding?.sentiment === undefined
            ? nothing
            : html`<span class="line pale">${t("research_by_hand")}</span>`
        }`,
  },
  {
    id: "collected",
    label: "research_column_collected",
    widthRem: 6,
    order: "collected",
    cell: ({ item }) => time(item.collectedAt),
  },
  {
    id: "confidence",
    label: "research_column_confidence",
    widthRem: 6,
    order: "confidence",
    cell: ({ item }) => {
      const confidence = confidenceOf(item);
      return confidence === undefined ? nothing : confidenceWords(confidence);
    },
  },
  {
    id: "lang",
    label: "research_column_lang",
    widthRem: 5.5,
    cell: ({ item }) => name(item.lang === undefined ? undefined : languageName(item.lang)),
  },
  {
    id: "why",
    label: "research_column_why",
    widthRem: 6,
    cell: ({ item }) => name(whyWords(item.why)),
  },
] as const satisfies readonly Column[];

export type ColumnId = (typeof columnList)[number]["id"];
export const columns: readonly (Column & { readonly id: ColumnId })[] = columnList;

export const firstColumns: readonly ColumnId[] = [
  "published",
  "brand",
  "author",
  "text",
  "codes",
  "site",
  "sentiment",
];

/** Below this a row is a card, with these on it. */
export const cardsRem = 34;
const onCards: ReadonlySet<string> = new Set(["published", "brand", "text", "codes"]);

/** The box for selecting, and the room between columns. */
const boxRem = 2.25;
const gapRem = 0.75;
/** Less than this is no line of text. */
const textRem = 16;
/** What is given up first where there is no room. The text and when it was published never are. */
const dispensable: readonly ColumnId[] = [
  "why",
  "lang",
  "collected",
  "confidence",
  "site",
  "sentiment",
  "author",
  "codes",
  "brand",
];

/** Of the chosen columns those that fit beside a readable text, in the table's order. */
export function fittingColumns(chosen: readonly ColumnId[], widthRem: number): typeof columns {
  const shown = new Set<string>(["published", "text", ...chosen]);
  if (widthRem < cardsRem) return columns.filter(({ id }) => shown.has(id) && onCards.has(id));
  const needed = (): number =>
    columns.reduce(
      (sum, { id, widthRem }) => sum + (shown.has(id) ? gapRem + (id === "text" ? textRem : widthRem) : 0),
      boxRem,
    );
  for (const id of dispensable) {
    if (needed() <= widthRem) break;
    shown.delete(id);
  }
  return columns.filter(({ id }) => shown.has(id));
}

/** A setting may name columns that an older version has not. */
export function knownColumns(ids: readonly string[] | undefined): readonly ColumnId[] {
  return ids ? columns.map(({ id }) => id).filter((id) => ids.includes(id)) : firstColumns;
}

/** For `grid-template-columns`. */
export function tracksOf(shown: typeof columns): string {
  const tracks = shown.map(({ id, widthRem }) => (id === "text" ? "minmax(0, 1fr)" : `${widthRem}rem`));
  return `${boxRem}rem ${tracks.join(" ")}`;
}
