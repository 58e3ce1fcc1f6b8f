import type { Directory } from "../../lib/brands/directory.ts";
import { findCandidates } from "../../lib/mentions/candidates.ts";
import { gatherEvidence } from "../../lib/mentions/evidence.ts";
import { identify } from "../../lib/mentions/identify.ts";
import { LookUps } from "../../lib/mentions/look-ups.ts";
import type { NameIndex } from "../../lib/mentions/name-index.ts";
import { styleOf } from "../../lib/mentions/text-style.ts";
import { tokenise } from "../../lib/mentions/tokenise.ts";
import { TokenList } from "../../lib/mentions/tokens.ts";
import type { Corpus, LabelledText } from "./labelled.ts";
import { isAccountOrAddress, overlaps } from "./labelled.ts";

/** A candidate with its signs, and whether it is truly a brand. */
export interface Example {
  readonly signs: readonly string[];
  readonly right: boolean;
  readonly text: LabelledText;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** How many examples one of a narrow corpus counts for: there a brand is what we mean by it. */
const narrowWeight = 3;

const nowhere = { linked: new Set<string>(), page: new Set<string>(), author: undefined };

/** Every candidate that the corpus judges, none dropped for looking hopeless. */
export async function examplesOf(
  { texts, marksAccounts, isNarrow }: Corpus,
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
    for (const { candidate, further } of await lookUps.settle(() =>
      identify(candidates, nowhere, {}, lookUps),
    )) {
      const { start, end } = candidate;
      if (!marksAccounts && isAccountOrAddress(text.text, { start, end })) continue;
      examples.push({
        signs: [...candidate.signs, ...further],
        right: text.truth.some((span) => overlaps(span, { start, end })),
        text,
        start,
        end,
        weight: isNarrow ? narrowWeight : 1,
      });
    }
  }
  return examples;
}
