import { Gap, gapMask, sigilOf, TokenBit } from "./tokens.ts";
import type { TokenList } from "./tokens.ts";

/** How a text uses capitals: where everything has them, a capital says nothing. */
export interface TextStyle {
  /** Most letters are capitals. */
  readonly shouts: boolean;
  /** Most words begin with a capital, as in headlines. */
  readonly headline: boolean;
  /** No word but names of the sentence start has one. */
  readonly small: boolean;
  readonly words: number;
}

export function styleOf(tokens: TokenList): TextStyle {
  let words = 0;
  let capital = 0;
  let loud = 0;
  for (let i = 0; i < tokens.count; i++) {
    const info = tokens.info[i] ?? 0;
    const skipped =
      TokenBit.blocked | TokenBit.digits | TokenBit.unspaced | TokenBit.sign | TokenBit.apostrophe;
    if ((info & skipped) !== 0 || sigilOf(info) !== 0) continue;
    words++;
    const isLong = (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0) > 1;
    if ((info & TokenBit.upperFirst) === 0) continue;
    if ((info & gapMask) !== Gap.sentence) capital++;
    if (isLong && (info & TokenBit.lower) === 0) loud++;
  }
  return {
    words,
    shouts: words >= 3 && loud > words * 0.5,
    headline: words >= 4 && capital > words * 0.55,
    small: capital === 0,
  };
}
