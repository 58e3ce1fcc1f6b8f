import { readFile } from "node:fs/promises";
import { z } from "zod";
import { clusterTexts, setsOf } from "../../lib/trust/text/text-clusters.ts";
import { emptyPrints, likeness, writePrint } from "../../lib/trust/text/text-prints.ts";

const Line = z.object({ text: z.string() });
const Reply = z.object({
  reviews: z.array(z.object({ payload: z.object({ opinion: z.string().nullish() }) })),
});

/** How many of a file's real texts the signals of texts would speak of. The texts themselves are not printed. */
export async function textFigures(file: string): Promise<string> {
  const content = await readFile(file, "utf8");
  const texts = file.endsWith(".jsonl")
    ? content.split("\n").flatMap((line) => (line === "" ? [] : [Line.parse(JSON.parse(line)).text]))
    : Reply.parse(JSON.parse(content)).reviews.map(({ payload }) => payload.opinion ?? "");
  const prints = emptyPrints(texts.length);
  for (const [row, text] of texts.entries()) writePrint(prints, row, text);
  const long = texts.filter((_, row) => prints.bands[row * likeness.bands] !== 0);
  const alike = setsOf(clusterTexts(prints), texts.keys()).flat().length;
  const flagged = prints.flags.filter((flags) => flags !== 0).length;
  return `${file}: ${texts.length} texts, ${long.length} long enough to compare, ${alike} alike, ${flagged} flagged`;
}
