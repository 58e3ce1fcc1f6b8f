import { readFile } from "node:fs/promises";

/** A text with the places where it truly names a brand. */
export interface LabelledText {
  readonly id: string;
  readonly text: string;
  readonly truth: readonly { readonly start: number; readonly end: number }[];
}

/** Entity types that count as brands: of WNUT-17 and of the Broad Twitter Corpus. */
const brandTypes: ReadonlySet<string> = new Set(["corporation", "product", "ORG"]);

interface Line {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

/** Reads `{"id","text","entities":[{"start","end","type"}]}`, one a line; offsets in code points become UTF-16. */
export async function readLabelled(file: string): Promise<LabelledText[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const { id, text, entities } = JSON.parse(line) as Line;
    const truth = entities
      .filter(({ type }) => brandTypes.has(type))
      .map(({ start, end }) => ({ start: unitsOf(text, start), end: unitsOf(text, end) }));
    return { id, text, truth };
  });
}

/** The UTF-16 offset of a code point, which is how other tools count. */
function unitsOf(text: string, codePoints: number): number {
  if (!/[\ud800-\udbff]/u.test(text)) return codePoints;
  return Array.from(text).slice(0, codePoints).join("").length;
}

export function overlaps(
  one: { readonly start: number; readonly end: number },
  other: { readonly start: number; readonly end: number },
): boolean {
  return one.start < other.end && other.start < one.end;
}
