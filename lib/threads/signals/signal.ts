import type { LessWeight, Story } from "../story.ts";

/** A story before it was weighed. */
export type Draft = Omit<Story, "weighsLess">;

/** What all stories together say of one site that they link to. */
export interface HostTally {
  readonly stories: number;
  readonly replies: number;
  readonly score: number;
  /** Links that pay whoever posted them. */
  readonly affiliate: number;
}

export interface Surroundings {
  /** Sites linked to, without the brand's own. */
  readonly hosts: ReadonlyMap<string, HostTally>;
}

/** One reason to show a story below the others; `undefined` where it does not hold. */
export type Signal = (story: Draft, around: Surroundings) => LessWeight | undefined;
