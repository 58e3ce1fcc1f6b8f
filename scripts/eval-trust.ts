/**
 * `npm run -s eval:trust [-- --seeds N --part NAME]`: planted attacks and innocent crowds against the signals of
 * `lib/trust`. Prints a table of each and, last, one line of JSON: `burst25Shift`, the largest mean shift (over
 * seeds) of any burst or bomb that makes a quarter of the reviews; `worstShift`, the largest of any attack;
 * `innocentFlagged`, the share of reviews that weigh less in the innocent case where it is largest. Shifts in stars.
 * The same seed gives the same figures. With files as arguments (a server's replies, or lines of `{"text": …}`) it
 * prints before that what the signals of texts say of those.
 */
import { parseArgs } from "node:util";
import { attacks } from "./eval-trust/attacks.ts";
import { innocents } from "./eval-trust/innocents.ts";
import { flaggedShare, measure } from "./eval-trust/measure.ts";
import { bystanders, honestCrowd, shapes, usualHabits } from "./eval-trust/population.ts";
import { textFigures } from "./eval-trust/recorded.ts";
import { randomFrom, seedOf } from "./eval-trust/random.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
    part: { type: "string" },
  },
});
const sizes = [60, 300, 1500];
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => Number(values.seed) + index);
const around = bystanders(randomFrom(seedOf("bystanders", values.seed)), 20_000);
const cells = Object.entries(shapes).flatMap(([shape, shares]) =>
  sizes.map((size) => ({ shape, shares, size })),
);
const wanted = (name: string): boolean => values.part === undefined || name.includes(values.part);

const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
const round = (value: number, digits = 3): number => Number(value.toFixed(digits));

const attackRows = attacks
  .filter(({ name }) => wanted(name))
  .map(({ name, share, stars, plant }) => {
    const ofCells = cells.map(({ shape, shares, size }) => {
      const runs = seeds.map((seed) => {
        const random = randomFrom(seedOf(shape, size, seed));
        const honest = honestCrowd(random, usualHabits(shares, size));
        const planted = plant(
          randomFrom(seedOf(name, shape, size, seed)),
          Math.round((size * share) / (1 - share)),
          stars,
        );
        const [without, attacked] = [measure([honest], around), measure([honest, planted], around)];
        const [all, weights] = [size + planted.reviews.length, attacked.result];
        return {
          plain: Math.abs(attacked.plain - without.plain),
          shift: Math.abs(attacked.weighed - without.weighed),
          caught: flaggedShare(weights, size, all),
          hit: flaggedShare(weights, 0, size) - flaggedShare(without.result, 0, size),
        };
      });
      return {
        where: `${shape} ${size}`,
        plain: mean(runs.map(({ plain }) => plain)),
        shift: mean(runs.map(({ shift }) => shift)),
        caught: mean(runs.map(({ caught }) => caught)),
        hit: mean(runs.map(({ hit }) => hit)),
      };
    });
    const worst = ofCells.reduce((a, b) => (b.shift > a.shift ? b : a));
    return {
      attack: name,
      share,
      "plain shift": round(mean(ofCells.map(({ plain }) => plain))),
      "weighed shift": round(mean(ofCells.map(({ shift }) => shift))),
      "worst cell": round(worst.shift),
      "which is": worst.where,
      caught: round(mean(ofCells.map(({ caught }) => caught)), 2),
      "honest hit": round(mean(ofCells.map(({ hit }) => hit)), 3),
    };
  });

const innocentRows = innocents
  .filter(({ name }) => wanted(name))
  .map(({ name, lost, crowd }) => {
    const ofCells = cells.map(({ shape, shares, size }) => {
      const runs = seeds.map((seed) => {
        const measured = measure([crowd(randomFrom(seedOf(name, shape, size, seed)), shares, size)], around);
        return {
          flagged: flaggedShare(measured.result, 0, size),
          shift: Math.abs(measured.weighed - measured.plain),
        };
      });
      return {
        where: `${shape} ${size}`,
        flagged: mean(runs.map(({ flagged }) => flagged)),
        shift: mean(runs.map(({ shift }) => shift)),
      };
    });
    const worst = ofCells.reduce((a, b) => (b.flagged > a.flagged ? b : a));
    return {
      innocent: name,
      lost: lost ?? false,
      flagged: round(mean(ofCells.map(({ flagged }) => flagged)), 4),
      shift: round(mean(ofCells.map(({ shift }) => shift)), 4),
      "worst cell": round(worst.flagged, 4),
      "which is": worst.where,
    };
  });

for (const file of positionals) console.log(await textFigures(file));
console.table(attackRows);
console.table(innocentRows);
const isBurst = ({ attack, share }: { attack: string; share: number }): boolean =>
  share === 0.25 && /burst|bomb/.test(attack);
console.log(
  JSON.stringify({
    burst25Shift: Math.max(...attackRows.filter(isBurst).map((row) => row["worst cell"])),
    worstShift: Math.max(...attackRows.map((row) => row["worst cell"])),
    innocentFlagged: Math.max(...innocentRows.filter(({ lost }) => !lost).map(({ flagged }) => flagged)),
  }),
);
