import type { Thread } from "../model/conversation.ts";
import { folded } from "../model/text-match.ts";

/** Fewer words than this are said by many who mean different things. */
const fewestWords = 4;
/** Likewise for scripts that write no spaces. */
const fewestLetters = 24;
/** What begins alike for so long goes on alike. */
const comparedUnits = 200;
const betweenWords = /[^\p{L}\p{N}]+/gu;
const addresses = /https?:\/\/\S+/gu;

/** What a thread says of itself, without case, accents, signs and addresses. */
export function textOf({ title, excerpt }: Thread): string {
  // A post without a title of its own has its beginning there.
  const whole =
    excerpt === undefined || excerpt.startsWith(title.slice(0, 40))
      ? (excerpt ?? title)
      : `${title} ${excerpt}`;
  return folded(withoutAddresses(whole.slice(0, comparedUnits)))
    .replace(betweenWords, " ")
    .trim();
}

function withoutAddresses(text: string): string {
  return text.includes("://") ? text.replace(addresses, " ") : text;
}

/** Whether two threads with this text say the same thing, and not just both hello. */
export function isTelling(text: string): boolean {
  return text.length >= fewestLetters || text.split(" ").length >= fewestWords;
}
