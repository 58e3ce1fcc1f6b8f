import type { Code } from "../../model/research/coding.ts";

/** What differs between two versions, by code. */
export interface CodebookChanges {
  readonly added: readonly Code[];
  readonly removed: readonly Code[];
  /** As they are now: name, description, colour or parent are others. */
  readonly changed: readonly Code[];
  /** Only their order is another. */
  readonly isReordered: boolean;
}

export function changesBetween(before: readonly Code[], after: readonly Code[]): CodebookChanges {
  const old = new Map(before.map((code) => [code.id, code]));
  const now = new Set(after.map(({ id }) => id));
  const kept = after.filter(({ id }) => old.has(id));
  const oldOrder = before.filter(({ id }) => now.has(id)).map(({ id }) => id);
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !now.has(id)),
    changed: kept.filter((code) => !isSame(code, old.get(code.id))),
    isReordered: kept.some(({ id }, at) => oldOrder[at] !== id),
  };
}

export function isUnchanged({ added, removed, changed, isReordered }: CodebookChanges): boolean {
  return added.length + removed.length + changed.length === 0 && !isReordered;
}

function isSame(a: Code, b: Code | undefined): boolean {
  return (
    a.name === b?.name && a.description === b.description && a.colour === b.colour && a.parent === b.parent
  );
}
