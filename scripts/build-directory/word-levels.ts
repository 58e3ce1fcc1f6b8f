/** What the builder asks about the words of a name. */
export interface WordLists {
  /** 0–7 as in `NameTraits.ordinary`; `word` folded. */
  ordinary(word: string): number;
  isFirstName(word: string): boolean;
  isSurname(word: string): boolean;
  isPlace(name: string): boolean;
}

/** Knows no word: every name is nothing but a name. */
export const noWordLists: WordLists = {
  ordinary: () => 0,
  isFirstName: () => false,
  isSurname: () => false,
  isPlace: () => false,
};
