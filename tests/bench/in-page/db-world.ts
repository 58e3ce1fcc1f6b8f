import type { ReviewKind } from "../../../lib/model/review.ts";
import type { StoredReview } from "../../../lib/db/community-rows.ts";

/** The subject with most reviews, whatever the size of the world. */
export const largestSubject = "large.example";
const largestCount = 10_000;

/** The same numbers on every run. Mulberry32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const words = "the soles came off after two months but their service answered within a day and paid".split(
  " ",
);

/**
 * Statements as the network has them: 84 % reviews, 10 % votes, 5 % replies, 1 % edits, about one subject of
 * `largestCount` and others with twenty on average, tokens of 1.2 kB.
 */
export class World {
  readonly #random: () => number;
  readonly #total: number;
  #made = 0;
  #recent: StoredReview[] = [];

  constructor(total: number) {
    this.#random = generator(total);
    this.#total = total;
  }

  next(count: number): StoredReview[] {
    return Array.from({ length: Math.min(count, this.#total - this.#made) }, () => this.#statement());
  }

  #hex(digits: number): string {
    let text = "";
    while (text.length < digits)
      text += Math.floor(this.#random() * 2 ** 32)
        .toString(16)
        .padStart(8, "0");
    return text.slice(0, digits);
  }

  #pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.#random() * list.length)];
  }

  #statement(): StoredReview {
    this.#made++;
    const dice = this.#random();
    const about = dice < 0.16 ? this.#pick(this.#recent) : undefined;
    if (about) return this.#about(about, kindOfDice(dice));
    const subjectKey = this.#random() < largestCount / this.#total ? largestSubject : this.#subject();
    const signature = this.#hex(86);
    const authorNumber = this.#authorNumber();
    const review: StoredReview = {
      id: this.#hex(32),
      author: authorOf(authorNumber),
      signature,
      signatureKey: signature,
      kid: `-----BEGIN PUBLIC KEY-----${this.#hex(124)}-----END PUBLIC KEY-----`,
      subject: `https://${subjectKey}`,
      subjectKey,
      siteKey: subjectKey,
      kind: "review",
      issuedAt: 1_600_000_000 + Math.floor(this.#random() * 160_000_000),
      rating: 25 * Math.floor(this.#random() * 5),
      opinion: this.#opinion(),
      images: [],
      metadata: {
        nickname: `n${authorNumber}`,
        isGenerated: this.#random() < 0.02,
        isAffiliated: false,
        isPersonalExperience: this.#random() < 0.4,
      },
      jwt: this.#hex(1200),
      addedFrom: "https://api.mangrove.reviews",
    };
    this.#recent.push(review);
    if (this.#recent.length > 3000) this.#recent = this.#recent.slice(-2000);
    return review;
  }

  /** A statement about a recent review; an edit is by its author. */
  #about(review: StoredReview, kind: ReviewKind): StoredReview {
    const signature = this.#hex(86);
    const { rating: _rating, opinion: _opinion, siteKey: _siteKey, ...rest } = review;
    return {
      ...rest,
      id: this.#hex(32),
      author: kind === "edit" ? review.author : authorOf(this.#authorNumber()),
      signature,
      signatureKey: signature,
      subject: `urn:maresi:${review.signature}`,
      subjectKey: `urn:maresi:${review.signature}`,
      kind,
      target: review.signatureKey,
      ...(kind !== "reply" && { rating: 100 }),
      ...(kind !== "vote" && { opinion: this.#opinion() }),
      jwt: this.#hex(1200),
    };
  }

  /** Most keys speak once or twice, and hardly ever twice about one subject. */
  #authorNumber(): number {
    return Math.floor(this.#random() * this.#total * 4);
  }

  #subject(): string {
    return `shop-${Math.floor((this.#total / 20) * this.#random() ** 2)}.example`;
  }

  #opinion(): string {
    return Array.from({ length: 5 + Math.floor(this.#random() * 60) }, () => this.#pick(words)).join(" ");
  }
}

function kindOfDice(dice: number): ReviewKind {
  if (dice < 0.1) return "vote";
  return dice < 0.15 ? "reply" : "edit";
}

function authorOf(number: number): string {
  return Math.imul(number + 1, 0x9e_37_79_b1)
    .toString(16)
    .replace("-", "f")
    .padStart(8, "0")
    .repeat(4);
}
