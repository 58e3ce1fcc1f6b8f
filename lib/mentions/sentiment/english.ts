/** Small words that few languages share with English. "Die", "war", "in" and their like are left out. */
const smallWords: ReadonlySet<string> = new Set(
  `the and of to is it that for this you are with have not was but what they be at from my your his her our their
  i'm it's don't can't i've just so all there when would could should been were has had will who how which about than
  then them these those because does did an or if out up we she he as by its very too only any every never`.split(
    /\s+/u,
  ),
);

/** Share of small words in English texts that are not told: short posts have fewer. */
const leastShare = 0.15;

/**
 * Whether a text is English: as it says, by its BCP 47 tag, else where enough of its small words are. A text without
 * either is taken for another language: scoring it by chance words ("die Rose") would be worse than not scoring it.
 */
export function isEnglish(text: string, lang: string | undefined): boolean {
  const said = lang?.toLowerCase().split(/[-_]/u)[0];
  if (said !== undefined && said !== "" && said !== "und") return said === "en";
  let words = 0;
  let small = 0;
  for (const [word] of text
    .toLowerCase()
    .replaceAll("’", "'")
    .matchAll(/\p{L}[\p{L}']*/gu)) {
    words++;
    if (smallWords.has(word)) small++;
  }
  return small > 0 && small >= words * leastShare;
}
