import { parseCount } from "./counts.ts";

/** Votes up less votes down, which other counts never are: it may be negative. */
export function parseScore(text: string | null | undefined): number | undefined {
  const count = parseCount(text);
  return count !== undefined && /^\s*[-−–]/u.test(text ?? "") ? -count : count;
}
