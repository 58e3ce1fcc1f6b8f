/**
 * `node scripts/build-lexicon.ts`: packs VADER's lexicon (MIT, Hutto & Gilbert 2014) as it stands in the package
 * `vader-sentiment` into `lib/mentions/sentiment/lexicon-words.ts`: words by their valence, without the raters'
 * single votes. lexicon.test.ts compares the two.
 */
import { readFileSync, writeFileSync } from "node:fs";

const valences = new Map<string, number>();
for (const line of readFileSync("node_modules/vader-sentiment/vader_lexicon.txt", "utf8").split("\n")) {
  const [word = "", valence] = line.split("\t");
  // A word with a space cannot be met among words; `phrases.ts` has the three that are phrases.
  if (valence === undefined || word.includes(" ")) continue;
  // Some words stand there twice. The authors' program takes the later one.
  valences.set(word, Number(valence));
}
const byValence = new Map<number, string[]>();
for (const [word, valence] of valences) byValence.set(valence, [...(byValence.get(valence) ?? []), word]);
const groups = [...byValence].toSorted(([a], [b]) => a - b);
const entries = groups.map(
  ([valence, words]) => `  [${valence}, ${JSON.stringify(words.toSorted().join(" "))}],`,
);
writeFileSync(
  "lib/mentions/sentiment/lexicon-words.ts",
  `// oxlint-disable max-lines -- data, one line a valence and more as the formatter breaks them
// Written by scripts/build-lexicon.ts from VADER's lexicon, copyright (c) 2016 C.J. Hutto, MIT.
/** Mean of ten raters' valence, −4…4, and the words that have it. */
export const lexiconWords: readonly (readonly [valence: number, words: string])[] = [
${entries.join("\n")}
];
`,
);
