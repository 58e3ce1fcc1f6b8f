import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { guessesOf, pointAt } from "./titles/curve.ts";
import { fitTitles } from "./titles/fit.ts";
import { readLabelledTitles } from "./titles/labelled-titles.ts";
import type { LabelledTitle } from "./titles/labelled-titles.ts";

/*
 * `npm run -s fit:titles -- FILE.jsonl`: fits the weights of the title grammar (lib/brands/title-weights.ts) to
 * labelled titles. Numbers alone are kept. Prints how well the weights do on titles of categories that they were
 * not fitted to.
 */
const [file] = process.argv.slice(2);
if (!file) {
  console.error("usage: npm run -s fit:titles -- FILE.jsonl");
  process.exit(2);
}
const target = "lib/brands/title-weights.ts";
const titles = await readLabelledTitles(file);
const truthOf = (some: readonly LabelledTitle[]): number => some.filter(({ brand }) => brand.size > 0).length;

/** Guesses on the titles of some categories by weights that were fitted to the others, in four rounds. */
const categories = [...new Set(titles.map(({ category }) => category))];
const roundOf = (title: LabelledTitle): number => categories.indexOf(title.category) % 4;
const heldOut = [0, 1, 2, 3].flatMap((round) =>
  guessesOf(
    titles.filter((title) => roundOf(title) === round),
    fitTitles(titles.filter((title) => roundOf(title) !== round)),
  ),
);
console.log("categories held out in turn:");
for (const threshold of [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
  console.log(JSON.stringify(pointAt(heldOut, truthOf(titles), threshold)));
}
const weights = fitTitles(titles);
const text = `import type { TitleWeights } from "./title-sign-weights.ts";

/**
 * What each sign of the title grammar is worth, in logarithms of odds. Fitted by \`npm run fit:titles\` to
 * labelled marketplace titles; see docs/detection.md. Not written by hand.
 */
export const titleWeights: TitleWeights = ${JSON.stringify(weights)};
`;
await writeFile(target, text);
execFileSync("oxfmt", [target]);
console.log("on the titles that they were fitted to:");
console.log(JSON.stringify(pointAt(guessesOf(titles, weights), truthOf(titles), 0)));
