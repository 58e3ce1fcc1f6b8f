import type { JointSign } from "./title-joints.ts";
import type { StartSign } from "./title-starts.ts";

/** What each sign is worth, as a logarithm of odds. */
export interface TitleWeights {
  /** That no place of the title begins a name. */
  readonly noBrand: number;
  readonly start: Readonly<Record<StartSign, number>>;
  readonly joint: Readonly<Record<JointSign, number>>;
}
