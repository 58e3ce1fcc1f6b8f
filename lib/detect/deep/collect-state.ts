import type { FoundMakers } from "./found-makers.ts";

/** Of one script, and of all: pages of large shops carry 400 kB of state in one script, and several of them. */
const longestScript = 450_000;
const mostText = 1_500_000;
const mostHits = 160;
const mostOfKey = 40;

/** Parts of the names under which scripts keep a product's brand; found by plain search, then read closely. */
const keys = ["rand", "RAND", "anufacturer", "endor", "marca", "marque", "Marke", "marke"];
/** From a key's end: the rest of its name, `=` or `:`, and a string, bare or as the name of an object or list. */
const value =
  /(?:_?[nN]ame|_?[tT]itle|_?[tT]ext|_?[vV]alue|_?[lL]abel)?\\{0,3}["']?\]?\s{0,3}[:=]\s{0,3}(?:\[\s{0,3})?(?:\{[^{}[\]]{0,200}?\\{0,3}["']?(?:name|title|label|value)\\{0,3}["']?\s{0,3}:\s{0,3})?\\{0,3}["']((?:[^"'\\<>{}\n]|\\u[\da-fA-F]{4}|\\\/){1,80}(?:'[^"'\\<>{}\n]{1,40})?)\\{0,3}["']/y;
/** Labels that scripts keep as a string, with the value in one of the next fields: `"name":"Brand","value":"Kite"`. */
const labels = [
  'rand"',
  'rand Name"',
  'arke"',
  'arca"',
  'arque"',
  'RAND"',
  'ブランド"',
  '品牌"',
  '브랜드"',
  'ренд"',
];
const labelled =
  /\s{0,3},\s{0,3}(?:"[\w-]{1,30}"\s{0,3}:\s{0,3}(?:[\d.]{1,20}|null|true|false|"[^"\\{}]{0,60}")\s{0,3},\s{0,3}){0,3}"(?:value|attrValue|values|text|name|content|displayValue|valueName|value_name|attributeValue)"\s{0,3}:\s{0,3}(?:\[\s{0,3})?(?:\{[^{}[\]]{0,80}?"(?:name|text|value|label)"\s{0,3}:\s{0,3})?"([^"\\<>{}\n]{1,80})"/y;
/** What may stand before the part that is searched for. */
const before =
  /(?:^|[^a-zA-Z])(?:(?:product|item|prod|p|article|primary|main|pdp|ecomm|pr|page)?[_.-]?[bBmMvV]?|(?:product|item)[A-Z])$/u;

/** The label is the whole string, but for the letter that may be a capital. */
const beforeLabel = /"[bBmMбБ]?$/u;

/** Names in the state that scripts of the page carry, without parsing it: a bounded number of plain searches. */
export function collectState(document: Document, found: FoundMakers): void {
  let room = mostText;
  let hits = 0;
  for (const script of document.querySelectorAll("script:not([src])")) {
    const text = script.textContent ?? "";
    if (
      text.length < 40 ||
      text.length > longestScript ||
      /ld\+json/iu.test(script.getAttribute("type") ?? "")
    )
      continue;
    if ((room -= text.length) < 0) return;
    for (const key of keys) hits += search(text, key, value, before, found);
    for (const label of labels) hits += search(text, label, labelled, beforeLabel, found);
    if (hits > mostHits) return;
  }
}

/** Reads what follows each occurrence of a word, where what stands before it fits. @returns how often it stood there. */
function search(text: string, word: string, what: RegExp, fits: RegExp, found: FoundMakers): number {
  let hits = 0;
  for (let at = text.indexOf(word); at >= 0 && hits < mostOfKey; at = text.indexOf(word, at + word.length)) {
    hits += 1;
    if (!fits.test(text.slice(Math.max(0, at - 12), at))) continue;
    what.lastIndex = at + word.length;
    const name = what.exec(text)?.[1];
    if (name !== undefined) found.add("state", unescaped(name));
  }
  return hits;
}

/** `\u00e9` and `\/` as JSON writes them; names hold little else. */
function unescaped(name: string): string {
  return name
    .replace(/\\u([\da-f]{4})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(.)/gu, "$1");
}
