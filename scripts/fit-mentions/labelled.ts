import { readFile } from "node:fs/promises";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text with the places where it truly names a brand. */
export interface LabelledText {
  readonly id: string;
  readonly text: string;
  readonly truth: readonly Span[];
}

export interface Corpus {
  readonly texts: readonly LabelledText[];
  /**
   * Whether accounts ("@nike") are marked where they are brands. In WNUT-17 they are no entities at all; in the
   * Broad Twitter Corpus four of ten true places are accounts.
   */
  readonly marksAccounts: boolean;
  /** Companies and products are marked as such, and not as one with teams, schools and ministries. */
  readonly isNarrow: boolean;
}

/** Entity types that count as brands: of WNUT-17, and of the Broad Twitter Corpus, where it is all there is. */
const narrowTypes: ReadonlySet<string> = new Set(["corporation", "product"]);
const broadType = "ORG";

interface Line {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

/** Reads `{"id","text","entities":[{"start","end","type"}]}`, one a line; offsets in code points become UTF-16. */
export async function readCorpus(file: string): Promise<Corpus> {
  const lines = (await readFile(file, "utf8"))
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Line);
  const texts = lines.map(({ id, text, entities }) => ({
    id,
    text,
    truth: entities
      .filter(({ type }) => narrowTypes.has(type) || type === broadType)
      .map(({ start, end }) => ({ start: unitsOf(text, start), end: unitsOf(text, end) })),
  }));
  const isNarrow = !lines.some(({ entities }) => entities.some(({ type }) => type === broadType));
  return { texts, isNarrow, marksAccounts: areAccountsMarked(texts) };
}

/** Fewer of its accounts than this marked as brands: then a corpus does not look at them. */
const fewestMarked = 0.02;

function areAccountsMarked(texts: readonly LabelledText[]): boolean {
  let accounts = 0;
  let marked = 0;
  for (const { text, truth } of texts) {
    for (const { index, 0: written } of text.matchAll(/@ ?\w+/gu)) {
      accounts++;
      if (truth.some((span) => overlaps(span, { start: index, end: index + written.length }))) marked++;
    }
  }
  return marked > accounts * fewestMarked;
}

/** Whether a place in a text is an account or an address: of those a corpus of names may say nothing. */
export function isAccountOrAddress(text: string, { start }: Span): boolean {
  return /^(?:@|https?:|www\.)/iu.test(text.slice(start, start + 8));
}

/** The UTF-16 offset of a code point, which is how other tools count. */
function unitsOf(text: string, codePoints: number): number {
  if (!/[\ud800-\udbff]/u.test(text)) return codePoints;
  return Array.from(text).slice(0, codePoints).join("").length;
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
