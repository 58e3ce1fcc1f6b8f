/** Longest name that is shown anywhere, in UTF-16 units. */
const longestName = 200;

/** Controls, format characters (bidirectional overrides, zero width), lone surrogates: names can spoof with them. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u115F\u1160\u3164\uFFA0]|\p{Variation_Selector}/gu;
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d?));/gi;
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  reg: "®",
  trade: "™",
  copy: "©",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  middot: "·",
  bull: "•",
  raquo: "»",
  laquo: "«",
  hellip: "…",
  eacute: "é",
  egrave: "è",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
};

/** Decodes HTML entities once. Unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff)
      ? String.fromCodePoint(code)
      : whole;
  });
}

/**
 * Text from a page as a name to show: entities decoded (twice: shops encode what was encoded), tags and
 * characters that cannot be seen removed, one space between words, at most `length` characters.
 */
export function cleanText(text: string | undefined, length = longestName): string | undefined {
  if (!text) return undefined;
  const decoded = decodeEntities(decodeEntities(text.slice(0, length * 8)))
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, " ")
    .toWellFormed()
    .replace(/[\t\n\f\r]/g, " ")
    .replace(invisible, "")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
  const cut = decoded.slice(0, length);
  return (cut.isWellFormed() ? cut : cut.slice(0, -1)).trim() || undefined;
}

/** Letters and digits alone, for comparing what a page says twice. `lib/brands/fold-name.ts` does it for names. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
