import { type KeepRule, recordingLimits, type RecordingPlan } from "../../lib/model/research/session.ts";

/** How sure a mention must be, from the surest on; what each is called stands in `_locales` under `research_sure_<n>`. */
export const sureness = [0.9, 0.75, 0.57, 0.3] as const;

/** Shares of the rest that are kept as a sample. */
export const sampleRates = [0, 0.01, 0.05, 0.1] as const;

/** Minutes after which a recording stops by itself, beside a number of one's own. */
export const spans = [30, 60, 120, 240] as const;

interface NamedBrand {
  readonly brandId: string;
  readonly name: string;
}

/** What stands in the dialog before it is a plan. */
export interface RecordChoices {
  readonly kind: KeepRule["kind"];
  /** As typed, one a line. */
  readonly words: string;
  /** Place in `sureness`. */
  readonly sure: number;
  readonly brands: readonly NamedBrand[];
  /** `undefined`: all that there are. */
  readonly sites: readonly string[] | undefined;
  readonly sampleRate: number;
  readonly minutes: number;
  /** Whether the minutes are typed, not one of `spans`. */
  readonly isOwnSpan: boolean;
}

export const firstChoices: RecordChoices = {
  kind: "mentions",
  words: "",
  sure: 2,
  brands: [],
  sites: undefined,
  sampleRate: 0.05,
  minutes: 60,
  isOwnSpan: false,
};

/** What was chosen the last time. @param all - Ids of every platform there is. */
export function choicesOf(plan: Omit<RecordingPlan, "collection">, all: readonly string[]): RecordChoices {
  const { keep, minutes, sampleRate, sites } = plan;
  return {
    ...firstChoices,
    kind: keep.kind,
    ...(keep.kind === "words" && { words: keep.words.join("\n") }),
    ...(keep.kind === "mentions" && {
      sure: nearest(sureness, keep.confidence),
      brands: keep.brands.map((brandId) => ({ brandId, name: brandId })),
    }),
    sites: all.every((id) => sites.includes(id)) ? undefined : sites.filter((id) => all.includes(id)),
    sampleRate,
    minutes,
    isOwnSpan: !spans.some((span) => span === minutes),
  };
}

/** A choice that no recording can begin with, by the field that it stands in. */
export type ChoiceFault = "no-words" | "too-many-words" | "no-sites" | "minutes";

export function faultsOf(choices: RecordChoices): readonly ChoiceFault[] {
  const { minutes } = choices;
  const words = choices.kind === "words" ? wordsIn(choices).length : undefined;
  const isSpan = Number.isInteger(minutes) && minutes >= 1 && minutes <= recordingLimits.minutes;
  return [
    ...(words === 0 ? ["no-words" as const] : []),
    ...(words !== undefined && words > recordingLimits.words ? ["too-many-words" as const] : []),
    ...(choices.sites?.length === 0 ? ["no-sites" as const] : []),
    ...(isSpan ? [] : ["minutes" as const]),
  ];
}

/** The plan without its collection. */
export function planOf(choices: RecordChoices, all: readonly string[]): Omit<RecordingPlan, "collection"> {
  return {
    keep: ruleOf(choices),
    sites: choices.sites ?? all,
    // Where everything is kept there is no rest.
    sampleRate: choices.kind === "everything" ? 0 : choices.sampleRate,
    minutes: choices.minutes,
  };
}

export function wordsIn({ words }: RecordChoices): readonly string[] {
  const lines = words.split("\n").map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}

function ruleOf(choices: RecordChoices): KeepRule {
  if (choices.kind === "everything") return { kind: "everything" };
  if (choices.kind === "words") return { kind: "words", words: wordsIn(choices) };
  const confidence = sureness[choices.sure] ?? sureness[firstChoices.sure]!;
  return { kind: "mentions", confidence, brands: choices.brands.map(({ brandId }) => brandId) };
}

/** Place of the value that is nearest. */
function nearest(values: readonly number[], wanted: number): number {
  const distances = values.map((value) => Math.abs(value - wanted));
  return distances.indexOf(Math.min(...distances));
}
