import type { Code, Coding, HandSentiment } from "../../model/research/coding.ts";
import { bootstrapped } from "../statistics/bootstrap.ts";
import { type AgreementWeight, cohensKappa, kappaWeights } from "../statistics/cohens-kappa.ts";
import { contingencyOf } from "../statistics/contingency.ts";
import { type Distance, masi, nominal, ordinal, setValue } from "../statistics/distances.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { krippendorffsAlpha } from "../statistics/krippendorffs-alpha.ts";
import { shareOf } from "../statistics/wilson.ts";

/** What several coders said of one item; only items that two of them or more have coded. */
export interface CodedItem {
  readonly seq: number;
  readonly codings: readonly Coding[];
}

/** How far coders agree in one question. What is not defined is not there. */
export interface Agreement {
  /** Items that at least two coders answered. */
  readonly n: number;
  /** Share of items of which all who answered said the same. */
  readonly same?: Estimate;
  readonly alpha?: Estimate;
  /** Of two coders alone. */
  readonly kappa?: Estimate;
}

export interface CodeAgreement extends Agreement {
  readonly code: Code;
  /** How often each coder gave the code, in the order of the coders. */
  readonly given: readonly number[];
}

/** Codings by item, of these coders. */
export function codedItems(codings: readonly Coding[], coders: readonly string[]): readonly CodedItem[] {
  const ofCoders = codings.filter(({ coder }) => coders.includes(coder));
  return [...Map.groupBy(ofCoders, ({ seq }) => seq)]
    .filter(([, said]) => said.length > 1)
    .map(([seq, said]) => ({ seq, codings: said }));
}

/** One code as a question of its own: does the item have it? */
export function codeAgreement(
  items: readonly CodedItem[],
  code: Code,
  coders: readonly string[],
): CodeAgreement {
  const gives = (coding: Coding): number => (coding.codes.includes(code.id) ? 1 : 0);
  const given = coders.map((coder) =>
    items.reduce(
      (sum, { codings }) => sum + codings.filter((each) => each.coder === coder).filter(gives).length,
      0,
    ),
  );
  return {
    code,
    given,
    ...agreementIn(valuesOf(items, gives), coders, nominal, [0, 1], kappaWeights.nominal),
  };
}

/** All codes of an item as one answer: a set. */
export function setAgreement(items: readonly CodedItem[], coders: readonly string[]): Agreement {
  return agreementIn(
    valuesOf(items, ({ codes }) => setValue(codes)),
    coders,
    masi,
  );
}

const sentiments: readonly HandSentiment[] = [-1, 0, 1];

/** Sentiment said by hand; its three classes stand in order. */
export function sentimentAgreement(items: readonly CodedItem[], coders: readonly string[]): Agreement {
  const values = valuesOf<number>(items, ({ sentiment }) => sentiment);
  return agreementIn(values, coders, ordinal, sentiments, kappaWeights.linear);
}

/** A coder's answers to one question, by coder; who gave none is left out. */
type Values<T> = ReadonlyMap<string, T>;

function valuesOf<T>(
  items: readonly CodedItem[],
  read: (coding: Coding) => T | undefined,
): readonly Values<T>[] {
  return items
    .map(({ codings }) => {
      const values = new Map<string, T>();
      for (const coding of codings) {
        const value = read(coding);
        if (value !== undefined) values.set(coding.coder, value);
      }
      return values;
    })
    .filter((values) => values.size > 1);
}

function agreementIn<T>(
  values: readonly Values<T>[],
  coders: readonly string[],
  distance: Distance<T>,
  categories?: readonly T[],
  weight: AgreementWeight = kappaWeights.nominal,
): Agreement {
  const units = values.map((said) => [...said.values()]);
  const same = shareOf(units.filter((unit) => new Set(unit).size === 1).length, units.length);
  const alpha = bootstrapped(units, (some) => krippendorffsAlpha(some, distance));
  const kappa = categories && coders.length === 2 ? kappaOf(values, coders, categories, weight) : undefined;
  return {
    n: units.length,
    ...(same && { same }),
    ...(alpha && { alpha }),
    ...(kappa && { kappa }),
  };
}

function kappaOf<T>(
  values: readonly Values<T>[],
  [first = "", second = ""]: readonly string[],
  categories: readonly T[],
  weight: AgreementWeight,
): Estimate | undefined {
  const pairs = values.flatMap((said): readonly (readonly [T, T])[] => {
    const a = said.get(first);
    const b = said.get(second);
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  return cohensKappa(contingencyOf(pairs, categories), weight);
}
