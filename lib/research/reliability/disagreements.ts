import type { HandSentiment } from "../../model/research/coding.ts";
import type { CodedItem } from "./agreement.ts";

/** What coders said differently of one item. */
export interface Disagreement {
  readonly seq: number;
  /** Codes that some gave and others did not, and who gave them. */
  readonly codes: readonly { readonly code: string; readonly givenBy: readonly string[] }[];
  /** Said by hand, where not all say the same. */
  readonly sentiments: readonly { readonly coder: string; readonly sentiment: HandSentiment }[];
}

/** Items of which coders do not say the same, those with the most differences first. */
export function disagreementsIn(items: readonly CodedItem[]): readonly Disagreement[] {
  return items
    .map(disagreementOf)
    .filter(({ codes, sentiments }) => codes.length > 0 || sentiments.length > 0)
    .toSorted((a, b) => differences(b) - differences(a) || a.seq - b.seq);
}

function disagreementOf({ seq, codings }: CodedItem): Disagreement {
  const all = [...new Set(codings.flatMap(({ codes }) => codes))];
  const codes = all
    .map((code) => ({
      code,
      givenBy: codings.filter((coding) => coding.codes.includes(code)).map(({ coder }) => coder),
    }))
    .filter(({ givenBy }) => givenBy.length < codings.length);
  const said = codings.flatMap(({ coder, sentiment }) =>
    sentiment === undefined ? [] : [{ coder, sentiment }],
  );
  const differ = new Set(said.map(({ sentiment }) => sentiment)).size > 1;
  return { seq, codes, sentiments: differ ? said : [] };
}

function differences({ codes, sentiments }: Disagreement): number {
  return codes.length + (sentiments.length > 0 ? 1 : 0);
}
