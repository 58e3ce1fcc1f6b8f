import type { LessWeight, Story } from "../story.ts";

/** A story before it was weighed, with what its threads say, folded: texts too short to tell anything are left out. */
export interface Draft {
  readonly story: Omit<Story, "weighsLess">;
  readonly texts: readonly { readonly text: string; readonly replies: number }[];
}

/** What all stories together say of one site that they link to. */
export interface HostTally {
  readonly stories: number;
  readonly replies: number;
  readonly score: number;
  /** Links that pay whoever posted them. */
  readonly affiliate: number;
}

/** What all threads that say the same have in common. */
export interface TextTally {
  readonly threads: number;
  readonly replies: number;
}

export interface Surroundings {
  readonly texts: ReadonlyMap<string, TextTally>;
  /** Sites linked to, without the brand's own. */
  readonly hosts: ReadonlyMap<string, HostTally>;
}

/** One reason to show a story below the others; `undefined` where it does not hold. */
export type Signal = (draft: Draft, around: Surroundings) => LessWeight | undefined;
