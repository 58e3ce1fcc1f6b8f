import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readBrandLines } from "../daily/brand.ts";
import { directoryBrands, type DirectoryBrands } from "../daily/directory.ts";
import { type Flags, UsageError } from "./command.ts";
import { numberOf, text } from "./settings.ts";

/** Options of every command that asks about brands. */
export const brandOptions = {
  brands: { type: "string" },
  directory: { type: "string" },
  only: { type: "string" },
} as const;

/** Where `npm run directory` puts the brand directory. */
const builtDirectory = join(import.meta.dirname, "../../../public/directory");

/** The brands of `--brands`, else of the directory; with `--only N` the first N of them. */
export async function brandsOf(flags: Flags): Promise<DirectoryBrands> {
  const { brands, finder } = await allBrands(flags);
  return { brands: brands.slice(0, numberOf(text(flags["only"]), "--only", brands.length)), finder };
}

async function allBrands(flags: Flags): Promise<DirectoryBrands> {
  const file = text(flags["brands"]);
  // Their names are compared as they are written.
  if (file !== undefined)
    return {
      brands: readBrandLines(await readFile(file, "utf8")),
      finder: { find: async () => [], findAll: async () => [] },
    };
  const folder = text(flags["directory"]) ?? builtDirectory;
  try {
    return await directoryBrands(folder);
  } catch (cause) {
    throw new UsageError(
      `There is no brand directory in ${folder}. Build it (npm run directory), or give --brands.`,
      { cause },
    );
  }
}
