/**
 * Legal forms, as written at the end of a company's name. Tried on whole words, so "Spa" the bath stays
 * while "SpA" and "S.p.A." go; a name that is nothing but a legal form is kept.
 */
const legalForm = new RegExp(
  `[\\s,]+(?:${[
    "inc(?:orporated)?\\.?|corp(?:oration)?\\.?|co\\.?|company|ltd\\.?|limited|l\\.?l\\.?c\\.?|l\\.?l\\.?p\\.?|plc\\.?|p\\.l\\.c\\.",
    "gmbh|mbh|a\\.?g\\.?|k\\.?g\\.?|kgaa|o\\.?h\\.?g\\.?|e\\.? ?k\\.?|e\\.? ?v\\.?|s\\.?e\\.?|eg",
    "s\\.?a\\.?|s\\.?a\\.?s\\.?|s\\.?a\\.?r\\.?l\\.?|s\\.?à\\.?\\s?r\\.?l\\.?|s\\.?r\\.?l\\.?|s\\.?l\\.?u?\\.?|s\\.? ?de ?r\\.? ?l\\.?|s\\.a\\. ?de ?c\\.v\\.|ltda\\.?",
    "b\\.?v\\.?|n\\.?v\\.?|a\\/s|aps|a\\.?b\\.?|o\\.?y\\.?j?\\.?|a\\.s\\.|a\\.ş\\.|a\\.?s\\.?a\\.?|sp\\. ?z ?o\\.? ?o\\.?|s\\.r\\.o\\.|d\\.o\\.o\\.|kft\\.?|zrt\\.?",
    "pte\\.?|pty\\.?|pvt\\.?|k\\.k\\.|bhd\\.?|sdn\\.?|holdings?|ооо|оао|пао|ao",
  ].join("|")})$`,
  "iu",
);
/** "SpA" reads as the legal form only in this spelling. */
const italianForm = /[\s,]+(?:S\.\s?p\.\s?[Aa]\.?|SpA|SPA)$/u;
const eastAsianForm =
  /^(?:株式会社|有限会社|合同会社|\(株\)|㈱|주식회사|\(주\)|㈜)\s*|\s*(?:株式会社|有限会社|股份有限公司|有限责任公司|有限公司|集团|주식회사|㈱|㈜)$/gu;
/** What is left dangling where a legal form stood: "Tiffany & Co." → "Tiffany &". */
const dangling = /(?:[\s,&]|\s(?:and|und|et|y|e|og|och)(?=\s*$))+$/iu;

/** Letters that Unicode does not decompose, as people without them on the keyboard write them. */
const foldedLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ŀ: "l",
  ħ: "h",
  ŋ: "n",
  ŧ: "t",
  ĸ: "k",
};
const foldable = new RegExp(`[${Object.keys(foldedLetters).join("")}]`, "gu");
/** Latin, Greek and Cyrillic accents. Marks of other scripts carry vowels and stay. */
const accents = /[\u0300-\u036f]/gu;
const isAscii = /^[\x20-\x7e]*$/u;
const notWord = /[^\p{L}\p{N}\p{M}]+/gu;
/** Longest name that is read; real ones are under 100 characters. */
const longestName = 200;

/** Lower case, compatibility forms, accents off. Case mapping can bring new accents, hence twice. */
function flatten(text: string): string {
  // Most names are ASCII, and nothing of the rest concerns those.
  if (isAscii.test(text)) return text.toLowerCase();
  let flat = text;
  for (let round = 0; round < 2; round++) {
    flat = flat
      .normalize("NFKD")
      .toLowerCase()
      .replaceAll(accents, "")
      .replaceAll(foldable, (letter) => foldedLetters[letter] ?? letter)
      .normalize("NFKC");
  }
  return flat;
}

function withoutLegalForms(name: string): string {
  let rest = name.trim();
  // "Foo GmbH & Co. KG" carries three; more than four is nobody's name.
  for (let round = 0; round < 4; round++) {
    const shorter = rest
      .replaceAll(eastAsianForm, "")
      .replace(italianForm, "")
      .replace(legalForm, "")
      .replace(dangling, "")
      .trim();
    if (shorter === rest || flatten(shorter).replaceAll(notWord, "") === "") break;
    rest = shorter;
  }
  return rest;
}

/**
 * The form under which equal spellings of a name meet: letters and digits alone, lower case, without accents,
 * legal forms, punctuation and spaces; "&" and "and" are one, "+" is "plus". "" for a name of signs alone.
 * Idempotent; made for comparing, never for showing.
 */
export function foldName(name: string): string {
  const signs = withoutLegalForms(name.slice(0, longestName))
    .replaceAll(/(?<=.)\s*&\s*(?=.)/gu, " and ")
    .replaceAll(/(?<=[\p{L}\p{N}])\+/gu, " plus ");
  return withoutEastAsianForms(foldLetters(signs));
}

/** Once more on letters alone: signs such as "㍿", or a space inside, had hidden them. They need no space before. */
function withoutEastAsianForms(letters: string): string {
  const rest = letters.replaceAll(eastAsianForm, "");
  return rest === letters || rest === "" ? letters : withoutEastAsianForms(rest);
}

/** Letters and digits alone, lower case, without accents, and nothing left out: for the beginning of a name. */
export function foldLetters(text: string): string {
  return flatten(text).replaceAll(notWord, "");
}
