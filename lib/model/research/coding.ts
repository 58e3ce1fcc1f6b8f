/** One code of a codebook. */
export interface Code {
  /** Stable over versions; a slug of the first name: `returns`. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** One of the ten hues of `components/styles`, 0–9. */
  readonly colour: number;
  /** Id of the code that it belongs under. */
  readonly parent?: string;
}

/** A codebook is never edited: a change makes the next version. */
export interface Codebook {
  /** 1, 2, 3 … */
  readonly version: number;
  readonly codes: readonly Code[];
  readonly createdAt: number;
  /** What changed and why, in the researcher's words. */
  readonly note: string;
}

/** A sentiment said by a person. */
export type HandSentiment = -1 | 0 | 1;

/** What one coder said of one item. */
export interface Coding {
  readonly collection: string;
  /** `ResearchItem.seq`. */
  readonly seq: number;
  /** `Collection.coder`, or the name in another coder's file. */
  readonly coder: string;
  /** Ids of codes; none is an answer too: looked at, nothing fits. */
  readonly codes: readonly string[];
  readonly note: string;
  readonly sentiment?: HandSentiment;
  /** Version of the codebook in force. */
  readonly codebook: number;
  /** Id of the reliability sample that it was made for. */
  readonly sample?: string;
  readonly at: number;
}

/** Items drawn by a seed for a second coder. */
export interface ReliabilitySample {
  readonly id: string;
  readonly collection: string;
  readonly seed: string;
  readonly codebook: number;
  /** Whether it was drawn from everything in the collection: only then does it speak for all of it. */
  readonly isWhole?: boolean;
  /** `ResearchItem.key`, in the order in which they are to be coded. */
  readonly keys: readonly string[];
  readonly createdAt: number;
}
