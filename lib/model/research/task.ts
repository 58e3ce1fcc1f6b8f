import type { Codebook, HandSentiment } from "./coding.ts";

/** What a coder says of one item of a task: as in `Coding`. */
export interface Answer {
  readonly codes: readonly string[];
  readonly note: string;
  readonly sentiment?: HandSentiment;
  readonly at: number;
}

/** An item as a coder sees it who must not know more: no author, no codes, no computed sentiment. */
export interface TaskItem {
  /** `ResearchItem.key`. */
  readonly key: string;
  readonly text: string;
  readonly title?: string;
  readonly lang?: string;
}

/** Items that somebody asked this person to code, as they came in a file. */
export interface CodingTask {
  /** `ReliabilitySample.id`. */
  readonly id: string;
  /** Name of the collection, and of who asks. */
  readonly name: string;
  readonly from: string;
  readonly codebook: Codebook;
  readonly items: readonly TaskItem[];
  /** How this person is called in the file with the answers. */
  readonly coder: string;
  readonly openedAt: number;
}
