import type { Directory, ReadPart } from "../brands/directory.ts";
import { DirectoryError } from "../brands/directory-error.ts";
import type { Mention } from "../model/mention.ts";
import { findCandidates } from "./candidates.ts";
import { chooseMentions } from "./choose.ts";
import { gatherEvidence, isKeen, writtenLinks } from "./evidence.ts";
import type { Evidence } from "./evidence.ts";
import type { MentionContext } from "./mention-context.ts";
import { LookUps } from "./look-ups.ts";
import { namesPath, openNameIndex } from "./name-index.ts";
import type { NameIndex } from "./name-index.ts";
import { styleOf } from "./text-style.ts";
import { tokenise } from "./tokenise.ts";
import { TokenList } from "./tokens.ts";

interface TextInContext {
  readonly text: string;
  readonly context?: MentionContext;
}

/** Finds the brands of a directory in texts. */
export interface MentionFinder {
  /**
   * Mentions with a confidence of `faintest` or more, in order of their place, those without a span last; no two
   * overlap. Never about the words alone: callers choose a threshold (`likely` is a good one). Reads at most
   * `longestText` units. Rejects with `DirectoryError` alone, where the directory's files cannot be read.
   */
  find(text: string, context?: MentionContext): Promise<readonly Mention[]>;
  /** The mentions of each text, in the same order. */
  findAll(texts: readonly TextInContext[]): Promise<readonly (readonly Mention[])[]>;
}

export { faintest, likely } from "./choose.ts";
/** UTF-16 units of a text that are read. */
export const longestText = 100_000;

/** Reads nothing until the first text; then the index of names (about 230 kB), once. */
export function openMentions(readPart: ReadPart, directory: Directory): MentionFinder {
  let index: Promise<NameIndex> | undefined;
  const names = async (): Promise<NameIndex> => {
    index ??= readNames(readPart, directory);
    try {
      return await index;
    } catch (error) {
      // A failed read is not remembered: the next text tries again.
      index = undefined;
      throw error;
    }
  };
  const lookUps = new LookUps(directory);
  return {
    async find(text, context = {}) {
      const evidence = readText(text, context, await names());
      return evidence ? lookUps.settle(() => chooseMentions(evidence, context, lookUps)) : [];
    },
    async findAll(texts) {
      const known = await names();
      const found: (readonly Mention[])[] = [];
      for (const { text, context = {} } of texts) {
        const evidence = readText(text, context, known);
        const mentions = evidence ? lookUps.settle(() => chooseMentions(evidence, context, lookUps)) : [];
        // Most texts need no promise, and waiting for none would cost more than the text.
        found.push(mentions instanceof Promise ? await mentions : mentions);
      }
      return found;
    },
  };
}

async function readNames(readPart: ReadPart, directory: Directory): Promise<NameIndex> {
  const bytes = await readPart(namesPath).catch((cause: unknown) => {
    throw new DirectoryError("missing", namesPath, { cause });
  });
  const opened = openNameIndex(bytes, directory.version);
  if (typeof opened === "string") throw new DirectoryError(opened, namesPath);
  return opened;
}

/** Words of the text at hand; used between two awaits alone, so that one list serves all. */
const tokens = new TokenList();

/** What the words of a text say; `undefined` where they name nobody and the surroundings do not either. */
function readText(text: string, context: MentionContext, index: NameIndex): Evidence | undefined {
  tokenise(text, longestText, tokens);
  const keen = isKeen(context, tokens);
  const candidates = findCandidates(tokens, index, keen);
  if (candidates.length === 0)
    return keen ? { candidates: [], links: writtenLinks(text, tokens) } : undefined;
  return gatherEvidence(text, context, { tokens, style: styleOf(tokens) }, candidates);
}
