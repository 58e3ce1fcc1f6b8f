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
  const given = new Map(
    [...circles].map(([author, people]) => {
      const others = [...new Set(people)].filter((other) => other !== author && !muted.has(other));
      return [author, others] as const;
    }),
  );
  const ownTrust = 1 / start.length;
  let trust = new Map(start.map((author) => [author, ownTrust]));
  for (let round = 0; round < rounds; round++) {
    const next = new Map<AuthorId, number>();
    const add = (author: AuthorId, amount: number): void => {
      next.set(author, (next.get(author) ?? 0) + amount);
    };
    // What nobody passes on returns to the start, too.
    let returned = ownShare;
    for (const [author, amount] of trust) {
      const people = given.get(author) ?? [];
      const passed = (1 - ownShare) * amount;
      if (people.length === 0) returned += passed;
      else for (const other of people) add(other, passed / people.length);
    }
    for (const author of start) add(author, returned * ownTrust);
    trust = next;
  }
  return trust;
}
