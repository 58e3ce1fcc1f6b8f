import type { Signal } from "./signal.ts";

/** People put a thing into a few rooms; machines into many. */
const fewest = 5;

/** The same text in five places or more, whatever it links to, and hardly anybody answered. */
export const repeatedText: Signal = (draft, { texts }) => {
  const tallies = draft.texts.flatMap(({ text }) => texts.get(text) ?? []);
  const count = Math.max(
    0,
    ...tallies.filter(({ threads, replies }) => replies < threads).map((one) => one.threads),
  );
  return count >= fewest ? { code: "repeated-text", params: { count } } : undefined;
};
