import { textOf } from "../same-text.ts";
import type { Signal } from "./signal.ts";

/** People put a thing into a few rooms; machines into many. */
const fewest = 5;

/** The same text in five places or more, and hardly anybody answered. */
export const repeatedText: Signal = ({ threads, replies }) => {
  if (threads.length < fewest || replies >= threads.length) return undefined;
  const counts = new Map<string, number>();
  for (const { thread } of threads) {
    const text = textOf(thread);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const count = Math.max(...counts.values());
  return count >= fewest ? { code: "repeated-text", params: { count } } : undefined;
};
