/** Words and signs behind a number that multiply it, in the languages of the platforms. */
const multipliers = new Map<string, number>([
  ...entries(
    1e3,
    "k thousand tsd mil mille mila tys тыс тис tūkst ribu rb bin tn tusen χιλ הא ألف พัน nghìn n ngàn",
  ),
  ...entries(
    1e6,
    "m mn mi mio mln mill million millionen millions milhões millones млн jt juta tr εκ মি ล้าน",
  ),
  ...entries(1e9, "b bn mrd mld md bio млрд milyar tỷ"),
  ...entries(1e5, "lakh lakhs l"),
  ...entries(1e7, "crore crores cr"),
]);
/** Chinese, Japanese and Korean count in ten thousands and write on without a space. */
const eastern = new Map<string, number>([
  ...entries(1e3, "千 천"),
  ...entries(1e4, "万 萬 만"),
  ...entries(1e8, "億 亿 억"),
]);
const number =
  /(\d{1,3}(?:[ \u00A0\u202F'’.,٬]\d{3})+(?!\d)|\d{1,15}(?:[.,٫]\d{1,3})?)\s?(\p{L}[\p{L}\p{M}]{0,15})?/u;

function entries(factor: number, words: string): [string, number][] {
  return words.split(" ").map((word) => [word, factor]);
}

/** The first number of a text as the platforms shorten it: "1.2K", "3,4 mil", "1 234", "2万". */
export function parseCount(text: string | null | undefined): number | undefined {
  if (!text) return undefined;
  const [, digits, word] = number.exec(westernDigits(text.slice(0, 200))) ?? [];
  if (digits === undefined) return undefined;
  const factor = factorOf(word);
  const value = Math.round(numberOf(digits, factor !== 1) * factor);
  return Number.isSafeInteger(value) ? value : undefined;
}

function factorOf(word: string | undefined): number {
  if (word === undefined) return 1;
  return eastern.get(word.charAt(0)) ?? multipliers.get(word.toLowerCase()) ?? 1;
}

function numberOf(digits: string, isShortened: boolean): number {
  const grouped = /^\d{1,3}(?:\D\d{3})+$/u.test(digits);
  // "1.234" is a thousand and more; "1.234K" is a fraction.
  const isFraction = /^\d+[.,٫]\d{1,3}$/u.test(digits) && (!grouped || isShortened);
  return Number(isFraction ? digits.replace(/\D/u, ".") : digits.replaceAll(/\D/gu, ""));
}

/** Arabic, Persian, Devanagari, Bengali and full-width digits as 0–9. */
export function westernDigits(text: string): string {
  return text.replaceAll(/[٠-٩۰-۹०-९০-৯０-９]/gu, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10].find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
