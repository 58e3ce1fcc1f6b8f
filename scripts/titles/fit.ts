import { mostWords, startsIn } from "../../lib/brands/title-brand.ts";
import type { TitleWeights } from "../../lib/brands/title-sign-weights.ts";
import { foldName } from "../../lib/brands/fold-name.ts";
import { jointSigns } from "../../lib/brands/title-joints.ts";
import type { JointSign } from "../../lib/brands/title-joints.ts";
import { startSigns } from "../../lib/brands/title-starts.ts";
import type { Start, StartSign } from "../../lib/brands/title-starts.ts";
import type { LabelledTitle } from "./labelled-titles.ts";

const jointNames = Object.keys(jointSigns) as JointSign[];
const startNames = Object.keys(startSigns) as StartSign[];

/** A title as the fit sees it: which signs hold where, and what is right. */
interface Example {
  readonly weight: number;
  /** Numbers of the signs that hold at each start. */
  readonly starts: readonly (readonly number[])[];
  /** The right start; -1 where there is none. */
  readonly right: number;
  /** Signs at each joint of the right run, and whether the name goes on there. */
  readonly joints: readonly { readonly signs: readonly number[]; readonly goesOn: boolean }[];
}

const rounds = 100;
const rate = 0.12;

/**
 * Weights under which the labelled runs are likeliest, by gradient ascent (Adam) with a pull towards nothing.
 * The same titles without their brand, and all in capitals, are fitted too with less weight: shops' own titles
 * often leave the maker out, and many shout.
 */
export function fitTitles(titles: readonly LabelledTitle[], pull = 2): TitleWeights {
  const examples = titles.flatMap((title) => examplesOf(title));
  const values = new Float64Array(1 + startNames.length + jointNames.length);
  const slope = new Float64Array(values.length);
  const mean = new Float64Array(values.length);
  const spread = new Float64Array(values.length);
  for (let round = 1; round <= rounds; round += 1) {
    for (let i = 0; i < values.length; i += 1) slope[i] = -pull * (values[i] ?? 0);
    for (const example of examples) addSlope(example, values, slope);
    for (let i = 0; i < values.length; i += 1) {
      const g = slope[i] ?? 0;
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * g;
      spread[i] = 0.99 * (spread[i] ?? 0) + 0.01 * g * g;
      const step = (mean[i] ?? 0) / (1 - 0.9 ** round);
      const scale = Math.sqrt((spread[i] ?? 0) / (1 - 0.99 ** round)) + 1e-9;
      values[i] = (values[i] ?? 0) + (rate * step) / scale;
    }
  }
  const at = (index: number): number => Math.round((values[index] ?? 0) * 100) / 100;
  return {
    noBrand: at(0),
    start: Object.fromEntries(startNames.map((name, i) => [name, at(1 + i)])) as Record<StartSign, number>,
    joint: Object.fromEntries(jointNames.map((name, i) => [name, at(1 + startNames.length + i)])) as Record<
      JointSign,
      number
    >,
  };
}

const examplesKept = new WeakMap<LabelledTitle, readonly Example[]>();

function examplesOf(title: LabelledTitle): readonly Example[] {
  const kept = examplesKept.get(title);
  if (kept) return kept;
  const whole = exampleOf(title.title, title, 1);
  const examples = whole ? [whole, ...variantsOf(title)] : [];
  examplesKept.set(title, examples);
  return examples;
}

const variantWeight = 0.1;
/** How titles begin in languages that name the thing before its maker. */
const productFirst = [
  "Zapatillas de running para mujer",
  "Scarpe da uomo",
  "Słuchawki bezprzewodowe",
  "Кроссовки мужские",
  "Tênis feminino",
  "Chaussures de sport pour femme",
  "Brosse à dents électrique",
  "スニーカー メンズ",
  "Женская куртка",
  "Lampada da tavolo",
  "Elektryczna szczoteczka do zębów",
  "Aspirador sin cable",
  "Draadloze koptelefoon",
  "Стиральная машина",
  "Machine à café",
  "Sluchátka bezdrátová",
];

