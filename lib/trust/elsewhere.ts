/**
 * What the keys behind a subject's reviews said about other subjects: for row `i` of the subject the entries
 * `starts[i]` … `starts[i + 1] - 1`. An author's entries in any order; the subject itself is not among them.
 */
export interface Elsewhere {
  /** One longer than there are rows. */
  readonly starts: Uint32Array;
  /** A number for each other subject: of its registrable domain, so that a shop and what it sells are one. */
  readonly subject: Uint32Array;
  /** Seconds, clamped. */
  readonly issuedAt: Uint32Array;
  /** 1–5; 0 where no rating was given. */
  readonly stars: Uint8Array;
  /** How far from what others gave that subject: in standard deviations, times `deviationScale`. */
  readonly deviation: Int8Array;
}

export const deviationScale = 30;
/** A spread is taken to be no less than this: among those who all agree one dissenter is no outlier. */
const leastSpread = 1;
/** Against fewer others nothing deviates. */
const fewestOthers = 5;

/** One statement of the whole local copy, as far as it matters here. */
export interface Statement {
  readonly author: string;
  readonly subject: number;
  readonly issuedAt: number;
  readonly stars: number;
}

/** What all stars given to a subject come to. */
export interface Tally {
  count: number;
  sum: number;
  squares: number;
}

/**
 * What the authors of some rows said elsewhere. `statements`: theirs, without the rows' own subject. `tallies`: by
 * subject, what everyone gave it; where missing, the statements are the whole local copy.
 */
export function elsewhereOf(
  rows: readonly string[],
  statements: readonly Statement[],
  tallies: ReadonlyMap<number, Tally> = talliesOf(statements),
): Elsewhere {
  const wanted = new Set(rows);
  const byAuthor = Map.groupBy(
    statements.filter(({ author }) => wanted.has(author)),
    ({ author }) => author,
  );
  const starts = new Uint32Array(rows.length + 1);
  for (const [row, author] of rows.entries())
    starts[row + 1] = (starts[row] ?? 0) + (byAuthor.get(author)?.length ?? 0);
  const length = starts[rows.length] ?? 0;
  const made = {
    starts,
    subject: new Uint32Array(length),
    issuedAt: new Uint32Array(length),
    stars: new Uint8Array(length),
    deviation: new Int8Array(length),
  };
  for (const [row, author] of rows.entries()) {
    for (const [offset, said] of (byAuthor.get(author) ?? []).entries()) {
      const at = (starts[row] ?? 0) + offset;
      made.subject[at] = said.subject;
      made.issuedAt[at] = said.issuedAt;
      made.stars[at] = said.stars;
      made.deviation[at] = deviationOf(said, tallies.get(said.subject));
    }
  }
  return made;
}

function talliesOf(statements: readonly Statement[]): Map<number, Tally> {
  const tallies = new Map<number, Tally>();
  for (const { subject, stars } of statements) {
    if (stars === 0) continue;
    const tally = tallies.get(subject) ?? { count: 0, sum: 0, squares: 0 };
    tally.count++;
    tally.sum += stars;
    tally.squares += stars ** 2;
    tallies.set(subject, tally);
  }
  return tallies;
}

/** Against the others alone: one's own rating does not pull what it is compared with. */
function deviationOf({ stars }: Statement, tally: Tally | undefined): number {
  const others = (tally?.count ?? 0) - 1;
  if (!tally || stars === 0 || others < fewestOthers) return 0;
  const mean = (tally.sum - stars) / others;
  const variance = (tally.squares - stars ** 2) / others - mean ** 2;
  const deviation = (stars - mean) / Math.max(leastSpread, Math.sqrt(Math.max(0, variance)));
  return Math.round(Math.min(4, Math.max(-4, deviation)) * deviationScale);
}
