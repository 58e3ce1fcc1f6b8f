/**
 * The words of some thousand texts, sorted, with the texts and positions where each stands; `build-words.ts` says how
 * their bytes are laid out. A text is known by its place, below `segmentSize`.
 */
export interface WordLists {
  /** All words one after the other. */
  readonly vocabulary: string;
  /** Where each begins in it, and the end of the last. The same for the other two. */
  readonly wordStarts: Uint32Array<ArrayBuffer>;
  readonly texts: Uint8Array<ArrayBuffer>;
  readonly textStarts: Uint32Array<ArrayBuffer>;
  readonly positions: Uint8Array<ArrayBuffer>;
  readonly positionStarts: Uint32Array<ArrayBuffer>;
}
