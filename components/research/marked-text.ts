import { html, type TemplateResult } from "lit";
import type { ResearchItem } from "../../lib/model/research/item.ts";

/** A piece of a text; `brand` where it names one. */
export interface Run {
  readonly text: string;
  readonly brand?: string;
}

/** A text in pieces, so that brands in it can be marked. Spans that overlap or lie outside it are passed over. */
export function runsOf({ text, mentions }: Pick<ResearchItem, "text" | "mentions">): readonly Run[] {
  const spans = mentions
    .flatMap(({ name, span }) => (span ? [{ name, ...span }] : []))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const runs: Run[] = [];
  let at = 0;
  for (const { name, start, end } of spans) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) runs.push({ text: text.slice(at, start) });
    runs.push({ text: text.slice(start, end), brand: name });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  return runs;
}

/** Characters before the first mention that fit beside it into two lines; and as many as two lines can hold. */
const before = 60;
const most = 300;

/** The part of a text around its first mention: what two lines of a table have room for. */
export function excerptOf({ text, mentions }: Pick<ResearchItem, "text" | "mentions">): readonly Run[] {
  const first = Math.min(...mentions.flatMap(({ span }) => (span ? [span.start] : [])), text.length);
  const from = first < text.length && first > before + 20 ? wordStart(text, first - before) : 0;
  const to = Math.min(text.length, from + most);
  const runs = runsOf({
    text: text.slice(from, to),
    mentions: mentions.map(({ span, ...mention }) => ({
      ...mention,
      ...(span && { span: { start: span.start - from, end: span.end - from } }),
    })),
  });
  return [...(from > 0 ? [{ text: "…" }] : []), ...runs, ...(to < text.length ? [{ text: "…" }] : [])];
}

/** The beginning of a word near `at`, never in the middle of a character. */
function wordStart(text: string, at: number): number {
  const space = text.slice(at, at + 20).search(/\s/);
  if (space >= 0) return at + space + 1;
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** Brands marked; everything is text. */
export function markedText(runs: readonly Run[]): readonly TemplateResult[] {
  return runs.map(({ text, brand }) =>
    brand === undefined ? html`${text}` : html`<mark title=${brand}>${text}</mark>`,
  );
}
