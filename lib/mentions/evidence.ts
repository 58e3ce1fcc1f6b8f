import type { Candidate } from "./candidates.ts";
import { confidenceOf, logOddsOf } from "./confidence.ts";
import { contextOf, ContextBit } from "./context-words.ts";
import type { MentionContext } from "./mention-context.ts";
import { unpackTraits } from "./name-index.ts";
import type { NameTraits } from "./name-index.ts";
import { fixedSigns, placeSigns, shapeOf } from "./signs.ts";
import type { Reading, Shape } from "./signs.ts";
import { sigilOf, TokenBit } from "./tokens.ts";
import type { TokenList } from "./tokens.ts";

/** A candidate with all that its text says, free of the list of words, which the next text overwrites. */
export interface ReadCandidate {
  /** With the sign of a handle or tag. */
  readonly start: number;
  readonly end: number;
  /** The name as written, without that sign. */
  readonly name: string;
  readonly words: number;
  readonly shape: Shape;
  readonly traits: NameTraits;
  readonly signs: readonly string[];
  /** Of those signs together. */
  readonly logOdds: number;
}

export interface Evidence {
  readonly candidates: readonly ReadCandidate[];
  /** Addresses written in the text. */
  readonly links: readonly { readonly start: number; readonly end: number; readonly address: string }[];
}

/** What later steps can add to the log odds at most: nothing where no surroundings speak. */
const bySurroundings = logOddsOf(["page-topic", "linked"]);
const byHandle = logOddsOf(["known-handle", "page-topic"]);
/** Candidates that stay below even then are not looked up. */
const hopeless = 0.06;
const mostKept = 200;

/** A candidate with what its name says by itself. */
interface Seen extends Candidate {
  readonly known: NameTraits;
  readonly shape: Shape;
}

export function gatherEvidence(
  text: string,
  context: MentionContext,
  reading: Reading,
  candidates: readonly Candidate[],
  floor = hopeless,
): Evidence {
  const later = isKeen(context, reading.tokens) ? bySurroundings : 0;
  const seen = candidates.map((candidate) => see(candidate, reading));
  const clear = seen.filter(isClear);
  const read: ReadCandidate[] = [];
  for (const candidate of seen) {
    if (read.length >= mostKept) break;
    const name = fixedSigns(candidate.traits, candidate.shape);
    const place = placeOf(context, reading, candidate, clear);
    if (isStrangersHandle(candidate, place)) continue;
    const logOdds = name.logOdds + logOddsOf(place);
    if (confidenceOf(logOdds + (candidate.shape === "handle" ? byHandle : later)) < floor) continue;
    read.push({ ...written(text, reading.tokens, candidate), signs: [...name.signs, ...place], logOdds });
  }
  return { candidates: read, links: writtenLinks(text, reading.tokens) };
}

export function writtenLinks(text: string, { links }: TokenList): Evidence["links"] {
  return links.map(({ start, end }) => ({ start, end, address: text.slice(start, end) }));
}

function see({ first, last, traits }: Candidate, reading: Reading): Seen {
  const known = unpackTraits(traits);
  return { first, last, traits, known, shape: shapeOf({ first, last, traits }, known, reading) };
}

/** Whether anything around the words points to brands: then less is dropped early. */
export function isKeen(context: MentionContext, tokens: TokenList): boolean {
  const { links, authorHandle, pageBrandIds } = context;
  return (
    tokens.links.length > 0 ||
    tokens.handles > 0 ||
    Boolean(links?.length ?? authorHandle ?? pageBrandIds?.length)
  );
}

/** A famous name that is no word, written as names are: company for others. */
function isClear({ known, shape }: Seen): boolean {
  if (known.ordinary > 0 || known.fame < 3 || known.person || known.place) return false;
  return shape === "as-written" || shape === "capital" || shape === "hashtag";
}

/** At most a comma, an "and" or another word between them: lists and comparisons. */
function isBeside(one: Candidate, other: Candidate): boolean {
  const apart = one.last < other.first ? other.first - one.last : one.first - other.last;
  return apart > 0 && apart <= 2;
}

function placeOf(
  { lang }: MentionContext,
  reading: Reading,
  candidate: Seen,
  clear: readonly Seen[],
): readonly string[] {
  const { first, last, known, shape } = candidate;
  const signs = placeSigns(candidate, known, shape, reading);
  if (clear.some((other) => other.last < first || other.first > last)) signs.push("other-brands");
  if (clear.some((other) => isBeside(other, candidate))) signs.push("beside-brand");
  if (isForeign(lang) && known.ordinary >= 1 && known.ordinary <= 5) signs.push("foreign-text");
  if (shape === "handle" || shape === "hashtag") signs.push(`${shape}-${tagPart(candidate, reading.tokens)}`);
  return signs;
}

function written(
  text: string,
  tokens: TokenList,
  { first, last, shape, known }: Seen,
): Omit<ReadCandidate, "signs" | "logOdds"> {
  const start = tokens.start[first] ?? 0;
  const end = tokens.end[last] ?? 0;
  const isTag = (tokens.infoAt(first) & TokenBit.tagStart) !== 0;
  return {
    start: isTag ? text.lastIndexOf(signOf(shape), start) : start,
    end,
    name: text.slice(start, end).replaceAll("&amp;", "&"),
    words: last - first + 1,
    shape,
    traits: known,
  };
}

function signOf(shape: Shape): string {
  return shape === "handle" ? "@" : shape === "hashtag" ? "#" : "$";
}

/** English is what the levels of ordinary words are about. */
function isForeign(lang: string | undefined): boolean {
  return lang !== undefined && lang !== "" && !/^en\b/iu.test(lang);
}

/** Which part of its tag a name is: all of it; all but a word such as "News"; its beginning; or something inside. */
function tagPart({ first, last }: Candidate, tokens: TokenList): "whole" | "branch" | "start" | "inside" {
  if ((tokens.infoAt(first) & TokenBit.tagStart) === 0) return "inside";
  const next = tokens.infoAt(last + 1);
  if (sigilOf(next) === 0 || (next & TokenBit.tagStart) !== 0) return "whole";
  return contextOf(tokens.hash[last + 1] ?? 0) & ContextBit.branch ? "branch" : "start";
}

/** Accounts are people's and anybody's: only one that is the name, or the name and "News", is worth a look. */
function isStrangersHandle({ shape, known }: Seen, place: readonly string[]): boolean {
  if (shape !== "handle" || place.includes("handle-whole")) return false;
  return !place.includes("handle-branch") || known.ordinary > 0 || known.person;
}
