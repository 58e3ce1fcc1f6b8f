import { foldedVariants, foldHandle, foldPlatform } from "../../lib/brands/directory-keys.ts";
import { foldName } from "../../lib/brands/fold-name.ts";
import { hashWord, joinHash } from "../../lib/mentions/hash.ts";
import { packTraits, Writing } from "../../lib/mentions/name-index.ts";
import type { NameRow, NameTraits } from "../../lib/mentions/name-index.ts";
import { TokenBit, TokenList } from "../../lib/mentions/tokens.ts";
import { tokenise } from "../../lib/mentions/tokenise.ts";
import type { DirectoryRow } from "./directory-row.ts";
import { tradeOf } from "../../lib/mentions/trade-of.ts";
import { trades } from "../../lib/mentions/trades.ts";
import type { WordLists } from "./word-levels.ts";

/** Networks where people write `@handle`, as the directory names them. */
const handlePlatforms: ReadonlySet<string> = new Set(
  "twitter instagram youtube tiktok threads facebook snapchat bluesky mastodon".split(" "),
);

interface Claim {
  /** As some brand writes it. */
  readonly spelling: string;
  readonly row: DirectoryRow;
  readonly alias: boolean;
}

/** What `m.bin` holds: every name of the directory with what decides whether it is meant (see `lib/mentions`). */
export interface IndexedNames {
  readonly rows: readonly NameRow[];
  readonly longer: ReadonlySet<number>;
}

export function namesOf(rows: readonly DirectoryRow[], words: WordLists): IndexedNames {
  const claims = claimsOf(rows);
  const names = [...claims].map(([folded, claimants]) => ({
    hash: hashWord(folded),
    traits: packTraits(traitsOf(folded, claimants, words)),
  }));
  const known = new Set(names.map(({ hash }) => hash));
  const handles = handleHashes(rows).filter((hash) => !known.has(hash));
  const handleTraits = packTraits({ ...noTraits, handleOnly: true });
  const handleRows = handles.map((hash) => ({ hash, traits: handleTraits }));
  return { rows: [...names, ...handleRows], longer: longerNames(rows) };
}

const noTraits: NameTraits = {
  ordinary: 0,
  fame: 0,
  person: false,
  place: false,
  trade: 0,
  shared: false,
  alias: false,
  handleOnly: false,
  writing: Writing.usual,
};

function claimsOf(rows: readonly DirectoryRow[]): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  for (const row of rows) {
    for (const spelling of [row.entry.name, ...row.entry.aliases]) {
      for (const folded of foldedVariants(spelling)) {
        // One letter or digit names nobody in running text.
        if (folded.length < 2) continue;
        const claim = { spelling, row, alias: folded !== foldName(row.entry.name) };
        const known = claims.get(folded);
        if (!known) claims.set(folded, [claim]);
        else if (!known.some((other) => other.row === row)) known.push(claim);
      }
    }
  }
  return claims;
}

function traitsOf(folded: string, claims: readonly Claim[], words: WordLists): NameTraits {
  const [best] = claims.toSorted((a, b) => Number(a.alias) - Number(b.alias) || b.row.rank - a.row.rank);
  if (!best) return noTraits;
  const parts = wordsOf(best.spelling);
  const [first = "", second = ""] = parts;
  const fullName = parts.length === 2 && words.isFirstName(first) && words.isSurname(second);
  return {
    ordinary: Math.max(words.ordinary(folded), leastOrdinary(parts, words)),
    fame: Math.max(...claims.map(({ row }) => fameOf(row))),
    person: fullName || words.isFirstName(folded) || words.isSurname(folded),
    place: words.isPlace(folded) || words.isPlace(best.spelling.toLowerCase()),
    trade: trades.indexOf(tradeOf(best.row.entry.category)),
    shared: claims.length > 1,
    alias: best.alias,
    handleOnly: false,
    writing: writingOf(best.spelling),
  };
}

/** A name is as rare as its rarest word. */
function leastOrdinary(parts: readonly string[], words: WordLists): number {
  // Letters are no words: "H&M".
  const levels = parts.map((part) => (part.length === 1 ? 0 : words.ordinary(part)));
  return levels.length === 0 ? 0 : Math.min(...levels);
}

function wordsOf(spelling: string): string[] {
  const bare = spelling
    .replace(/^the\s+/iu, "")
    .replace(/\.(?:com|de|fr|it|es|nl|pl|co\.uk|net|org|io|ai)$/iu, "");
  return bare
    .split(/[^\p{L}\p{N}\p{M}']+/u)
    .map(foldName)
    .filter((part) => part !== "");
}

/** Household names of our own rows, the rest of them, brands of several countries, and all others. */
function fameOf({ rank, handles, entry }: DirectoryRow): number {
  if (rank >= 1_000) return handles.length >= 2 || entry.domains.length >= 4 ? 3 : 2;
  return rank >= 30 ? 1 : 0;
}

function writingOf(spelling: string): number {
  const letters = spelling.replaceAll(/[^\p{L}]/gu, "");
  if (!/\p{Lu}/u.test(letters)) return /\p{Ll}/u.test(letters) ? Writing.small : Writing.usual;
  if (!/\p{Ll}/u.test(letters))
    return letters.length > 1 && letters.length < 5 ? Writing.capitals : Writing.usual;
  return /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(spelling) ? Writing.mixed : Writing.usual;
}

function handleHashes(rows: readonly DirectoryRow[]): number[] {
  const hashes = new Set<number>();
  for (const { handles } of rows) {
    for (const [platform, handle] of handles) {
      const folded = foldName(foldHandle(handle));
      // Numbers are ids of pages and channels, which nobody writes.
      const isId = /^\d*$|^uc.{20,}$/u.test(folded);
      if (handlePlatforms.has(foldPlatform(platform)) && !isId && folded.length < 40)
        hashes.add(hashWord(folded));
    }
  }
  return [...hashes];
}

/** Two-word beginnings of the names with three words and more, articles and "and" with and without. */
function longerNames(rows: readonly DirectoryRow[]): Set<number> {
  const hashes = new Set<number>();
  const tokens = new TokenList();
  for (const { entry } of rows) {
    for (const spelling of [entry.name, ...entry.aliases]) {
      tokenise(spelling, spelling.length, tokens);
      const all = Array.from({ length: tokens.count }, (_, i) => i);
      const withoutAnd = all.filter((i) => (tokens.infoAt(i) & TokenBit.sign) === 0);
      for (const list of [all, all.slice(1), withoutAnd, withoutAnd.slice(1)]) {
        const [one, two] = list;
        if (list.length < 3 || one === undefined || two === undefined) continue;
        hashes.add(joinHash(tokens.hash[one] ?? 0, tokens.hash[two] ?? 0, tokens.power[two] ?? 1));
      }
    }
  }
  return hashes;
}
