import { canonicalJson } from "../../model/checksum.ts";
import type { NewItem, ResearchItem, TextVersion } from "../../model/research/item.ts";
import { mergeItem, mostVersions } from "../capture/merge-item.ts";

/**
 * What an item is once a file has told of it too: as if it had been met again when the file saw it, and with the
 * earlier texts, selection and look-again of both. Nothing the person has is lost. Equal files change nothing.
 */
export function mergeImported(before: ResearchItem, told: NewItem): ResearchItem {
  // That it stood in a file as well is no reason why it was kept.
  const merged = mergeItem(before, told.why === "import" ? { ...told, why: before.why } : told);
  const { audienceNote, recheck, target, title } = told;
  return {
    ...merged,
    ...(before.audienceNote === undefined && audienceNote !== undefined ? { audienceNote } : {}),
    ...(before.target === undefined && target ? { target } : {}),
    ...(before.title === undefined && title !== undefined ? { title } : {}),
    ...(recheck && recheck.at > (before.recheck?.at ?? 0) ? { recheck } : {}),
    versions: withVersions(merged.versions, told.versions, merged.text),
  };
}

export function isSame(before: ResearchItem, after: ResearchItem): boolean {
  return canonicalJson(before) === canonicalJson(after);
}

function withVersions(
  here: readonly TextVersion[],
  told: readonly TextVersion[],
  current: string,
): readonly TextVersion[] {
  const known = new Set([current, ...here.map(({ text }) => text)]);
  const more = told.filter(({ text }) => !known.has(text));
  if (more.length === 0) return here;
  return [...here, ...more].toSorted((a, b) => a.from - b.from).slice(-mostVersions);
}
