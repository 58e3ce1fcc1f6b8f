import type { Statement } from "../../lib/trust/elsewhere.ts";
import type { PerStar } from "../../lib/model/trust-score.ts";
import { between, hexId, pick, type Random, starFrom } from "./random.ts";
import { ownText } from "./texts.ts";

/** Everything happens before this: 2026-01-01. */
export const asOf = 1_767_225_600;
const daySeconds = 86_400;
/** For how long the subject has been talked of. */
export const lifeDays = 720;
export const otherSubjects = 400;

/** A review as the evaluation makes it. */
export interface Made {
  readonly author: string;
  readonly id: string;
  readonly issuedAt: number;
  readonly stars: number;
  readonly text: string;
  readonly affiliated?: boolean;
  readonly ownKey?: boolean;
}

/** Reviews of the subject, and what their authors said of others. */
export interface Crowd {
  readonly reviews: readonly Made[];
  readonly statements: readonly Statement[];
}

/**
 * Shapes of real ratings. `J`: 568 454 reviews of fine foods (McAuley and Leskovec 2013). `broad`: fitted to the
 * mean 3.74 and deviation 1.31 of a published summary of Yelp ratings. `network`: the 195 rated ones of 200 recorded
 * reviews of the open network. `disliked`: a reversed J, as of companies people complain about.
 */
export const shapes: Readonly<Record<string, PerStar>> = {
  J: [0.09, 0.05, 0.08, 0.14, 0.64],
  broad: [0.09, 0.1, 0.15, 0.3, 0.36],
  network: [0.005, 0.01, 0.082, 0.344, 0.559],
  disliked: [0.45, 0.12, 0.09, 0.1, 0.24],
};

/** What an honest crowd is like; cases change one thing or another. */
export interface Habits {
  readonly shape: PerStar;
  readonly size: number;
  /** Share of keys used for one brand only. */
  readonly oneBrand: number;
  /** When a review comes: days before `asOf`. */
  readonly when: (random: Random) => number;
  readonly shapeAt?: (daysAgo: number) => PerStar;
}

export function usualHabits(shape: PerStar, size: number): Habits {
  return { shape, size, oneBrand: 0.5, when: overLife };
}

/** More on some days of the week, a season with twice as many, and otherwise evenly. */
export function overLife(random: Random): number {
  for (;;) {
    const day = Math.floor(random() * lifeDays);
    const week = day % 7 < 2 ? 1 : 0.6;
    const season = day % 365 < 40 ? 1 : 0.5;
    if (random() < week * season) return day + random();
  }
}

export function honestCrowd(random: Random, habits: Habits): Crowd {
  const reviews: Made[] = [];
  const statements: Statement[] = [];
  for (let person = 0; person < habits.size; person++) {
    const author = hexId(random);
    const daysAgo = habits.when(random);
    const stars = starFrom(random, habits.shapeAt?.(daysAgo) ?? habits.shape);
    reviews.push(reviewOf(random, author, daysAgo, stars));
    if (random() >= habits.oneBrand) statements.push(...otherVisits(random, author));
  }
  return { reviews, statements };
}

export function reviewOf(
  random: Random,
  author: string,
  daysAgo: number,
  stars: number,
  text = ownText(random, stars),
): Made {
  return { author, id: hexId(random), issuedAt: timeOf(daysAgo), stars, text };
}

function timeOf(daysAgo: number): number {
  return Math.round(asOf - daysAgo * daySeconds);
}

/** One to eight other brands, popular ones more often, each whenever. */
function otherVisits(random: Random, author: string): Statement[] {
  return Array.from({ length: 1 + Math.floor(random() * 8) }, () => {
    const subject = Math.floor(random() ** 2 * otherSubjects);
    return statement(author, subject, random() * lifeDays, starFrom(random, shapeOfOther(subject)));
  });
}

export function statement(author: string, subject: number, daysAgo: number, stars: number): Statement {
  return { author, subject, issuedAt: timeOf(daysAgo), stars };
}

function shapeOfOther(subject: number): PerStar {
  return Object.values(shapes)[subject % 4] ?? [1, 1, 1, 1, 1];
}

/** People who never spoke of the subject: what others are compared with. */
export function bystanders(random: Random, count: number): Statement[] {
  return Array.from({ length: count }, () => {
    const subject = Math.floor(between(random, 0, otherSubjects));
    return statement(
      pick(random, bystanderIds),
      subject,
      random() * lifeDays,
      starFrom(random, shapeOfOther(subject)),
    );
  });
}

const bystanderIds = Array.from({ length: 2000 }, (_, index) => `b${String(index).padStart(31, "0")}`);
