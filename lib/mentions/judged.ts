/** Weights of signs that our corpora do not show or show too rarely to fit: judged, and on the careful side. */
export const judgedWeights: Readonly<Record<string, number>> = {
  /** The page or thread around is about the brand. */
  "page-topic": 2.5,
  author: 2.5,
  /** The same brand's address or account stands in the text as well. */
  linked: 2,
  /** A text in another language: an English word is less likely just a word. */
  "foreign-text": 0.5,
};
