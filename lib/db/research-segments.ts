/** Numbers of items that one part of an index stands for. */
export const segmentSize = 16_384;

/** Which part of an index an item is in: parts are cut by number, so that whoever deletes knows where its words are. */
export function segmentOf(seq: number): number {
  return Math.floor(seq / segmentSize);
}

/** Names of a part's rows in `blocks`. */
export function segmentRows(segment: number): readonly [stamp: string, columns: string, words: string] {
  return [`stamp/${segment}`, `columns/${segment}`, `words/${segment}`];
}
