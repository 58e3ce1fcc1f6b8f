import { foldLetters } from "../../brands/fold-name.ts";
import { type AspectId, aspectIds } from "../../model/topic.ts";
import { commonWords, foreignSmallWords } from "./common-words.ts";
import type { AspectTerms } from "./terms/aspect-terms.ts";
import { aspectTerms, termLanguages } from "./terms/index.ts";

/** A place in the tree of terms: which patterns may follow, and what ends here. */
interface TermNode {
  readonly next: Map<number, TermNode>;
  readonly ends: TermEnd[];
}

/** What a term says in the languages of `languages` (bits, in the order of `termLanguages`). */
interface TermEnd {
  /** Its place in `aspectIds`; `lookAlike` where it says nothing. */
  readonly aspect: number;
  readonly languages: number;
}

export const lookAlike = -1;

/** What one word may be, whatever stands beside it. Bits of `languages` as above. */
export interface WordRoles {
  /** Patterns that it fits. */
  readonly patterns: readonly number[];
  /** Languages in which it is an article. */
  readonly article: number;
  /** Languages in which it is a small word, articles included: what tells a language. */
  readonly small: number;
  /** Languages in which no phrase holds it. */
  readonly common: number;
}

/** The bit of all languages whose terms are not known. */
export const foreignLanguage = 1 << termLanguages.length;

/** All terms of all languages, ready for looking words up: by their whole, their beginnings and their endings. */
class TermIndex {
  readonly root: TermNode = { next: new Map(), ends: [] };
  readonly #wholes = new Map<string, number>();
  readonly #beginnings = new Map<string, number>();
  readonly #endings = new Map<string, number>();
  readonly #article = new Map<string, number>();
  readonly #small = new Map<string, number>();
  readonly #common = new Map<string, number>();
  #patterns = 0;

  constructor() {
    for (const [place, language] of termLanguages.entries()) {
      this.#addTerms(aspectTerms[language], 1 << place);
      const { articles, small, plain } = commonWords[language];
      const tables = [this.#article, this.#small, this.#common];
      for (const [words, depth] of [[articles, 0] as const, [small, 1] as const, [plain, 2] as const]) {
        for (const table of tables.slice(depth)) addWords(table, words, 1 << place);
      }
    }
    addWords(this.#small, foreignSmallWords, foreignLanguage);
  }

  rolesOf(folded: string): WordRoles {
    return {
      patterns: this.#patternsOf(folded),
      article: this.#article.get(folded) ?? 0,
      small: this.#small.get(folded) ?? 0,
      common: this.#common.get(folded) ?? 0,
    };
  }

  #patternsOf(folded: string): number[] {
    const found: (number | undefined)[] = [this.#wholes.get(folded)];
    for (let length = shortestPart; length <= folded.length; length++) {
      found.push(this.#beginnings.get(folded.slice(0, length)), this.#endings.get(folded.slice(-length)));
    }
    return found.filter((pattern) => pattern !== undefined);
  }

  #addTerms({ terms, lookAlikes }: AspectTerms, language: number): void {
    for (const [aspect, list] of Object.entries(terms)) {
      this.#addList(list, aspectIds.indexOf(aspect as AspectId), language);
    }
    this.#addList(lookAlikes, lookAlike, language);
  }

  #addList(list: string, aspect: number, language: number): void {
    for (const term of list.split(",")) {
      let node = this.root;
      for (const word of term.trim().split(/\s+/)) {
        const pattern = this.#patternFor(word);
        const next = node.next.get(pattern) ?? { next: new Map(), ends: [] };
        node.next.set(pattern, next);
        node = next;
      }
      node.ends.push({ aspect, languages: language });
    }
  }

  #patternFor(word: string): number {
    const table = word.endsWith("*") ? this.#beginnings : word.startsWith("*") ? this.#endings : this.#wholes;
    const folded = foldLetters(word);
    if (folded === "" || (table !== this.#wholes && folded.length < shortestPart))
      throw new Error(`not a term: ${word}`);
    const pattern = table.get(folded) ?? this.#patterns++;
    table.set(folded, pattern);
    return pattern;
  }
}

/** A beginning or ending of fewer letters would fit too much. */
const shortestPart = 3;

function addWords(table: Map<string, number>, words: string, language: number): void {
  for (const word of words.trim().split(/\s+/)) {
    const folded = foldLetters(word);
    table.set(folded, (table.get(folded) ?? 0) | language);
  }
}

let built: TermIndex | undefined;

/** Built on first use: some milliseconds that only those who look for topics should wait. */
export function termIndex(): TermIndex {
  built ??= new TermIndex();
  return built;
}

export type { TermIndex, TermNode };
