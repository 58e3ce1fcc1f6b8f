import type { AuthorId } from "../model/review.ts";

/** How much of the trust stays with those whom the person follows themselves: EigenTrust's `a`. */
export const ownShare = 0.2;
/** The rest halves and more with each round: after 40 nothing moves that anyone could see. */
const rounds = 40;

export interface Circles {
  /** Whom the person follows. */
  readonly follows: readonly AuthorId[];
  /** Whom these say that they follow, in files they gave to the person. */
  readonly circles: ReadonlyMap<AuthorId, readonly AuthorId[]>;
  /** Whom the person wants to see no more: they get no trust, and whom they follow gets none from them. */
  readonly muted: ReadonlySet<AuthorId>;
}

/**
 * How near each author is to the person: trust that starts with whom they follow, flows on along the circles that
 * were given to them, and in each round returns to its start with a share of `ownShare` (EigenTrust; Kamvar et al.,
 * 2003, with a fixed number of rounds). It sums to 1, and is 0 (no entry) for everyone who cannot be reached, so
 * strangers cannot give each other trust however many they are. For the order of lists alone, never for a score.
 */
export function personalTrust({ follows, circles, muted }: Circles): ReadonlyMap<AuthorId, number> {
  const start = [...new Set(follows)].filter((author) => !muted.has(author));
  if (start.length === 0) return new Map();
  const { authors, given } = numbered(start, circles, muted);
  const ownTrust = 1 / start.length;
  let trust = new Float64Array(authors.length).fill(ownTrust, 0, start.length);
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(authors.length);
    // What nobody passes on returns to the start, too.
    let returned = ownShare;
    for (const [author, amount] of trust.entries()) {
      const people = given[author] ?? [];
      const passed = (1 - ownShare) * amount;
      if (people.length === 0) returned += passed;
      else for (const other of people) next[other] = (next[other] ?? 0) + passed / people.length;
    }
    for (let author = 0; author < start.length; author++)
      next[author] = (next[author] ?? 0) + returned * ownTrust;
    trust = next;
  }
  return new Map(authors.flatMap((author, index) => (trust[index] ? [[author, trust[index]] as const] : [])));
}

/** Authors by number, those of the start first, and by number whom each follows. */
function numbered(
  start: readonly AuthorId[],
  circles: Circles["circles"],
  muted: ReadonlySet<AuthorId>,
): { readonly authors: readonly AuthorId[]; readonly given: readonly (readonly number[])[] } {
  const authors = [...start];
  const numbers = new Map(start.map((author, index) => [author, index]));
  const numberOf = (author: AuthorId): number => {
    const known = numbers.get(author) ?? authors.push(author) - 1;
    numbers.set(author, known);
    return known;
  };
  const given: (readonly number[])[] = [];
  for (const [author, people] of circles) {
    const others = [...new Set(people)].filter((other) => other !== author && !muted.has(other));
    if (!muted.has(author)) given[numberOf(author)] = others.map(numberOf);
  }
  return { authors, given };
}
