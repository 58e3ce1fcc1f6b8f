import { formatList, t } from "../../lib/i18n.ts";
import type { Code } from "../../lib/model/research/coding.ts";
import type { CodebookChanges } from "../../lib/research/codebook/compare-codebooks.ts";

const names = (codes: readonly Code[]): string => formatList(codes.map(({ name }) => name));

/** What a next version changes, and what it means for codings: nothing, they keep the version they were made with. */
export function changeLines(
  { added, removed, changed, isReordered }: CodebookChanges,
  uses: ReadonlyMap<string, number>,
): readonly string[] {
  const used = removed.flatMap(({ id, name }): readonly string[] => {
    const count = uses.get(id) ?? 0;
    return count > 0 ? [t("research_code_used", { name, count })] : [];
  });
  return [
    ...(added.length > 0 ? [t("research_codebook_added", { names: names(added) })] : []),
    ...(changed.length > 0 ? [t("research_codebook_changed", { names: names(changed) })] : []),
    ...(removed.length > 0 ? [t("research_codebook_removed", { names: names(removed) })] : []),
    ...used,
    ...(isReordered ? [t("research_codebook_reordered")] : []),
  ];
}
