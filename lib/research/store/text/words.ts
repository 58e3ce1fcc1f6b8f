import { classOf, expansionOf, foldAstral, UnitClass, unitInfo } from "../../../mentions/fold-units.ts";

/** Longer words are known by their beginning. */
const longestWord = 64;
const pictograph = /\p{Extended_Pictographic}/u;

/** One word of a text. */
export interface Word {
  /** Folded: lower case, without accents. */
  readonly text: string;
  /** One character of a script without spaces, or a pictograph: no word begins with it, and it ends where it ends. */
  readonly isWhole: boolean;
}

/**
 * Reads the words of a text, folded as names of brands are. Scripts that are written without spaces give one word a
 * character, so that a search finds any run of characters, wherever a dictionary would have cut.
 */
export function readWords(text: string, take: (word: string, isWhole: boolean) => void): void {
  let word = "";
  const end = (): void => {
    if (word !== "") take(word.length > longestWord ? word.slice(0, longestWord) : word, false);
    word = "";
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const info = unitInfo(unit);
    const kind = classOf(info);
    if (kind === UnitClass.word || kind === UnitClass.digit) word += String.fromCharCode(info & 0xffff);
    else if (kind === UnitClass.several) word += expansionOf(unit);
    else if (kind === UnitClass.unspaced) {
      end();
      take(String.fromCharCode(info & 0xffff), true);
    } else if (kind === UnitClass.surrogate) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      at += character.length - 1;
      const folded = character.length === 2 ? foldAstral(character.codePointAt(0) ?? 0) : "";
      if (folded !== "") word += folded;
      else {
        end();
        if (pictograph.test(character)) take(character, true);
      }
    } else if (kind !== UnitClass.mark) {
      end();
      if (unit > 0x7f && pictograph.test(text.charAt(at))) take(text.charAt(at), true);
    }
  }
  end();
}

/** All of them, in a list. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  readWords(text, (word, isWhole) => words.push({ text: word, isWhole }));
  return words;
}
