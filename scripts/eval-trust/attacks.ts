import { between, hexId, pick, type Random, starFrom } from "./random.ts";
import { advertisement, incentiveText, longText, ownText, paraphrase } from "./texts.ts";
import { type Crowd, lifeDays, type Made, otherSubjects, reviewOf, shapes, statement } from "./population.ts";
import type { Statement } from "../../lib/trust/elsewhere.ts";

/** Plants `count` reviews that all want `stars`. */
type Plant = (random: Random, count: number, stars: number) => Crowd;

export interface Attack {
  readonly name: string;
  /** Of all reviews, the planted ones. */
  readonly share: number;
  /** Which way: praise and bombs are tried against each shape. */
  readonly stars: 1 | 5;
  readonly plant: Plant;
}

const shares = [0.1, 0.25, 0.5];

const newKeys =
  (
    when: (random: Random, index: number) => number,
    text: (random: Random, stars: number) => string = ownText,
  ): Plant =>
  (random, count, stars) => ({
    reviews: Array.from({ length: count }, (_, index) =>
      reviewOf(random, hexId(random), when(random, index), stars, text(random, stars)),
    ),
    statements: [],
  });

/** Within `days`, somewhere in the middle of the subject's life. */
function within(days: number): Plant {
  return (random, count, stars) => {
    const end = between(random, 60, lifeDays - 60 - days);
    return newKeys(() => end + random() * days)(random, count, stars);
  };
}

const drip = newKeys((random) => random() * 365);

/** Keys made within two days with one review elsewhere each, used here one by one over the next year. */
const stockedKeys: Plant = (random, count, stars) => {
  const reviews: Made[] = [];
  const statements: Statement[] = [];
  for (let index = 0; index < count; index++) {
    const author = hexId(random);
    statements.push(
      statement(
        author,
        Math.floor(random() * otherSubjects),
        400 + random() * 2,
        3 + Math.floor(random() * 3),
      ),
    );
    reviews.push(reviewOf(random, author, random() * 365, stars));
  }
  return { reviews, statements };
};

/** Groups of ten that visit four brands together, each group in another week. */
const rings: Plant = (random, count, stars) => {
  const reviews: Made[] = [];
  const statements: Statement[] = [];
  for (let index = 0; index < count; index += 10) {
    const week = between(random, 10, lifeDays - 10);
    const visited = Array.from({ length: 4 }, () => Math.floor(random() * otherSubjects));
    for (let member = index; member < Math.min(count, index + 10); member++) {
      const author = hexId(random);
      for (const subject of visited) statements.push(statement(author, subject, week + random() * 3, stars));
      reviews.push(reviewOf(random, author, week + random() * 3, stars));
    }
  }
  return { reviews, statements };
};

/** Keys that do all their work of four brands within some hours, each on another day. */
const mills: Plant = (random, count, stars) => {
  const reviews: Made[] = [];
  const statements: Statement[] = [];
  for (let index = 0; index < count; index++) {
    const author = hexId(random);
    const day = between(random, 20, 365);
    for (let other = 0; other < 3; other++)
      statements.push(statement(author, Math.floor(random() * otherSubjects), day + random() / 3, stars));
    reviews.push(reviewOf(random, author, day + random() / 3, stars));
  }
  return { reviews, statements };
};

/** Keys with six reviews elsewhere over a year, all of them the same stars. */
const serial: Plant = (random, count, stars) => {
  const reviews: Made[] = [];
  const statements: Statement[] = [];
  for (let index = 0; index < count; index++) {
    const author = hexId(random);
    for (let other = 0; other < 6; other++)
      statements.push(statement(author, Math.floor(random() * otherSubjects), random() * 365, stars));
    reviews.push(reviewOf(random, author, random() * 365, stars));
  }
  return { reviews, statements };
};

function copies(share: number): Plant {
  return (random, count, stars) => {
    const originals = Array.from({ length: Math.max(1, Math.round(count / 20)) }, () =>
      longText(random, stars),
    );
    const text = (): string => paraphrase(random, pick(random, originals), share);
    return newKeys(() => random() * 365, text)(random, count, stars);
  };
}

/** A few of the brand's own keys, the rest its people: half say so, half were paid and say that. */
const selfPraise: Plant = (random, count, stars) => ({
  reviews: Array.from({ length: count }, (_, index) => {
    const review = reviewOf(
      random,
      hexId(random),
      random() * 365,
      stars,
      index % 2 ? incentiveText(random) : ownText(random, stars),
    );
    return { ...review, affiliated: index % 2 === 0, ownKey: index % 10 === 0 };
  }),
  statements: [],
});

/** Like a burst, but a third rate as honest people do. */
const camouflage: Plant = (random, count, stars) => {
  const end = between(random, 60, lifeDays - 70);
  const reviews = Array.from({ length: count }, () => {
    const given = random() < 1 / 3 ? starFrom(random, shapes["broad"] ?? [1, 1, 1, 1, 1]) : stars;
    return reviewOf(random, hexId(random), end + random() * 7, given);
  });
  return { reviews, statements: [] };
};

const atShares = (name: string, stars: 1 | 5, plant: Plant): Attack[] =>
  shares.map((share) => ({ name, share, stars, plant }));

export const attacks: readonly Attack[] = [
  ...atShares("burst of praise, 3 days", 5, within(3)),
  ...atShares("negative bomb, 1 day", 1, within(1)),
  ...atShares("burst of praise, 10 days", 5, within(10)),
  ...atShares("negative bomb, 30 days", 1, within(30)),
  { name: "camouflaged burst, 7 days", share: 0.25, stars: 5, plant: camouflage },
  ...atShares("exact copies over a year", 5, copies(0)),
  ...atShares("paraphrased copies, 10 % of words", 5, copies(0.1)),
  ...atShares("paraphrased copies, 25 % of words", 5, copies(0.25)),
  ...atShares("rings of ten keys", 5, rings),
  ...atShares("keys in stock, used over a year", 1, stockedKeys),
  ...atShares("keys of one day's work", 5, mills),
  ...atShares("keys that pan everything", 1, serial),
  ...atShares("keys that praise everything", 5, serial),
  { name: "advertisements", share: 0.1, stars: 5, plant: newKeys((random) => random() * 365, advertisement) },
  ...atShares("brand self-praise, said so", 5, selfPraise),
  ...atShares("slow drip of praise over a year", 5, drip),
  ...atShares("slow drip of blame over a year", 1, drip),
];
