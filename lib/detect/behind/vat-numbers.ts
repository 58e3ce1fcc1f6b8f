import type { VatNumber } from "../../model/behind.ts";
import { luhn, remainder } from "../../model/check-digits.ts";
import * as check from "./check-digits.ts";

interface Country {
  /** What follows the country's letters, without spaces and dots. */
  readonly shape: RegExp;
  readonly fits: (text: string) => boolean;
  /** Words that name this country's number where its letters are left out. */
  readonly label?: RegExp;
}

const any = (): boolean => true;

/** @see https://ec.europa.eu/taxation_customs/vies/#/faq for the shapes */
const countries: Readonly<Record<string, Country>> = {
  AT: { shape: /^U\d{8}$/, fits: (text) => check.austria(text.slice(1)), label: /\bUID\b/ },
  BE: {
    shape: /^[01]\d{9}$/,
    fits: check.belgium,
    label: /\b(?:KBO|BCE|BTW[- ]?(?:BE|nr\.? BE)|ondernemingsnummer|numéro d'entreprise)\b/i,
  },
  BG: { shape: /^\d{9,10}$/, fits: any },
  CHE: { shape: /^\d{9}$/, fits: check.switzerland },
  CY: { shape: /^\d{8}[A-Z]$/, fits: any },
  CZ: {
    shape: /^\d{8,10}$/,
    fits: (text) => text.length !== 8 || check.czechia(text),
  },
  DE: { shape: /^[1-9]\d{8}$/, fits: check.mod1110 },
  DK: { shape: /^\d{8}$/, fits: check.denmark },
  EE: {
    shape: /^\d{9}$/,
    fits: (text) => (10 - (check.weighted(text, [3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10 === Number(text[8]),
  },
  EL: {
    shape: /^\d{9}$/,
    fits: (text) => (check.weighted(text, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(text[8]),
    label: /(?:^|[^\p{L}])(?:ΑΦΜ|Α\.Φ\.Μ\.?)/u,
  },
  ES: { shape: /^[A-Z\d]\d{7}[A-Z\d]$/, fits: check.spain, label: /\b(?:C\.?I\.?F|N\.?I\.?F)\b/ },
  FI: { shape: /^\d{8}$/, fits: check.finland },
  FR: { shape: /^[A-HJ-NP-Z\d]{2}\d{9}$/, fits: check.france },
  GB: {
    shape: /^\d{9}(?:\d{3})?$/,
    fits: check.unitedKingdom,
    label: /\bVAT (?:reg(?:istration|istered|\.)? ?)?(?:no|nr|number|num|#)?\b/i,
  },
  HR: { shape: /^\d{11}$/, fits: check.mod1110, label: /\bOIB\b/ },
  HU: {
    shape: /^\d{8}$/,
    fits: (text) => (10 - (check.weighted(text, [9, 7, 3, 1, 9, 7, 3]) % 10)) % 10 === Number(text[7]),
  },
  IE: { shape: /^\d{7}[A-W][A-I]?$/, fits: check.ireland },
  IT: { shape: /^\d{11}$/, fits: luhn, label: /\b(?:P\.? ?I(?:VA|\.V\.A)\b\.?|partita iva)/i },
  LT: { shape: /^(?:\d{9}|\d{12})$/, fits: any },
  LU: { shape: /^\d{8}$/, fits: (text) => Number(text.slice(0, 6)) % 89 === Number(text.slice(6)) },
  LV: { shape: /^\d{11}$/, fits: check.latvia },
  MT: {
    shape: /^\d{8}$/,
    fits: (text) => 37 - (check.weighted(text, [3, 4, 6, 7, 8, 9]) % 37) === Number(text.slice(6)),
  },
  NL: { shape: /^\d{9}B\d{2}$/, fits: check.netherlands, label: /\bBTW\b/i },
  NO: { shape: /^\d{9}(?:MVA)?$/, fits: check.norway },
  PL: {
    shape: /^\d{10}$/,
    fits: (text) => check.weighted(text, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(text[9]),
    label: /\bNIP\b/,
  },
  PT: {
    shape: /^[1-9]\d{8}$/,
    fits: check.portugal,
    label: /\b(?:NIPC|NIF|contribuinte)\b/i,
  },
  RO: { shape: /^\d{2,10}$/, fits: check.romania },
  SE: { shape: /^\d{10}01$/, fits: (text) => luhn(text.slice(0, 10)) },
  SI: { shape: /^[1-9]\d{7}$/, fits: (text) => check.mod11(text, [8, 7, 6, 5, 4, 3, 2], 0) },
  SK: { shape: /^[1-9]\d{9}$/, fits: (text) => remainder(text, 11) === 0 },
};

/** What names a VAT number in many languages; a bare code of two letters and digits may be anything. */
const vatWord =
  /\b(?:VAT|V\.A\.T|USt|UStID|Umsatzsteuer|MwSt|MWST|UID|TVA|T\.V\.A|IVA|I\.V\.A|P\.? ?IVA|BTW|moms|momsreg|ALV|DIČ|DIC|IČ DPH|PVN|PVM|KMKR|DDV|PDV|OIB|NIP|NIF|NIPC|CIF|CUI|KDV|TIN|tax id|steuernummer|CVR|VIES|Y-tunnus|adószám|közösségi|intracommunautaire|ДДС|ΑΦΜ)|(?:^|[^\p{L}])(?:ΑΦΜ|Α\.Φ\.Μ|ДДС)/iu;
const prefixed =
  /(?<![\p{L}\d])(ATU|AT|BE|BG|CHE|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|XI)[\s.:-]{0,2}((?:[A-Z\d][\s.-]?){4,14}[A-Z\d])(?![\p{L}\d])/gu;
const bare = /(?<![\p{L}\d])((?:[A-Z\d][\s.-]?){6,14}[A-Z\d])(?![\p{L}\d])/gu;

type Found = Omit<VatNumber, "from">;

/**
 * VAT numbers in a line: with their country's letters where their check digits fit and the line speaks of tax, or
 * the number can be nothing else; without them where the line names the country's own word.
 */
export function vatNumbers(line: string): readonly Found[] {
  const text = line.slice(0, 400);
  const isAboutTax = vatWord.test(text);
  const found = new Map<string, Found>();
  for (const [, letters = "", rest = ""] of text.matchAll(prefixed)) {
    const country = letters === "ATU" ? "AT" : letters === "XI" ? "GB" : letters;
    const number = shorten(country, `${letters === "ATU" ? "U" : ""}${compact(rest)}`);
    if (number && (isAboutTax || certain.has(country)))
      add(found, country, letters === "XI" ? "XI" : country, number);
  }
  if (isAboutTax && found.size === 0) addLabelled(found, text);
  return [...found.values()].slice(0, 4);
}

/** Numbers without letters, of the first country that the text names by its own word. */
function addLabelled(found: Map<string, Found>, text: string): void {
  for (const [country, { label }] of Object.entries(countries)) {
    const at = label ? text.search(label) : -1;
    if (at < 0) continue;
    const behind = text.slice(at, at + 60).replace(label ?? "", "");
    for (const [, digits = ""] of behind.matchAll(bare)) {
      const number = shorten(country, compact(digits));
      if (number) add(found, country, country, number);
    }
    if (found.size > 0) return;
  }
}

/** Whose shape and check digits together leave no doubt. */
const certain: ReadonlySet<string> = new Set(["AT", "NL", "FR", "CHE"]);

function add(found: Map<string, Found>, country: string, letters: string, number: string): void {
  const shown = country === "CHE" ? `CHE-${number.replace(/(\d{3})(?=\d)/g, "$1.")}` : `${letters}${number}`;
  found.set(shown, { value: shown, country: country === "CHE" ? "CH" : country === "EL" ? "GR" : country });
}

function compact(text: string): string {
  return text.replace(/[\s.-]/g, "");
}

/** What follows a number in the line may look like more of it: the longest beginning that fits is the number. */
function shorten(country: string, text: string): string | undefined {
  const { shape, fits } = countries[country] ?? {};
  for (let length = text.length; length > 4; length -= 1) {
    const start = text.slice(0, length);
    if (shape?.test(start) && /[1-9]/.test(start) && fits?.(start)) return start;
  }
  return undefined;
}
