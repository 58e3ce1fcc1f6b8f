/**
 * Legal forms of companies as they stand in a text, where they are sure to be nothing else: in the case that they
 * are written in, so that "as" or "se" in a sentence make no company. Full stops are left out.
 */
const forms: ReadonlySet<string> = new Set(
  (
    "Inc INC Incorporated Corp CORP Corporation Company Co LLC LLP PLLC Ltd LTD ltd Limited LIMITED PLC plc Plc Pty PTY " +
    "Pte PTE Pvt PVT Sdn Bhd LLP CIC GmbH gGmbH mbH UG AG KG KGaA OHG GbR eK eKfm eU eV eG SE SA SAS SASU SARL Sarl sarl " +
    "Sàrl SÀRL EURL SCOP SNC SRL Srl srl SRLS Srls SpA SPA spa Snc snc Sas SL SLU SLL Lda LDA Ltda LTDA S/A BV bv NV nv VOF " +
    "vof BVBA bvba SPRL ApS APS A/S I/S AS ASA AB HB Oy OY Oyj sro as vos Kft Zrt Nyrt Bt doo dd SIA UAB OÜ EOOD OOD KK " +
    "Şti AŞ MMC QSC ASC AE EPE ΑΕ ΕΠΕ ЕООД ООД"
  ).split(" "),
);
/** Forms that need their full stops: without them they are words. */
const dotted = /^(?:s[.]?p[.]a|s[.]a|a[.]s|k[.]k|b[.]v|n[.]v|d[.]d|e[.]v|e[.]k|c[.]b|o[.]e)[.]?$/i;
const needsDots = /^(?:spa|as|dd|nv|bv|vos)$/;
const polish = /^(?:sp|spółka)[.]?$/i;
const polishEnd = /^(?:z[.]?)?\s?o[.]\s?o[.]?$|^(?:k|j)[.]$/i;
/** Before the name, as Slavic and Baltic companies write it. */
const formsBefore: ReadonlySet<string> = new Set(
  "ООО ОАО ЗАО ПАО АО ИП ТОВ ПрАТ SIA UAB PT CV ТОО".split(" "),
);
const joints: ReadonlySet<string> = new Set(
  "& + and und et e y i og och en of de du des del della di da dos the la le les van von der den für for zu zum à by".split(
    " ",
  ),
);
/** Words that may stand before a name and are no part of it. */
const notName =
  /^(?:©|\(c\)|copyright|by|bei|at|from|about|contact(?:ing)?|welcome|to|the|is|are|was|with|kontakt|impressum|registered|operated|owned|powered|firma|für|wir|we|our|name:?|\d{4}(?:[-–]\d{2,4})?,?|[|•·–—-])$/i;

/**
 * Names of companies in a line, from the capital that begins them to their legal form: `Sunny Bakery Ltd` of
 * "Sunny Bakery Ltd, 4 High Street". At most `most`; looks at every word at most ten times.
 */
export function companyNames(line: string, most = 3): readonly string[] {
  const words = line.slice(0, 400).split(/\s+/u).filter(Boolean).slice(0, 80);
  const names: string[] = [];
  let floor = 0;
  for (let index = 0; index < words.length && names.length < most; index += 1) {
    const end = formsBefore.has(words[index] ?? "") ? endOfName(words, index) : lastFormWord(words, index);
    if (end === undefined) continue;
    const start = formsBefore.has(words[index] ?? "") ? index : startOfName(words, index, floor);
    const name = words.slice(start, end + 1).join(" ");
    if (start < end) names.push(name.replace(/^["'(]+(?![^"')]*["')])|[,;:]+$/gu, ""));
    index = end;
    floor = end + 1;
  }
  return names;
}

/** Whether a word is a legal form that follows a name. */
export function isLegalForm(word: string): boolean {
  const bare = word.replace(/[,;:)]+$/, "");
  if (dotted.test(bare)) return bare.includes(".");
  const plain = bare.replaceAll(".", "");
  return forms.has(plain) && (bare.includes(".") || !needsDots.test(plain));
}

/**
 * The last word of the form that begins at `index`, which may have several (`GmbH & Co. KG`, `Pty Ltd`,
 * `Sp. z o.o.`); `undefined` where none begins.
 */
function lastFormWord(words: readonly string[], index: number): number | undefined {
  if (index === 0 || !beginsForm(words, index)) return undefined;
  let last = index;
  for (let at = index + 1; at < Math.min(words.length, index + 5); at += 1) {
    if (/[;|]$/.test(words[at - 1] ?? "")) break;
    if (isLegalForm(words[at] ?? "") || polishEnd.test(words[at] ?? "")) last = at;
    else if (!/^(?:&|z|de|und)$/i.test(words[at] ?? "")) break;
  }
  return last;
}

function beginsForm(words: readonly string[], index: number): boolean {
  const [word = "", next = ""] = words.slice(index, index + 2);
  return isLegalForm(word) || (polish.test(word) && /^(?:z|k|j)/i.test(next));
}

function startOfName(words: readonly string[], end: number, floor: number): number {
  let start = end;
  for (let index = end - 1; index >= Math.max(floor, end - 8); index -= 1) {
    const word = words[index] ?? "";
    if (endsBefore(word, start < end, index === end - 1)) break;
    const begins = /^["'«„“(]?[\p{Lu}\p{N}\p{Lo}]/u.test(word);
    if (!begins && !joints.has(word)) break;
    if (begins) start = index;
  }
  // `5 Ludlow Street SE` is a door, no company.
  return /^\d/.test(words[start] ?? "") && /^(?:SE|AS|SA)[.,]?$/.test(words[end] ?? "") ? end : start;
}

/** Whether a name begins only behind this word. */
function endsBefore(word: string, isInName: boolean, isLast: boolean): boolean {
  if (notName.test(word)) return !(isInName && word.toLowerCase() === "by");
  return /[|•·:;!?]$|^https?:|@/u.test(word) || (!isLast && /\p{L}{4,}[.]$/u.test(word));
}

/** The end of a name that its form begins: a quoted name, or words with capitals. */
function endOfName(words: readonly string[], index: number): number | undefined {
  if (/^["«„“]/u.test(words[index + 1] ?? "")) {
    for (let at = index + 1; at < Math.min(words.length, index + 8); at += 1)
      if (/["»“”][,.;]?$/u.test(words[at] ?? "")) return at;
    return undefined;
  }
  let end = index;
  while (end < index + 6 && /^[\p{Lu}\p{N}]/u.test(words[end + 1] ?? "")) end += 1;
  return end === index ? undefined : end;
}
