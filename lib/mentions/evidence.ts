import type { Candidate } from "./candidates.ts";
import { confidenceOf } from "./confidence.ts";
import { contextOf, ContextBit } from "./context-words.ts";
import type { MentionContext } from "./mention-context.ts";
import { unpackTraits } from "./name-index.ts";
import type { NameTraits } from "./name-index.ts";
import { shapeOf, signsOf } from "./signs.ts";
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
}

export interface Evidence {
  readonly candidates: readonly ReadCandidate[];
  /** Addresses written in the text. */
  readonly links: readonly { readonly start: number; readonly end: number; readonly address: string }[];
}

/** What later steps can add at most: nothing where no surroundings speak. */
const none: readonly string[] = [];
const bySurroundings: readonly string[] = ["page-topic", "linked"];
const byHandle: readonly string[] = ["known-handle", "page-topic"];
/** Candidates that stay below even then are not looked up. */
const hopeless = 0.06;
const mostKept = 200;

export function gatherEvidence(
  text: string,
  context: MentionContext,
  reading: Reading,
  candidates: readonly Candidate[],
  floor = hopeless,
): Evidence {
  const later = isKeen(context, reading.tokens) ? bySurroundings : none;
  const clear = candidates.filter((candidate) => isClear(candidate, reading));
  const read: ReadCandidate[] = [];
  for (const candidate of candidates) {
    if (read.length >= mostKept) break;
    const one = readCandidate(text, context, reading, candidate, clear);
    if (isStrangersHandle(one)) continue;
    if (confidenceOf(one.signs, one.shape === "handle" ? byHandle : later) >= floor) read.push(one);
  }
  const links = reading.tokens.links.map(({ start, end }) => ({
    start,
    end,
    address: text.slice(start, end),
  }));
  return { candidates: read, links };
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
function isClear(candidate: Candidate, reading: Reading): boolean {
  const traits = unpackTraits(candidate.traits);
  if (traits.ordinary > 0 || traits.fame < 3 || traits.person || traits.place) return false;
  const shape = shapeOf(candidate, traits, reading);
  return shape === "as-written" || shape === "capital" || shape === "hashtag";
}

function readCandidate(
  text: string,
  context: MentionContext,
  reading: Reading,
  candidate: Candidate,
  clear: readonly Candidate[],
): ReadCandidate {
  const { first, last } = candidate;
  const { tokens } = reading;
  const traits = unpackTraits(candidate.traits);
  const shape = shapeOf(candidate, traits, reading);
  const signs = signsOf(candidate, reading);
  if (clear.some((other) => other.last < first || other.first > last)) signs.push("other-brands");
  if (isForeign(context.lang) && traits.ordinary >= 1 && traits.ordinary <= 5) signs.push("foreign-text");
  const start = tokens.start[first] ?? 0;
  const end = tokens.end[last] ?? 0;
  const tag = shape === "handle" || shape === "hashtag" ? tagPart(candidate, tokens) : undefined;
  if (tag) signs.push(`${shape}-${tag}`);
  const isTag = (tokens.infoAt(first) & TokenBit.tagStart) !== 0;
  return {
    start: isTag ? text.lastIndexOf(signOf(shape), start) : start,
    end,
    name: text.slice(start, end).replaceAll("&amp;", "&"),
    words: last - first + 1,
    shape,
    traits,
    signs,
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
function isStrangersHandle({ shape, signs, traits }: ReadCandidate): boolean {
  if (shape !== "handle" || signs.includes("handle-whole")) return false;
  return !signs.includes("handle-branch") || traits.ordinary > 0 || traits.person;
}
