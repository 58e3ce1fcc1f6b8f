import type { Signal } from "./signal.ts";

const fewestLetters = 16;
const fewestWords = 3;
const mostCapitals = 0.8;
const mostEmoji = 4;

/**
 * Capitals or emoji in place of words, to draw people somewhere: without a link it is just somebody who is loud.
 * Scripts without capitals cannot shout in them.
 */
export const shouting: Signal = ({ story: { title, about } }) => {
  if (about === undefined) return undefined;
  const emoji = title.match(/\p{Extended_Pictographic}/gu)?.length ?? 0;
  if (emoji >= mostEmoji) return { code: "shouting", params: {} };
  const capitals = title.match(/\p{Lu}/gu)?.length ?? 0;
  const letters = capitals + (title.match(/\p{Ll}/gu)?.length ?? 0);
  const isLong = letters >= fewestLetters && title.trim().split(/\s+/u).length >= fewestWords;
  return isLong && capitals / letters >= mostCapitals ? { code: "shouting", params: {} } : undefined;
};
