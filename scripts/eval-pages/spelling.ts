import { foldName } from "../../lib/brands/fold-name.ts";

/** What an answer is worth: `none` where the label asks nothing. */
export type Verdict = "right" | "wrong" | "silent" | "none";

/**
 * Whether a name is one of the spellings given, `|` between them, however it is written. Equal, not contained. Labels
 * cut out of a page's source have its `&amp;`.
 */
export function isSpelling(name: string, spellings: string): boolean {
  const folded = foldName(name);
  return (
    folded !== "" &&
    spellings
      .replaceAll("&amp;", "&")
      .split("|")
      .some((spelling) => foldName(spelling) === folded)
  );
}

/** What an answer is worth against the spellings of a label; no answer is silence. */
export function verdictOf(answer: string | undefined, truth = ""): Verdict {
  if (truth === "") return "none";
  if (answer === undefined) return "silent";
  return isSpelling(answer, truth) ? "right" : "wrong";
}
