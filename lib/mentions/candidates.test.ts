import * as fc from "fast-check";
import { expect, test } from "vitest";
import { foldName } from "../brands/fold-name.ts";
import { findCandidates } from "./candidates.ts";
import { hashWord } from "./hash.ts";
import { encodeNameIndex, openNameIndex } from "./name-index.ts";
import { TokenList } from "./tokens.ts";
import { tokenise } from "./tokenise.ts";

const names = ["nike", "cocacola", "thehomedepot", "homedepot", "depot", "benandjerrys"];
/** First two words of the names that have three and more. */
const longer = ["thehome", "benand"];

function indexOf() {
  const rows = names.map((name) => ({ hash: hashWord(name), traits: 0 }));
  const index = openNameIndex(encodeNameIndex(0, rows, longer.map(hashWord)), "0000000000000000");
  if (typeof index === "string") throw new Error(index);
  return index;
}

/** Every run of up to twelve words whose folded letters are a name. */
function reference(words: readonly string[]): string[] {
  const found: string[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let last = first; last < Math.min(words.length, first + 12); last++) {
      // Folding drops an "and" that nothing follows.
      if (words[last] === "and") continue;
      const run = words.slice(first, last + 1).join(" ");
      if (names.includes(foldName(run))) found.push(`${first}–${last}`);
    }
  }
  return found;
}

test("as many as trying every run of words finds", () => {
  const word = fc.constantFrom(
    "Nike",
    "coca",
    "Cola",
    "the",
    "The",
    "Home",
    "depot",
    "Ben",
    "and",
    "Jerrys",
    "x",
    "Ñike",
  );
  const tokens = new TokenList();
  fc.assert(
    fc.property(fc.array(word, { maxLength: 25 }), (words) => {
      const text = words.join(" ");
      tokenise(text, text.length, tokens);
      const found = findCandidates(tokens, indexOf()).map(({ first, last }) => `${first}–${last}`);
      expect(found).toEqual(reference(words));
    }),
  );
});

test("a text of names alone is looked at only so far", () => {
  const tokens = new TokenList();
  const text = "Nike ".repeat(50_000);
  tokenise(text, text.length, tokens);
  expect(findCandidates(tokens, indexOf()).length).toBeLessThanOrEqual(2_010);
});
