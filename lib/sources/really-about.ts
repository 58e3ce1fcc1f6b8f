import type { MentionFinder } from "../mentions/mention-finder.ts";
import type { MentionContext } from "../mentions/mention-context.ts";
import { likely } from "../mentions/mention-finder.ts";
import type { Thread } from "../model/conversation.ts";
import type { Fact } from "../model/fact.ts";
import type { Found } from "./define-source.ts";
import { exactly, namesWord, type Wanted } from "./exactly.ts";
import { namesMaker } from "./names-maker.ts";

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

/** How sure the mention finder is of a name that can hardly be anything else, without a page that speaks for it. */
const unmistakable = 0.5;
/** A name of letters alone may be a word: of a thing, in the name of another company. */
const mayBeWord = /^[\p{L}\s]+$/u;

/**
 * APIs match loosely. What people say counts where the mention finder reads the brand in it, or where it links to the
 * brand. Records name companies, and not in sentences: there a name counts where it is the company's, or where it can
 * hardly be anything else. "Apple Juice" is no recall by Apple, however it is spelled.
 */
export async function reallyAbout(
  found: Found,
  brand: AskedBrand,
  finder: () => Promise<Pick<MentionFinder, "find">>,
): Promise<ReallyFound> {
  const { domains, names, isKnown, brandId } = brand;
  const isWritten = anyOf(names.map(namesWord));
  const isSigned = anyOf(names.filter((name) => !mayBeWord.test(name)).map(namesWord));
  const isMaker = anyOf([...names.map(namesMaker), ...names.map(isLed)]);
  const isRead = async (text: string, sure: number, context?: MentionContext): Promise<boolean> => {
    const mentions = await (await finder()).find(text, context);
    return mentions.some((mention) => mention.brandId === brandId && mention.confidence >= sure);
  };
  const isMeant = (text: string): Promise<boolean> => isRead(text, likely, { pageBrandIds: [brandId] });
  const isRecorded = async (text: string): Promise<boolean> =>
    isMaker(text) || isSigned(text) || (isWritten(text) && (!isKnown || (await isRead(text, unmistakable))));
  const inTalk: Wanted = { domains, isNamedIn: isKnown ? isMeant : isWritten };
  const inRecords: Wanted = { domains, isNamedIn: isRecorded };
  return {
    threads: await exactly(found.threads, inTalk),
    facts: await exactly(found.facts, inRecords),
  };
}

function anyOf(tests: readonly ((text: string) => boolean)[]): (text: string) => boolean {
  return (text) => tests.some((test) => test(text));
}

/** A product's name begins with its maker's: "The Ordinary Serum", while "the ordinary use" is no name. */
function isLed(name: string): (text: string) => boolean {
  return (text) => name.includes(" ") && text.startsWith(`${name} `);
}
