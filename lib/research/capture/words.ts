/** One spelling of what differs in case, width and kind of apostrophe alone. */
export function foldText(text: string): string {
  return text.normalize("NFKC").toUpperCase().toLowerCase().replaceAll("ς", "σ").replaceAll("’", "'");
}

const wordBefore = /[\p{L}\p{M}\p{N}_]$/u;
const wordAfter = /^[\p{L}\p{M}\p{N}_]/u;
/** Scripts that put no space between words: there a word may stand in the midst of letters. */
const unspaced =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]";
const unspacedStart = new RegExp(`^${unspaced}`, "u");
const unspacedEnd = new RegExp(`${unspaced}\\p{M}*$`, "u");

/** Whether a text holds these words as whole words. Both are folded. */
export function hasWord(text: string, wanted: string): boolean {
  const opensWord = wordAfter.test(wanted) && !unspacedStart.test(wanted);
  const closesWord = wordBefore.test(wanted) && !unspacedEnd.test(wanted);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const before = opensWord && wordBefore.test(text.slice(Math.max(0, at - 2), at));
    const after = closesWord && wordAfter.test(text.slice(end, end + 2));
    if (!before && !after) return true;
  }
  return false;
}
