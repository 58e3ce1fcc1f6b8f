import type { Directory } from "../../lib/brands/directory.ts";
import { findCandidates } from "../../lib/mentions/candidates.ts";
import { gatherEvidence } from "../../lib/mentions/evidence.ts";
import { identify } from "../../lib/mentions/identify.ts";
import { LookUps } from "../../lib/mentions/look-ups.ts";
import type { NameIndex } from "../../lib/mentions/name-index.ts";
import { styleOf } from "../../lib/mentions/text-style.ts";
import { tokenise } from "../../lib/mentions/tokenise.ts";
import { TokenList } from "../../lib/mentions/tokens.ts";
import type { LabelledText } from "./labelled.ts";
import { overlaps } from "./labelled.ts";

/** A candidate with its signs, and whether it is truly a brand. */
export interface Example {
  readonly signs: readonly string[];
  readonly right: boolean;
  readonly text: LabelledText;
  readonly start: number;
  readonly end: number;
}

const nowhere = { linked: new Set<string>(), page: new Set<string>(), author: undefined };

/** Every candidate of the texts, none dropped for looking hopeless. */
export async function examplesOf(
  texts: readonly LabelledText[],
  index: NameIndex,
  directory: Directory,
): Promise<Example[]> {
  const tokens = new TokenList();
  const lookUps = new LookUps(directory);
  const examples: Example[] = [];
  for (const text of texts) {
    tokenise(text.text, text.text.length, tokens);
    const reading = { tokens, style: styleOf(tokens) };
    const { candidates } = gatherEvidence(text.text, {}, reading, findCandidates(tokens, index), 0);
    for (const { candidate, signs } of await identify(candidates, nowhere, {}, lookUps)) {
      const { start, end } = candidate;
      examples.push({
        signs,
        right: text.truth.some((span) => overlaps(span, { start, end })),
        text,
        start,
        end,
      });
    }
  }
  return examples;
}
