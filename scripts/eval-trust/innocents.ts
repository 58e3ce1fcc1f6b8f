import type { PerStar } from "../../lib/model/trust-score.ts";
import type { Statement } from "../../lib/trust/elsewhere.ts";
import {
  type Crowd,
  type Habits,
  honestCrowd,
  lifeDays,
  otherSubjects,
  overLife,
  reviewOf,
  statement,
  usualHabits,
} from "./population.ts";
import { between, hexId, pick, type Random, starFrom } from "./random.ts";

export interface Innocent {
  readonly name: string;
  /** Looks so much like an attack that nobody could tell from what is signed alone. Told apart in the figures. */
  readonly lost?: true;
  readonly crowd: (random: Random, shape: PerStar, size: number) => Crowd;
}

const habitual =
  (change: (random: Random, shape: PerStar) => Partial<Habits>) =>
  (random: Random, shape: PerStar, size: number): Crowd =>
    honestCrowd(random, { ...usualHabits(shape, size), ...change(random, shape) });

/** A share of the crowd comes within `days` that begin `ago` days ago; the rest as ever. */
function rush(share: number, days: number, ago: number): Habits["when"] {
  return (random) => (random() < share ? ago - random() * days : overLife(random));
}

/** A little kinder: one in ten gives five stars who would not have. */
function kinder(shape: PerStar): PerStar {
  return [0.9 * shape[0], 0.9 * shape[1], 0.9 * shape[2], 0.9 * shape[3], 0.9 * shape[4] + 0.1];
}

/** A third are regulars of the same eight shops and brands, whenever they come by, and mostly happy. */
function fans(random: Random, shape: PerStar, size: number): Crowd {
  const others = honestCrowd(random, usualHabits(shape, Math.round((size * 2) / 3)));
  const haunts = Array.from({ length: 8 }, () => Math.floor(random() * otherSubjects));
  const reviews = [...others.reviews];
  const statements: Statement[] = [...others.statements];
  while (reviews.length < size) {
    const author = hexId(random);
    reviews.push(reviewOf(random, author, random() * lifeDays, starFrom(random, kinder(shape))));
    for (let visit = 0; visit < 4; visit++)
      statements.push(
        statement(author, pick(random, haunts), random() * lifeDays, 4 + Math.floor(random() * 2)),
      );
  }
  return { reviews, statements };
}

/** One in six tries the extension out: three brands in an evening, then nothing more. */
function newcomers(random: Random, shape: PerStar, size: number): Crowd {
  const others = honestCrowd(random, usualHabits(shape, Math.round((size * 5) / 6)));
  const reviews = [...others.reviews];
  const statements: Statement[] = [...others.statements];
  while (reviews.length < size) {
    const author = hexId(random);
    const evening = random() * lifeDays;
    reviews.push(reviewOf(random, author, evening, starFrom(random, shape)));
    for (let other = 0; other < 2; other++)
      statements.push(
        statement(
          author,
          Math.floor(random() * otherSubjects),
          evening - random() / 10,
          starFrom(random, shape),
        ),
      );
  }
  return { reviews, statements };
}

export const innocents: readonly Innocent[] = [
  { name: "nothing special", crowd: habitual(() => ({})) },
  { name: "product launch, 14 days", crowd: habitual(() => ({ when: rush(0.4, 14, lifeDays) })) },
  {
    name: "viral post, 3 days, a little kinder",
    crowd: habitual((random, shape) => {
      const ago = between(random, 60, 600);
      return {
        when: rush(0.4, 3, ago),
        shapeAt: (daysAgo) => (daysAgo <= ago && daysAgo > ago - 3 ? kinder(shape) : shape),
      };
    }),
  },
  { name: "a store's real fans", crowd: fans },
  { name: "one-brand keys alone", crowd: habitual(() => ({ oneBrand: 1 })) },
  { name: "newcomers of one evening", crowd: newcomers },
  {
    name: "ten times as many, and better, over two years",
    crowd: habitual((_, shape) => ({
      when: (random) => lifeDays * (1 - Math.sqrt(Math.sqrt(random()))),
      shapeAt: (daysAgo) =>
        [
          shape[0] + (daysAgo / lifeDays) * 0.3,
          shape[1] + (daysAgo / lifeDays) * 0.1,
          shape[2],
          shape[3],
          shape[4],
        ] as const,
    })),
  },
  {
    name: "a real scandal, 7 days",
    lost: true,
    crowd: habitual((random, shape) => {
      const ago = between(random, 60, 600);
      return {
        when: rush(0.25, 7, ago),
        shapeAt: (daysAgo) => (daysAgo <= ago && daysAgo > ago - 7 ? [0.8, 0.1, 0.05, 0.03, 0.02] : shape),
      };
    }),
  },
];
