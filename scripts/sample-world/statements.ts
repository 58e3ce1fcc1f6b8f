import { bakery, brands, shops } from "./brands.ts";
import { boughtPraise, generatedText, makeOpinion, spamText } from "./opinions.ts";
import { casts, type SamplePerson } from "./people.ts";
import { Chance } from "./random.ts";

/** Something a person signs. What it is about is a subject, or an earlier statement by its index. */
export interface Statement {
  readonly author: string;
  readonly nickname?: string | undefined;
  readonly what: "review" | "reply" | "edit" | "delete" | "useful" | "confirm" | "spam-flag";
  readonly subject?: string;
  readonly of?: number;
  readonly stars?: number;
  readonly opinion?: string;
  readonly ownExperience?: boolean;
  readonly affiliated?: boolean;
  readonly generated?: boolean;
  /** Seconds since 1970. */
  readonly issuedAt: number;
}

/** The world's last day; nothing in it is later. 2026-11-15, 18:00 UTC. */
export const worldEndsAt = Date.UTC(2026, 10, 15, 18) / 1000;
const daySeconds = 86_400;
const burstAt = Date.UTC(2026, 4, 3, 9) / 1000;

const trailRunner = {
  ownSite: "https://northwind.example/products/trail-runner-2",
  bazaar: "https://bazaar.example/p/trail-runner-2",
} as const;

const bakerySubject = `geo:${bakery.latitude},${bakery.longitude}?q=${encodeURIComponent(bakery.name)}&u=20`;

interface Topic {
  readonly subject: string;
  readonly category: string;
  readonly reviews: number;
  readonly spread: readonly number[];
  /** Whose speakers write about it more than others. */
  readonly lang?: string;
}

function topics(): readonly Topic[] {
  const ofBrands = brands.map(({ domains, category, reviews, spread, lang }) => {
    return { subject: `https://${domains[0] ?? ""}`, category, reviews, spread, lang };
  });
  const ofShops = shops.map(({ host, reviews, spread }) => {
    return { subject: `https://${host}`, category: "shop", reviews, spread };
  });
  const shoe = { category: "shoes", spread: [14, 10, 14, 30, 32] };
  return [
    ...ofBrands,
    ...ofShops,
    { ...shoe, subject: trailRunner.ownSite, reviews: 14 },
    { ...shoe, subject: trailRunner.bazaar, reviews: 22 },
    {
      subject: "https://bazaar.example/p/aria-over-ear",
      category: "electronics",
      reviews: 16,
      spread: [4, 4, 8, 30, 40],
    },
    {
      subject: "https://bazaar.example/p/rolling-rattle",
      category: "toys",
      reviews: 9,
      spread: [20, 10, 8, 8, 8],
    },
    { subject: bakerySubject, category: "food", reviews: bakery.reviews, spread: bakery.spread, lang: "de" },
  ];
}

/** Everything that is said in the world, in an order in which each statement comes after what it is about. */
export function makeStatements(seed: string, people: readonly SamplePerson[]): readonly Statement[] {
  const chance = new Chance(`${seed}/statements`);
  const statements: Statement[] = topics().flatMap((topic) => reviewsOf(chance, people, topic));
  statements.push(...burst(chance), ...spam(chance), ...generated());
  statements.push(...answers(statements));
  statements.push(...replies(chance, people, statements));
  statements.push(...changes(chance, statements));
  statements.push(...votes(chance, people, statements));
  return statements;
}

function reviewsOf(chance: Chance, people: readonly SamplePerson[], topic: Topic): Statement[] {
  const near = people.filter(({ lang }) => lang === topic.lang);
  const first = chance.sample(near, Math.ceil(topic.reviews * (topic.lang === "en" ? 0.6 : 0.5)));
  const others = chance.sample(
    people.filter((person) => !first.includes(person)),
    topic.reviews - first.length,
  );
  return [...first, ...others].map((person) => reviewBy(chance, person, topic));
}

function reviewBy(
  chance: Chance,
  { id, nickname, lang, talks, kindness }: SamplePerson,
  topic: Topic,
): Statement {
  const drawn = chance.weighted(topic.spread) + 1;
  const stars = chance.happens(Math.abs(kindness) * 0.3) ? clampStars(drawn + Math.sign(kindness)) : drawn;
  // The protocol's libraries lose a bare rating of 0, so one star always comes with words.
  const hasWords = stars === 1 || chance.happens(talks);
  return {
    author: id,
    nickname,
    what: "review",
    subject: topic.subject,
    stars,
    ...(hasWords && { opinion: makeOpinion(chance, { category: topic.category, stars, lang }) }),
    ownExperience: chance.happens(0.55),
    affiliated: chance.happens(0.012),
    issuedAt: someTime(chance),
  };
}

function clampStars(stars: number): number {
  return Math.min(5, Math.max(1, stars));
}

/** Within three years, the newest months fuller, at hours when people are awake. */
function someTime(chance: Chance): number {
  const daysAgo = Math.floor(1095 * chance.next() ** 2);
  return worldEndsAt - daysAgo * daySeconds - chance.below(12) * 3600;
}

function burst(chance: Chance): Statement[] {
  return casts.burst.map((author, i) => ({
    author,
    nickname: i % 3 === 0 ? undefined : `happy${chance.below(9000) + 1000}`,
    what: "review",
    subject: "https://northwind.example",
    stars: 5,
    opinion: boughtPraise(chance),
    ownExperience: true,
    issuedAt: burstAt + chance.below(9) * 3600,
  }));
}

