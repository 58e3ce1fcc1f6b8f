import type { MessageKey } from "../../lib/i18n.ts";

/** One of the three places where a site proves a key, and what is to be put there. */
export interface ProofPlace {
  readonly title: MessageKey;
  readonly hint: MessageKey;
  /** What its button is told apart by. */
  readonly copy: MessageKey;
  readonly text: string;
}

/** What to put where, ready to be pasted. Any one of them is enough. See docs/official-answers.md. */
export function proofPlaces(proof: string): readonly ProofPlace[] {
  return [
    {
      title: "prove_file",
      hint: "prove_file_hint",
      copy: "prove_file_copy",
      text: JSON.stringify({ format: 1, keys: [proof] }, undefined, 2),
    },
    {
      title: "prove_link",
      hint: "prove_link_hint",
      copy: "prove_link_copy",
      text: `<link rel="backtalk-key" href="data:,${proof}">`,
    },
    { title: "prove_dns", hint: "prove_dns_hint", copy: "prove_dns_copy", text: `backtalk-key=${proof}` },
  ];
}
