/**
 * GTIN-8, -12, -13 or -14 as digits, or `undefined` where the check digit is wrong, the number is one of a
 * shop's own (prefixes 2 and 02, which mean another thing in each shop), or the text is no GTIN.
 *
 * @see https://ref.gs1.org/standards/genspecs/ 7.9 (check digit), 1.4 (prefixes)
 */
export function readGtin(text: string): string | undefined {
  const digits = text.replace(/^\s*(?:gtin|ean|upc|isbn)(?:-?\d{1,2})?\s*[:=]\s*/i, "").replace(/[\s-]/g, "");
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits) || /^0+$/.test(digits)) return undefined;
  const padded = digits.padStart(14, "0");
  let sum = 0;
  for (let index = 0; index < 13; index += 1) sum += Number(padded[index]) * (index % 2 === 0 ? 3 : 1);
  if ((10 - (sum % 10)) % 10 !== Number(padded[13])) return undefined;
  const isInternal = digits.length === 8 ? /^[02]/.test(digits) : /^(?:02|2|04)/.test(padded.slice(1));
  return isInternal ? undefined : digits;
}