function spam(chance: Chance): Statement[] {
  const targets = chance.sample(
    brands.filter(({ reviews }) => reviews > 10),
    9,
  );
  return targets.map(({ domains }, i) => ({
    author: casts.spammer,
    nickname: "Income Coach",
    what: "review",
    subject: `https://${domains[0] ?? ""}`,
    stars: 5,
    opinion: spamText,
    issuedAt: Date.UTC(2026, 8, 14, 2 + (i % 2)) / 1000,
  }));
}

function generated(): Statement[] {
  return ["northwind.example", "tessera.example"].map((host, i) => ({
    author: casts.machine,
    nickname: "review-bot",
    what: "review",
    subject: `https://${host}`,
    stars: 5,
    opinion: generatedText,
    generated: true,
    issuedAt: Date.UTC(2026, 6, 2 + i, 12) / 1000,
  }));
}

function indicesOf(statements: readonly Statement[], isIt: (statement: Statement) => boolean): number[] {
  return statements.flatMap((statement, i) => (isIt(statement) ? [i] : []));
}

/** Northwind answers its newest critics, marked as the brand itself. */
function answers(statements: readonly Statement[]): Statement[] {
  const critics = indicesOf(statements, ({ subject, stars = 5, opinion }) => {
    return subject === "https://northwind.example" && stars <= 2 && opinion !== undefined;
  });
  const newest = critics.toSorted((a, b) => (statements[b]?.issuedAt ?? 0) - (statements[a]?.issuedAt ?? 0));
  const texts = [
    "The glue of that batch was bad. Everyone with a pair from March gets a new one: bring it to any shop.",
    "We are sorry. Our size chart was wrong until June; exchanging is free, also for worn shoes.",
    "Thank you for telling us. We have changed the insole and will send you a pair.",
    "Please give us another try: the workshop will look at the seam at our cost.",
  ];
  return newest.slice(0, texts.length).map((of, i) => ({
    author: casts.official("northwind.example"),
    nickname: "Northwind",
    what: "reply",
    of,
    opinion: texts[i] ?? "",
    affiliated: true,
    issuedAt: Math.min(worldEndsAt, (statements[of]?.issuedAt ?? 0) + 2 * daySeconds),
  }));
}

const replyTexts = [
  "Same here, after about the same time.",
  "Mine are fine after a year. Perhaps a bad batch?",
  "Did they answer you in the end?",
  "Try half a size up, that did it for me.",
  "Thank you, this helped me decide.",
  "Which model was it?",
  "Bei mir genauso.",
  "Merci, j’allais justement commander.",
  "同じ経験をしました。",
];

function replies(
  chance: Chance,
  people: readonly SamplePerson[],
  statements: readonly Statement[],
): Statement[] {
  const spoken = indicesOf(statements, ({ what, opinion }) => what === "review" && opinion !== undefined);
  return chance.sample(spoken, 42).map((of) => {
    const { id, nickname } = chance.pick(people.filter((person) => person.id !== statements[of]?.author));
    const issuedAt = after(chance, statements[of]?.issuedAt ?? 0);
    return { author: id, nickname, what: "reply", of, opinion: chance.pick(replyTexts), issuedAt };
  });
}

function after(chance: Chance, issuedAt: number): number {
  return Math.min(worldEndsAt, issuedAt + (1 + chance.below(20)) * daySeconds + chance.below(10) * 3600);
}

/** People change their minds: edits after long use, and a few deletes. */
function changes(chance: Chance, statements: readonly Statement[]): Statement[] {
  const own = indicesOf(statements, ({ what, subject, author }) => {
    return what === "review" && subject !== "https://vesper.example" && /^[a-z]{2}-\d/.test(author);
  });
  const chosen = chance.sample(own, 27);
  return chosen.map((of, i) => {
    const { author = "", nickname, stars = 3, issuedAt: writtenAt = 0 } = statements[of] ?? {};
    const issuedAt = after(chance, writtenAt);
    if (i < 8) return { author, nickname, of, issuedAt, what: "delete" };
    const newStars = clampStars(stars + chance.pick([-2, -1, 1]));
    const why = newStars < stars ? "Edit after some months: it did not last." : "Edit: they put it right.";
    const opinion = `${why} I change my stars to ${newStars}.`;
    return { author, nickname, of, issuedAt, what: "edit", stars: newStars, opinion, ownExperience: true };
  });
}

function votes(
  chance: Chance,
  people: readonly SamplePerson[],
  statements: readonly Statement[],
): Statement[] {
  const spoken = indicesOf(statements, ({ what, opinion, author }) => {
    return (what === "review" || what === "reply") && opinion !== undefined && author !== casts.spammer;
  });
  // A few reviews get most of the votes, as anywhere.
  const popular = chance.sample(spoken, 45);
  const useful = popular.flatMap((of, rank) =>
    chance
      .sample(people, Math.max(1, Math.round(11 / (1 + rank / 3))))
      .map((person) => voteBy(chance, person, of, statements)),
  );
  const spamReviews = indicesOf(statements, ({ author }) => author === casts.spammer);
  const flags = spamReviews.slice(0, 5).map((of, i): Statement => {
    const issuedAt = after(chance, statements[of]?.issuedAt ?? 0);
    return {
      author: `flagger-${i}`,
      what: "spam-flag",
      of,
      opinion: "Advertising, the same under every brand.",
      issuedAt,
    };
  });
  return [...useful.filter(({ author, of = -1 }) => statements[of]?.author !== author), ...flags];
}

function voteBy(
  chance: Chance,
  person: SamplePerson,
  of: number,
  statements: readonly Statement[],
): Statement {
  return {
    author: person.id,
    what: chance.happens(0.2) ? "confirm" : "useful",
    of,
    issuedAt: after(chance, statements[of]?.issuedAt ?? 0),
  };
}
