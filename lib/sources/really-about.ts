import type { MentionFinder } from "../mentions/mention-finder.ts";
import { likely } from "../mentions/mention-finder.ts";
import type { Thread } from "../model/conversation.ts";
import type { Fact } from "../model/fact.ts";
import type { Found } from "./define-source.ts";
import { exactly, namesWord, type Wanted } from "./exactly.ts";

/** The brand that was asked about, as far as it is known. */
interface AskedBrand {
  readonly brandId: string;
  /** All its names. */
  readonly names: readonly string[];
  /** All its domains. */
  readonly domains: readonly string[];
  /** Whether the directory has it, and so the mention finder. */
  readonly isKnown: boolean;
}

/** What of a page of answers is really about the brand. */
export interface ReallyFound {
  readonly threads: readonly Thread[];
  readonly facts: readonly Fact[];
}

/**
 * APIs match loosely. What people say counts where the mention finder reads the brand in it, or where it links to the
 * brand; what a record says, where it holds one of the brand's names: records name companies, not in sentences.
 */
export async function reallyAbout(
  found: Found,
  brand: AskedBrand,
  finder: () => Promise<Pick<MentionFinder, "find">>,
): Promise<ReallyFound> {
  const { domains, names, isKnown, brandId } = brand;
  const byName = names.map(namesWord);
  const isWritten = (text: string): boolean => byName.some((named) => named(text));
  const isMeant = async (text: string): Promise<boolean> => {
    const mentions = await (await finder()).find(text, { pageBrandIds: [brandId] });
    return mentions.some((mention) => mention.brandId === brandId && mention.confidence >= likely);
  };
  const inTalk: Wanted = { domains, isNamedIn: isKnown ? isMeant : isWritten };
  const inRecords: Wanted = { domains, isNamedIn: isWritten };
  return {
    threads: await exactly(found.threads, inTalk),
    facts: await exactly(found.facts, inRecords),
  };
}
