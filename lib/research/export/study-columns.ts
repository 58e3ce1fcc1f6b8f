import type { Coding } from "../../model/research/coding.ts";
import type { ResearchItem } from "../../model/research/item.ts";
import { type Column, filled } from "./column.ts";

/** Brands an item mentions, each once, in the order in which they stand in it. */
export function brandsOf(item: ResearchItem): string[] {
  return [...new Set(item.mentions.map(({ brandId }) => brandId))];
}

/** How sure the surest mention of an item is. */
function confidenceOf(item: ResearchItem): number | undefined {
  return item.mentions.length === 0
    ? undefined
    : Math.max(...item.mentions.map(({ confidence }) => confidence));
}

/** A coding without what its row says anyway. */
function codingEntry({ coder, codes, note, sentiment, codebook, sample, at }: Coding): object {
  return { coder, codes, note, sentiment, codebook, sample, at: new Date(at).toISOString() };
}

/** What Backtalk and its researchers say of an item. */
export const studyColumns: readonly Column[] = [
  {
    name: "audience",
    kind: "string",
    about: "Who may read it, as the page shows: public, restricted or unknown.",
    of: (item) => item.audience,
  },
  {
    name: "audience_note",
    kind: "string",
    about: "Why the researcher held the page of a selection to be public, where it does not show that it is.",
    of: (item) => item.audienceNote,
  },
  {
    name: "why",
    kind: "string",
    about:
      "Why it was kept: everything, words, mention, sample (a post the rule did not match), by-hand or import.",
    of: (item) => item.why,
  },
  { name: "session", kind: "string", about: "Id of the recording.", of: (item) => item.session },
  {
    name: "view",
    kind: "string",
    about: "Id of the feed, search or thread in which it was first met.",
    of: (item) => item.view,
  },
  {
    name: "brands",
    kind: "strings",
    about: "Ids of the brands it mentions, each once.",
    of: (item) => filled(brandsOf(item)),
  },
  {
    name: "confidence",
    kind: "number",
    about: "Confidence of the surest mention, 0 to 1.",
    of: confidenceOf,
  },
  {
    name: "mentions",
    kind: "json",
    about:
      "Each mention: `brandId`, `name`, `span` (UTF-16 offsets in `text`), `confidence` and its `reasons`.",
    of: (item) => filled(item.mentions),
  },
  {
    name: "words",
    kind: "strings",
    about: "The researcher's own words that it matched.",
    of: (item) => filled(item.words),
  },
  {
    name: "sentiment",
    kind: "number",
    about: "Computed sentiment, −1 to 1.",
    of: (item) => item.sentiment?.score,
  },
  {
    name: "sentiment_method",
    kind: "string",
    about: "Method of `sentiment`, with its version.",
    of: (item) => item.sentiment?.method,
  },
  {
    name: "hand_sentiment",
    kind: "integer",
    about: "Sentiment said by the collection's own coder: -1, 0 or 1.",
    of: (_, own) => own?.sentiment,
  },
  {
    name: "codes",
    kind: "strings",
    about: "Ids of the codes that the collection's own coder gave. An empty list: looked at, nothing fits.",
    of: (_, own) => own?.codes,
  },
  { name: "note", kind: "string", about: "Note of the own coder.", of: (_, own) => own?.note || undefined },
  {
    name: "codings",
    kind: "json",
    about:
      "What each coder said: `coder`, `codes`, `note`, `sentiment`, `codebook` (version), `sample`, `at`.",
    of: (_item, _own, all) => filled(all.map(codingEntry)),
  },
  {
    name: "target",
    kind: "json",
    about: "Of a selection: `exact`, `prefix`, `suffix`, and `start` and `end` in the page's text.",
    of: (item) => item.target,
  },
  {
    name: "versions",
    kind: "json",
    personal: true,
    about: "Earlier texts of an edited post: `text`, `from`, `to`.",
    of: (item) =>
      filled(
        item.versions.map(({ text, from, to }) => ({
          text,
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
        })),
      ),
  },
  {
    name: "recheck_at",
    kind: "time",
    about: "When the researcher last looked whether it is still there.",
    of: (item) => item.recheck?.at,
  },
  {
    name: "recheck_found",
    kind: "string",
    about: "What was found then: there, gone or unclear.",
    of: (item) => item.recheck?.found,
  },
  {
    name: "extension",
    kind: "string",
    about: "Version of Backtalk that kept it.",
    of: (item) => item.detector.extension,
  },
  {
    name: "directory",
    kind: "string",
    about: "Build of the brand directory that named its brands.",
    of: (item) => item.detector.directory,
  },
  {
    name: "sealed",
    kind: "string",
    personal: true,
    about: "Original address and author, encrypted to the researcher's key (compact JWE).",
    of: (item) => item.sealed,
  },
];
