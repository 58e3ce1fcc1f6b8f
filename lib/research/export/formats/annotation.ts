import type { Mention } from "../../../model/mention.ts";
import type { Coding } from "../../../model/research/coding.ts";
import type { ResearchItem } from "../../../model/research/item.ts";
import { defineFormat, type ExportAbout } from "../define-format.ts";
import type { ExportRow } from "../export-row.ts";
import { textOf } from "../text-lines.ts";
import { codePoint, quoteSelector } from "../text-selectors.ts";

type Json = Readonly<Record<string, unknown>>;

const context = "http://www.w3.org/ns/anno.jsonld";

/** An item's key as a UUID of version 8 (RFC 9562: made by a method of one's own); `part` tells its annotations apart. */
function iri(key: string, part: string): string {
  const hex = key.padStart(32, "0");
  const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4];
  const uuid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${uuid.join("-")}#${part}`;
}

/** Where an item stands: its address, else a name of ours for it. */
function sourceOf(item: ResearchItem): string {
  return item.url && URL.canParse(item.url) ? item.url : iri(item.key, "item");
}

function target(item: ResearchItem, selector: unknown): Json {
  return { type: "SpecificResource", source: sourceOf(item), ...(selector ? { selector } : {}) };
}

/** The whole text, and within it the place: our positions count in the text as it was read, not in the page. */
function placeIn(item: ResearchItem, span: { readonly start: number; readonly end: number }): Json[] {
  const { text } = item;
  return [
    quoteSelector(text, span),
    {
      type: "TextQuoteSelector",
      exact: text,
      refinedBy: {
        type: "TextPositionSelector",
        start: codePoint(text, span.start),
        end: codePoint(text, span.end),
      },
    },
  ];
}

function mentionAnnotation(
  item: ResearchItem,
  mention: Mention,
  n: number,
  { extension }: ExportAbout,
): Json {
  const brand = mention.brandId.includes(":") ? undefined : `https://${mention.brandId}/`;
  return {
    id: iri(item.key, `mention-${n}`),
    type: "Annotation",
    motivation: "identifying",
    creator: { type: "Software", name: `Backtalk ${extension}` },
    created: new Date(item.collectedAt).toISOString(),
    body: [
      ...(brand && URL.canParse(brand)
        ? [{ type: "SpecificResource", source: brand, purpose: "identifying" }]
        : []),
      { type: "TextualBody", value: mention.name, format: "text/plain", purpose: "identifying" },
    ],
    target: target(item, mention.span && placeIn(item, mention.span)),
  };
}

/** What a selection selected: by its words, and by its place in the page where that is known. */
function selectionSelectors({ target: chosen, text }: ResearchItem): Json[] {
  if (!chosen) return [{ type: "TextQuoteSelector", exact: text }];
  const { exact, prefix, suffix, start, end } = chosen;
  const quote = { type: "TextQuoteSelector", exact, prefix, suffix };
  return start === undefined || end === undefined
    ? [quote]
    : [quote, { type: "TextPositionSelector", start, end }];
}

function tag(value: string): Json {
  return { type: "TextualBody", value, format: "text/plain", purpose: "tagging" };
}

function codingAnnotation(item: ResearchItem, coding: Coding, names: ReadonlyMap<string, string>): Json {
  const { codes, coder, note, at, sentiment } = coding;
  const sentiments = { "-1": "negative", "0": "neutral", "1": "positive" } as const;
  return {
    id: iri(item.key, `coding-${encodeURIComponent(coder)}`),
    type: "Annotation",
    motivation: "classifying",
    creator: { type: "Person", nickname: coder },
    created: new Date(at).toISOString(),
    body: [
      ...codes.map((code) => tag(names.get(code) ?? code)),
      ...(sentiment === undefined ? [] : [tag(`sentiment: ${sentiments[`${sentiment}`]}`)]),
      ...(note ? [{ type: "TextualBody", value: note, format: "text/plain", purpose: "commenting" }] : []),
    ],
    target: target(item, selectionSelectors(item)),
  };
}

function annotationsOf(row: ExportRow, about: ExportAbout, names: ReadonlyMap<string, string>): Json[] {
  const { item, codings } = row;
  const found = [
    ...item.mentions.map((mention, n) => mentionAnnotation(item, mention, n, about)),
    ...codings.map((coding) => codingAnnotation(item, coding, names)),
  ];
  if (found.length > 0 && !item.target) return found;
  const kept = {
    id: iri(item.key, "kept"),
    type: "Annotation",
    motivation: item.target ? "highlighting" : "bookmarking",
    creator: { type: "Person", nickname: about.collection.coder },
    created: new Date(item.collectedAt).toISOString(),
    target: target(item, selectionSelectors(item)),
  };
  return [kept, ...found];
}

/**
 * W3C Web Annotation as JSON-LD: one annotation a mention, a coding and a selection, in one collection whose only page
 * holds them all. One a line within, so that the file can be looked through.
 *
 * @see https://www.w3.org/TR/annotation-model/
 */
export const annotation = defineFormat({
  id: "annotation",
  ending: ".annotations.jsonld",
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  hasColumns: false,
  write(rows, about) {
    const { collection, exportedAt } = about;
    const names = new Map(collection.codebook.codes.map(({ id, name }) => [id, name]));
    const id = `urn:uuid:${collection.id}`;
    let total = 0;
    const head = {
      "@context": context,
      id,
      type: "AnnotationCollection",
      label: collection.name,
      generated: new Date(exportedAt).toISOString(),
    };
    const page = { id: `${id}#page`, type: "AnnotationPage", partOf: id, startIndex: 0 };
    return textOf(rows, {
      head: `${open(head)},"first":${open(page)},"items":[\n`,
      piece(batch) {
        const lines = batch.flatMap((row) => annotationsOf(row, about, names));
        const text = lines.map((line) => JSON.stringify(line)).join(",\n");
        const join = total > 0 && lines.length > 0 ? ",\n" : "";
        total += lines.length;
        return join + text;
      },
      // How many there are is known at the end alone; the order of members means nothing.
      tail: () => `\n]},"total":${total}}\n`,
    });
  },
});

/** A JSON object without its closing brace. */
function open(object: Json): string {
  return JSON.stringify(object).slice(0, -1);
}
