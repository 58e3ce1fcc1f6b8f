import { foldLetters } from "../../brands/fold-name.ts";

/** Words that end in a stop without ending a sentence; so do single letters ("z. B.", "J. Crew"). */
const shortened = new Set(
  `dr mr mrs ms st prof inc ltd co corp vs approx dept est etc eg ie nr ca bzw evtl ggf inkl exkl usw zzgl max min
   mind tel str sr sra srta ud uds pág mme mlle env sig sigg dott ecc dhr mevr bijv enz incl excl vol fig`.split(
    /\s+/,
  ),
);
/** More signs than this between two words are read no further. */
const mostBetween = 40;
const newLine = /[\r\n\u2028\u2029•]/u;
/** A mark that ends sentences, then a space, perhaps behind closing quotes. */
const ending = /[!?…。！？](?:\s|["'”’»)\]]+\s)|[.](?:\s|["'”’»)\]]+\s)/u;
const strongEnding = /[!?…。！？]/u;
const emoji = /\p{Extended_Pictographic}/u;

/** Whether a sentence ends between two words. @param wordStart - Where the first of them begins, and `wordEnd` ends. */
export function breaksBetween(text: string, wordStart: number, wordEnd: number, nextStart: number): boolean {
  // Nearly always it is one space.
  if (nextStart - wordEnd <= 1 && text.charCodeAt(wordEnd) === 0x20) return false;
  const between = text.slice(wordEnd, Math.min(nextStart, wordEnd + mostBetween));
  if (newLine.test(between)) return true;
  if (ending.test(between)) return strongEnding.test(between) || !isShortened(text.slice(wordStart, wordEnd));
  return emoji.test(between) && isUpperCase(text.charAt(nextStart));
}

function isShortened(word: string): boolean {
  return word.length === 1 ? word !== "I" : shortened.has(foldLetters(word));
}

function isUpperCase(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
