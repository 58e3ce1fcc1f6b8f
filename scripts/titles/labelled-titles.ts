import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { openDirectory } from "../../lib/brands/directory.ts";
import { foldName } from "../../lib/brands/fold-name.ts";
import { makerNamesIn } from "../../lib/brands/maker.ts";
import { buildDirectory, directoryFolder } from "../build-directory/build.ts";

/** A product's title with what people marked as its brand. */
export interface LabelledTitle {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  /** Folded spellings of the brand; empty where the title has none. */
  readonly brand: ReadonlySet<string>;
  /** Which runs of the title the directory has as names, folded. */
  readonly known: ReadonlySet<string>;
}

const Line = z.object({
  id: z.string(),
  title: z.string(),
  category: z.string().default(""),
  brand: z
    .union([z.string().transform((name) => (name === "" ? [] : [name])), z.array(z.string())])
    .default([]),
  brand_annotated: z.boolean().optional(),
});

/**
 * The titles of a JSON-lines file that somebody looked at: those with a brand, and those marked as having none.
 * A title without either says nothing and is left out.
 */
export async function readLabelledTitles(file: string): Promise<readonly LabelledTitle[]> {
  if (!existsSync(join(directoryFolder, "head.bin"))) await buildDirectory();
  const directory = await openDirectory((path) => readFile(join(directoryFolder, path)));
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  const titles: LabelledTitle[] = [];
  for (const line of lines) {
    const { id, title, category, brand, brand_annotated: annotated } = Line.parse(JSON.parse(line));
    const spellings = brand.map((name) => foldName(name)).filter((name) => name !== "");
    if (spellings.length === 0 && annotated !== true) continue;
    const known = await makerNamesIn(title, directory);
    titles.push({ id, title, category, brand: new Set(spellings), known: new Set(known.keys()) });
  }
  return titles;
}
