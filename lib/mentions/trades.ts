/** What brands trade in, coarse enough that a few words tell: the index has 4 bits for it. */
export const trades = [
  "other",
  "food",
  "fashion",
  "beauty",
  "tech",
  "auto",
  "finance",
  "retail",
  "home",
  "travel",
  "media",
  "health",
] as const;
export type Trade = (typeof trades)[number];
