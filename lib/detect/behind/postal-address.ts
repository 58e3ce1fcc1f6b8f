/**
 * Postal addresses in lines of text, by what countries write: a line with a postal code and a town, and a street
 * with a number in it or just above. Where the street is not found, nothing is.
 */

/** A postal code and its town, in the order that countries write them. */
const towns: readonly RegExp[] = [
  // 10115 Berlin, D-10115 Berlin, 1010 Wien, 00-001 Warszawa, 1012 AB Amsterdam, 114 55 Stockholm, 1000-001 Lisboa
  /(?:^|[\s,·|(–-])((?:(?:[A-Z]{1,2}|FIN|FL)[-–\s])?(?:\d{4}\s?[A-Z]{2}|\d{4}-\d{3}|\d{2}-\d{3}|\d{3}\s\d{2}|\d{4,6})\s+(?:\p{Lu}[\p{L}.'’-]*|\d{1,2}e?)(?:[\s/-](?:(?:am|an|der|im|bei|sur|sous|en|la|le|les|de|del|di|do|da|do|nad|den|’s|'s)\s?)*(?:\p{Lu}[\p{L}.'’-]*|Cedex|\d{1,2}))*)/gu,
  // London SW1A 1AA
  /(\p{Lu}[\p{L} .'’-]{1,40},?\s+(?:[A-Z]{1,2}\d[A-Z\d]?)\s?\d[A-Z]{2})(?![\p{L}\d])/gu,
  // Springfield, IL 62701 · Toronto, ON M5V 2T6 · Sydney NSW 2000
  /(\p{Lu}[\p{L} .'’-]{1,40},?\s+(?:[A-Z]{2}|[A-Z][a-z]+)[.,]?\s+\d{5}(?:-\d{4})?)(?!-?\d)/gu,
  /(\p{Lu}[\p{L} .'’-]{1,40},?\s+[A-Z]{2},?\s+[A-Z]\d[A-Z]\s?\d[A-Z]\d)(?![\p{L}\d])/gu,
  /(\p{Lu}[\p{L} .'’-]{1,40},?\s+(?:NSW|VIC|QLD|SA|WA|TAS|NT|ACT)\s+\d{4})(?!\d)/gu,
  // Dublin D02 X285 · São Paulo - SP, 01310-100 · Mumbai 400001 · 〒100-0001
  /(\p{Lu}[\p{L} .'’-]{1,40},?\s+[A-Z]\d[\dW]\s?[A-Z\d]{4})(?![\p{L}\d])/gu,
  /(\p{Lu}[\p{L} .'’-]{1,40}\s?[-/,]\s?[A-Z]{2},?\s+(?:CEP:?\s?)?\d{5}-\d{3})(?!\d)/gu,
  /(\p{Lu}[\p{L} .'’-]{1,40},?\s*[-–]?\s*\d{3}\s?\d{3})(?!\d)/gu,
  /(〒\s?\d{3}-\d{4}.{2,60})/gu,
];
const streetWord =
  /straße|strasse|str\.|weg\b|gasse|platz|allee|ufer|damm|\brue\b|avenue|boulevard|\bav\.|\bplace\b|chemin|impasse|\bvia\b|viale|piazza|corso|calle|\bc\/|avda|plaza|paseo|\brua\b|straat|laan|plein|gracht|\bul\.|ulica|\baleja|gatan|vägen|gata\b|vej\b|gade|katu|\btie\b|street|\bst\b|road|\brd\b|avenue|\bave\b|lane|\bln\b|drive|\bdr\b|court|square|way\b|highway|suite|floor|unit|building|house|\bbox\b|utca|\bút\b|ulice|náměstí|\bstr\b|bulevardul|strada|улица|ул\.|пр\.|οδός|丁目|cad\.|sok\.|mah\./iu;
const noAddress =
  /@|https?:|www\.|©|\$|€|£|\btel\b|phone|fax|\bvat\b|\bust\b|copyright|\border\b|isbn|\bprice/iu;

/** The first postal address in some lines, on one line; `undefined` where none is sure. */
export function postalAddress(lines: readonly string[]): string | undefined {
  for (let index = 0; index < Math.min(lines.length, 200); index += 1) {
    const line = tidy(lines[index] ?? "");
    if (line.length < 5 || line.length > 240) continue;
    // A year before a name looks like a postal code before its town: the next one may be it.
    for (const found of towns.flatMap((pattern) => Array.from(line.matchAll(pattern)))) {
      const town = found[1];
      if (town === undefined) continue;
      const before = line.slice(0, found.index + found[0].indexOf(town));
      const street = streetIn(before) ?? streetAbove(lines, index, before);
      if (street) return `${street}, ${townOf(town)}`.replace(/\s+/gu, " ").slice(0, 200);
    }
  }
  return undefined;
}

/** The street at the end of what stands before the town in its own line. */
function streetIn(before: string): string | undefined {
  const part = before
    .split(/[|•·;–:]|\s-\s/u)
    .findLast((each) => /\p{L}/u.test(each))
    ?.replace(/^[\s,]+|[\s,]+$/gu, "");
  if (part === undefined) return undefined;
  const pieces = part.split(/,\s*/u);
  const at = pieces.findIndex(isStreet);
  return at < 0 ? undefined : pieces.slice(at).join(", ");
}

function streetAbove(lines: readonly string[], index: number, before: string): string | undefined {
  if (/\p{L}{3}/u.test(before)) return undefined;
  for (let above = index - 1; above >= Math.max(0, index - 2); above -= 1) {
    const line = tidy(lines[above] ?? "");
    if (isStreet(line)) return [line, ...lines.slice(above + 1, index).map(tidy)].filter(Boolean).join(", ");
  }
  return undefined;
}

function isStreet(text: string): boolean {
  if (text.length > 90 || !/\d/.test(text) || !/\p{L}{2}/u.test(text) || noAddress.test(text)) return false;
  return (
    streetWord.test(text) ||
    /^\p{Lu}[\p{L} .'’-]{2,40},?\s\d{1,4}\s?[a-zA-Z]?(?:\s?[-/]\s?\d{1,4}\s?[a-z]?)?$/u.test(text)
  );
}

/** Without what follows a town in the same run of capitals: `10115 Berlin Telefon` is in Berlin. */
function townOf(town: string): string {
  return town
    .replace(/\s+(?:Tel|Telefon|Telephone|Phone|Fax|E-?Mail|Mail|Germany:|USt|VAT)\b.*$/u, "")
    .trim();
}

function tidy(line: string): string {
  return line
    .replace(
      /^(?:address|adresse|anschrift|adres|indirizzo|dirección|sede legale|siège social|registered office)\s*:?\s*/iu,
      "",
    )
    .trim();
}
