import { luhn, mod9710 } from "../model/check-digits.ts";
import { personPatterns } from "./person-names.ts";

export type PrivateDataKind = "email" | "phone" | "order-number" | "plate" | "iban" | "card" | "person";

/** A place in a text that looks like something about a person which need not be published for ever. */
export interface PrivateData {
  readonly kind: PrivateDataKind;
  readonly text: string;
  /** Index in UTF-16 units. */
  readonly at: number;
}

/** One kind of private data: a cheap pattern, and a check that keeps false alarms few. */
interface Finder {
  readonly kind: PrivateDataKind;
  readonly pattern: RegExp;
  readonly isIt: (found: string, before: string, after: string) => boolean;
}

const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** ISO 13616: the first four characters go last, letters count from A = 10, modulo 97 leaves 1. */
function isIban(text: string): boolean {
  const compact = text.replaceAll(" ", "");
  if (compact.length < 15 || compact.length > 34) return false;
  return mod9710(compact.slice(4) + compact.slice(0, 4));
}

/** ISO/IEC 7812: the Luhn sum. */
function isCard(text: string): boolean {
  const digits = digitsOf(text);
  return digits.length >= 13 && digits.length <= 19 && luhn(digits);
}

const phoneWord =
  /(?:phone|tel(?:[eé]fon[eo]?|\.)?|t[eé]l|call(?: me)?|mobile?|m[oó]vil|cell(?:ulare)?|handy|fon|whatsapp|puh|電話|电话|전화|טלפון|هاتف|телефон)\P{L}{0,8}$/iu;
const articleWord =
  /(?:ean|gtin|upc|isbn|issn|sku|asin|art(?:icle|ikel)?|model|serial|nr|no|n°)\P{L}{0,6}$/iu;
const northAmerican = /^(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}$/;
const isoOrLocalDate = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})(?:\D|$)/;

function isPhone(found: string, before: string): boolean {
  const { length } = digitsOf(found);
  if (length < 7 || length > 15 || isoOrLocalDate.test(found)) return false;
  if (phoneWord.test(before)) return true;
  if (found.startsWith("+")) return length >= 8;
  if (articleWord.test(before)) return false;
  if (northAmerican.test(found)) return true;
  if (found.startsWith("00")) return length >= 10 && found.trim() !== digitsOf(found);
  // A trunk prefix, as in most of Europe, Asia and Oceania. Twelve bare digits are rather a bar code.
  return /^\(?0[1-9]/.test(found) && length >= 9 && length <= (/\D/.test(found) ? 12 : 11);
}

/** "Order number", "customer no.", "tracking" and the like, right before the number. */
const orderWord =
  /(?:\border|\bbestell(?:ung|nummer|nr)?|\bauftrag(?:snummer|snr)?|\bcommande|\bpedido|\bencomenda|\bordine|\bbestelling|zam[oó]wieni[ea]|\btilaus(?:numero)?|заказ[а-я]*|注文(?:番号)?|订单(?:号)?|訂單|주문(?:번호)?|הזמנה|طلب|\bcustomer|\bkunden(?:nummer|nr)?|\binvoice|\brechnung(?:snummer|snr)?|\bfacture|\bfactura|\btracking|\bsendung(?:snummer)?|\bbooking|\bticket)(?:\s*(?:is|was|id|no|nr|num(?:ber|éro|ero)?|número|numero|n[°º]|№|:|#|\.|-|رقم|מספר))*\s*$/iu;
const marketplaceOrder = /^\d{3}-\d{7}-\d{7}$/;

function isOrderNumber(found: string, before: string): boolean {
  if (marketplaceOrder.test(found)) return true;
  return digitsOf(found).length >= 5 && orderWord.test(before);
}

const plateWord =
  /(?:plate|registration|\breg|kennzeichen|immatricul\p{L}*|plaque|matr[ií]cula|targa|kenteken|nummerplaat|rejestrac\p{L}*|rekisteri\p{L}*|номер\p{L}*|ナンバー)\P{Lu}{0,12}$/iu;
const british = /^[A-HJ-PR-Y][A-HJ-PR-Y]\d{2} [A-HJ-PR-Z]{3}$/;
const french = /^[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}$/;

function isPlate(found: string, before: string): boolean {
  return british.test(found) || french.test(found) || (/\d/.test(found) && plateWord.test(before));
}

/** In order of certainty: what one has found the next do not look at. */
const finders: readonly Finder[] = [
  {
    kind: "email",
    pattern:
      /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,24}/gu,
    isIt: () => true,
  },
  { kind: "iban", pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b/g, isIt: isIban },
  { kind: "card", pattern: /(?<![\d-])[2-6]\d{3}(?:[ -]?\d{2,6}){2,4}(?![\d-])/g, isIt: isCard },
  {
    kind: "order-number",
    pattern: /(?<![\p{Script=Latin}\d-])[A-Z\d][A-Z\d-]{4,30}(?![\p{Script=Latin}\d])/gu,
    isIt: isOrderNumber,
  },
  {
    kind: "phone",
    pattern: /(?<![\p{Script=Latin}\d.,-])\+?\(?\d[\d \u00A0()./-]{5,20}\d(?![\p{Script=Latin}\d]|[.,]\d)/gu,
    isIt: isPhone,
  },
  {
    kind: "plate",
    pattern:
      /(?<![\p{L}\d-])(?:\p{Lu}{1,3}[- ]?(?:\p{Lu}{1,2}[- ]?)?\d{1,4}(?:[- ]?\p{Lu}{1,3})?|\d{4}[- ]?[A-Z]{3})(?![\p{L}\d-])/gu,
    isIt: isPlate,
  },
  ...personPatterns.map(({ pattern, isIt }) => ({ kind: "person" as const, pattern, isIt })),
];

/** How much text on either side can say what a number or name is. */
const contextLength = 40;

/**
 * Finds what a person may not want to publish: reviews are public, signed and copied. Made to warn rarely and
 * rightly, so it misses some. Nothing is refused because of it. Never throws, linear in the text's length.
 *
 * @param about - What the text is about: a brand that is called like a person is none.
 */
export function privateDataIn(text: string, about = ""): readonly PrivateData[] {
  const found: PrivateData[] = [];
  const isTaken = (start: number, end: number): boolean =>
    found.some(({ at, text }) => start < at + text.length && at < end);
  for (const { kind, pattern, isIt } of finders) {
    for (const { 0: match, index } of text.matchAll(pattern)) {
      const end = index + match.length;
      const before = text.slice(Math.max(0, index - contextLength), index);
      if (isTaken(index, end) || !isIt(match, before, text.slice(end, end + contextLength))) continue;
      if (kind === "person" && about.includes(match)) continue;
      found.push({ kind, text: match, at: index });
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}
