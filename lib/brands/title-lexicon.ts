import { attributes, audience, openers, small, units } from "./title-attributes.ts";
import { firstNames, nameEndings, nameOpeners } from "./title-name-words.ts";
import { nouns } from "./title-nouns.ts";

/** What a word of a product's title can be; a word can be several things at once. Bits of one number. */
export const noun = 1;
export const attribute = 2;
/** Who it is for. */
export const audienceWord = 4;
/** What sellers put before everything. */
export const opener = 8;
export const unit = 16;
export const smallWord = 32;
/** What names end in. */
export const nameEnding = 64;
export const firstName = 128;
/** What names begin with. */
export const nameOpener = 256;

let lexicon: ReadonlyMap<string, number> | undefined;
/** The same words less the endings that adjectives and nouns change in most languages. */
let stems: ReadonlyMap<string, number> | undefined;

function build(): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const lists: readonly (readonly [string, number])[] = [
    [nouns, noun],
    [attributes, attribute],
    [audience, audienceWord],
    [openers, opener],
    [units, unit],
    [small, smallWord],
    [nameEndings, nameEnding],
    [firstNames, firstName],
    [nameOpeners, nameOpener],
  ];
  for (const [list, kind] of lists) {
    for (const word of list.trim().split(/\s+/)) words.set(word, (words.get(word) ?? 0) | kind);
  }
  return words;
}

const accents = /[\u0300-\u036f]/gu;

/** Lower case without accents: the form in which the lists are written. "й" loses its sign too, as in the lists. */
export function plainWord(word: string): string {
  // oxlint-disable-next-line no-control-regex -- the ASCII range, which most words never leave
  if (/^[\x00-\x7f]*$/.test(word)) return word.toLowerCase();
  return word
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(accents, "")
    .normalize("NFKC")
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("ı", "i")
    .replaceAll("’", "'");
}

/** What a plain word can be; 0 where nothing is known of it. Endings and possessives are seen through. */
export function kindsOf(plain: string): number {
  lexicon ??= build();
  return (
    lexicon.get(plain) ??
    ofStem(lexicon, plain, "'s") ??
    ofStem(lexicon, plain, "s") ??
    ofPlural(lexicon, plain) ??
    ofEnding(lexicon, plain) ??
    0
  );
}

const changing = /(?:e[nrsm]|[aeiouy]{1,2}|[аеиоуыэюя]{1,2}|[ыио][ихм]|ими)$/u;
/** Shorter words are too much alike once they lose an ending. */
const shortestStem = 4;
const describing = noun | attribute | audienceWord;

function stemOf(plain: string): string | undefined {
  const stem = plain.replace(changing, "");
  return stem.length >= shortestStem && stem.length < plain.length ? stem : undefined;
}

/** "czarne" as "czarny", "schwarze" as "schwarz", "кожаные" as "кожаная". */
function ofEnding(words: ReadonlyMap<string, number>, plain: string): number | undefined {
  const stem = stemOf(plain);
  if (stem === undefined) return undefined;
  stems ??= stemsOf(words);
  return stems.get(stem);
}

function stemsOf(words: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [plain, kinds] of words) {
    const stem = stemOf(plain) ?? plain;
    if (stem.length >= shortestStem && (kinds & describing) !== 0) found.set(stem, kinds & describing);
  }
  return found;
}

function ofStem(words: ReadonlyMap<string, number>, plain: string, ending: string): number | undefined {
  return plain.length > ending.length + 2 && plain.endsWith(ending)
    ? words.get(plain.slice(0, -ending.length))
    : undefined;
}

function ofPlural(words: ReadonlyMap<string, number>, plain: string): number | undefined {
  if (plain.length < 5 || !plain.endsWith("es")) return undefined;
  return words.get(plain.endsWith("ies") ? `${plain.slice(0, -3)}y` : plain.slice(0, -2));
}
