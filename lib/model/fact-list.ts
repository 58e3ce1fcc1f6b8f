import type { Fact } from "./fact.ts";
import { isWithinYear, type ComparedProduct, type RecallMatch, recallMatch } from "./recall-match.ts";

/** A fact as it is listed. */
export interface ListedFact extends Fact {
  /** From the sample world. */
  readonly isSample?: true;
  /** How it is known to concern the product that the page is about. */
  readonly match?: RecallMatch;
}

/** What the sections of a brand's facts hold, each newest first. */
export interface FactList {
  /** Of this product first; then of the last twelve months, and those that nobody dated. */
  readonly recalls: readonly ListedFact[];
  /** More than twelve months old, and not of this product. */
  readonly olderRecalls: readonly ListedFact[];
  readonly complaints: readonly ListedFact[];
  /** Who owns it, how it is registered, which accounts are its own. */
  readonly identity: readonly ListedFact[];
  /** Articles, their criticism sections, and entries of product databases. */
  readonly reference: readonly ListedFact[];
}

/** Where facts come from: the daily file of a feed, or a place's answer to a search. */
export interface FactOrigin {
  readonly facts: readonly Fact[];
  readonly isSample?: true;
}

const kindsOf = {
  complaints: ["complaint"],
  identity: ["owner", "identifier", "profile"],
  reference: ["article", "product"],
} as const satisfies Readonly<Record<string, readonly Fact["kind"][]>>;

/**
 * Facts from everywhere, each once: the same record under the same key, or on the same page. One page may be the
 * source of several facts of a kind (an owner and another owner); those differ in their title.
 */
export function joinFacts(origins: readonly FactOrigin[]): readonly ListedFact[] {
  const joined: ListedFact[] = [];
  const places = new Map<string, number>();
  for (const { facts, isSample } of origins)
    for (const fact of facts) {
      const names = namesOf(fact);
      const at = names.map((name) => places.get(name)).find((place) => place !== undefined);
      const own: ListedFact = { ...fact, ...(isSample && { isSample }) };
      const place = at ?? joined.length;
      joined[place] = at === undefined ? own : together(joined[at] ?? own, own);
      for (const name of names) places.set(name, place);
    }
  return joined;
}

function namesOf({ key, kind, title, url }: Fact): readonly string[] {
  // A recall has one page, whatever models of it are listed one by one.
  return [`key ${key}`, kind === "recall" ? `recall ${url}` : `${kind} ${url} ${title}`];
}

function together(first: ListedFact, second: ListedFact): ListedFact {
  const products = [...new Set([...(first.products ?? []), ...(second.products ?? [])])];
  const details = longer(first.details, second.details);
  return {
    ...second,
    ...first,
    ...(products.length > 0 && { products }),
    ...(details && { details }),
  };
}

function longer<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): readonly T[] | undefined {
  return (b?.length ?? 0) > (a?.length ?? 0) ? b : a;
}

/** What nobody dated comes last: it may be old. */
function newestFirst(a: Fact, b: Fact): number {
  return (b.at ?? 0) - (a.at ?? 0);
}

function matched(fact: ListedFact, product: ComparedProduct | undefined): ListedFact {
  const match = product && recallMatch(fact, product);
  return match ? { ...fact, match } : fact;
}

/**
 * The sections of a brand's facts.
 *
 * @param product - What the page is about, where its lens is chosen: its recalls lead.
 */
export function factList(
  facts: readonly ListedFact[],
  product: ComparedProduct | undefined,
  nowMs: number,
): FactList {
  const sorted = facts.toSorted(newestFirst);
  const section = (kinds: readonly Fact["kind"][]): readonly ListedFact[] =>
    sorted.filter(({ kind }) => kinds.includes(kind));
  const recalls = section(["recall"]).map((fact) => matched(fact, product));
  const isOld = ({ at, match }: ListedFact): boolean =>
    !match && at !== undefined && !isWithinYear(at, nowMs);
  return {
    recalls: [
      ...recalls.filter(({ match }) => match),
      ...recalls.filter((fact) => !fact.match && !isOld(fact)),
    ],
    olderRecalls: recalls.filter(isOld),
    complaints: section(kindsOf.complaints),
    identity: kindsOf.identity.flatMap((kind) => section([kind])),
    reference: kindsOf.reference.flatMap((kind) => section([kind])),
  };
}
