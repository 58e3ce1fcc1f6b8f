import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** One evaluator over one set: which npm script, on which files. */
export interface Measurement {
  /** Row of the table, and key of the kept figures. */
  readonly name: string;
  readonly script: "eval:mentions" | "eval:pages" | "eval:sentiment" | "eval:titles";
  /** Its arguments: files, and what else it takes. */
  readonly paths: readonly string[];
}

/** Real pages and posts, where they are at hand; never part of the project. */
const corpora = ".corpora";
/** A small set that we wrote ourselves: the same on every machine and every push. */
const own = "tests/fixtures/eval";

/** What there is to measure under a folder of `pages/` and `text/`. */
function measurementsIn(folder: string, label: string): readonly Measurement[] {
  const pages = join(folder, "pages");
  const text = join(folder, "text");
  const sets = existsSync(text) ? readdirSync(text).toSorted() : [];
  const texts = sets.flatMap((set): readonly Measurement[] => {
    const path = join(text, set, "data.jsonl");
    if (!existsSync(path)) return [];
    if (/valence|vader/u.test(set)) {
      // The other half is what rules and words were looked at against.
      const paths = [path, "--half", "report"];
      return [{ name: `${label} · ${set}`, script: "eval:sentiment", paths }];
    }
    const script = /title/u.test(set) ? "eval:titles" : "eval:mentions";
    return [{ name: `${label} · ${set}`, script, paths: [path] }];
  });
  if (!existsSync(pages)) return texts;
  return [{ name: `${label} · pages`, script: "eval:pages", paths: [pages] }, ...texts];
}

export function measurements(): readonly Measurement[] {
  return [...measurementsIn(own, "own"), ...measurementsIn(corpora, "corpora")];
}
