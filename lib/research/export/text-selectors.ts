/** How much stands around a quote, in UTF-16 units. */
const around = 32;

/** An offset in UTF-16 units as the number of characters before it: what the W3C's selectors count in. */
export function codePoint(text: string, offset: number): number {
  let count = 0;
  for (let at = 0; at < offset; count++) at += (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1;
  return count;
}

/** Half of a pair of surrogates is no character. */
function wholeSlice(text: string, start: number, end: number): string {
  const from = isSecondHalf(text, start) ? start + 1 : start;
  return text.slice(from, isSecondHalf(text, end) ? end - 1 : end);
}

function isSecondHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc_00 && code <= 0xdf_ff && at > 0;
}

/** @see https://www.w3.org/TR/annotation-model/#text-quote-selector */
export function quoteSelector(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): Readonly<Record<string, string>> {
  return {
    type: "TextQuoteSelector",
    exact: text.slice(start, end),
    prefix: wholeSlice(text, Math.max(0, start - around), start),
    suffix: wholeSlice(text, end, Math.min(text.length, end + around)),
  };
}