/** The same title as other sellers would write it. */
function variantsOf(title: LabelledTitle): readonly Example[] {
  const shouted = exampleOf(title.title.toUpperCase(), title, variantWeight);
  const parts = partsOf(title);
  if (!parts) return shouted ? [shouted] : [];
  const { name, rest } = parts;
  const seed = name.length + rest.length;
  const beginning =
    rest
      .split(/[,|(]|\s-\s/u)[0]
      ?.trim()
      .split(/\s+/u)
      .slice(0, 5)
      .join(" ") ?? "";
  const end = rest.slice(beginning.length);
  const foreign = productFirst[seed % productFirst.length] ?? "";
  const opening = ["New", "2-Pack", "Genuine", "2024", "10pcs", "Original", "NEW", "3 Pack"][seed % 8] ?? "";
  const variants = [
    exampleOf(`${opening} ${title.title}`, title, variantWeight),
    exampleOf(rest, { ...title, brand: new Set() }, variantWeight),
    exampleOf(`${foreign} ${name} ${rest.split(" ").slice(2).join(" ").toLowerCase()}`, title, variantWeight),
    exampleOf(`${beginning} by ${name}${end}`, title, variantWeight),
    exampleOf(`${beginning} ${"|-–"[seed % 3]} ${name}`, title, variantWeight),
  ];
  return [shouted, ...variants].filter((example) => example !== undefined);
}

/** A brand at the start and what follows it, where it does not come again. */
function partsOf({ title, brand, known }: LabelledTitle): { name: string; rest: string } | undefined {
  const [first] = startsIn(title, (name) => known.has(name));
  if (!first || brand.size === 0) return undefined;
  for (let end = 0; end < mostWords; end += 1) {
    const last = first.words[end];
    const name = last && title.slice(0, last.end);
    if (name === undefined || !brand.has(foldName(name))) continue;
    const rest = title.slice(last?.end).replace(/^[^\p{L}\p{N}]+/u, "");
    return [...brand].some((name) => foldName(rest).includes(name)) ? undefined : { name, rest };
  }
  return undefined;
}

function exampleOf(title: string, { brand, known }: LabelledTitle, weight: number): Example | undefined {
  const starts = startsIn(title, (name) => known.has(name));
  const signs = starts.map((start) => numbersOf(startNames, (name) => startSigns[name](start), 1));
  if (brand.size === 0) return { weight, starts: signs, right: -1, joints: [] };
  for (const [right, start] of starts.entries()) {
    const end = endOf(title, start, brand);
    if (end !== undefined) return { weight, starts: signs, right, joints: jointsOf(start, end) };
  }
  // What was marked is no run that we ever consider: nothing to learn from.
  return undefined;
}

function endOf(title: string, { words, at }: Start, brand: ReadonlySet<string>): number | undefined {
  const from = words[at]?.start ?? 0;
  for (let end = at; end < Math.min(words.length, at + mostWords); end += 1) {
    if (brand.has(foldName(title.slice(from, words[end]?.end)))) return end;
  }
  return undefined;
}

function jointsOf(start: Start, end: number): Example["joints"] {
  const joints: { signs: readonly number[]; goesOn: boolean }[] = [];
  for (let at = start.at; at <= end && at < start.at + mostWords - 1; at += 1) {
    const joint = { ...start, start: start.at, at };
    if (at + 1 >= start.words.length) break;
    const signs = numbersOf(jointNames, (name) => jointSigns[name](joint), 1 + startNames.length);
    joints.push({ signs, goesOn: at < end });
  }
  return joints;
}

function numbersOf<Name>(names: readonly Name[], holds: (name: Name) => boolean, offset: number): number[] {
  return names.flatMap((name, index) => (holds(name) ? [offset + index] : []));
}

function sumOf(signs: readonly number[], values: Float64Array): number {
  let total = 0;
  for (const sign of signs) total += values[sign] ?? 0;
  return total;
}

function addTo(signs: readonly number[], amount: number, slope: Float64Array): void {
  for (const sign of signs) slope[sign] = (slope[sign] ?? 0) + amount;
}

function addSlope(
  { starts, right, joints, weight }: Example,
  values: Float64Array,
  slope: Float64Array,
): void {
  const none = Math.exp(values[0] ?? 0);
  const odds = starts.map((signs) => Math.exp(sumOf(signs, values)));
  const total = odds.reduce((all, odd) => all + odd, none);
  slope[0] = (slope[0] ?? 0) + weight * ((right === -1 ? 1 : 0) - none / total);
  for (const [index, signs] of starts.entries()) {
    addTo(signs, weight * ((index === right ? 1 : 0) - (odds[index] ?? 0) / total), slope);
  }
  for (const { signs, goesOn } of joints) {
    addTo(signs, weight * ((goesOn ? 1 : 0) - 1 / (1 + Math.exp(-sumOf(signs, values)))), slope);
  }
}
