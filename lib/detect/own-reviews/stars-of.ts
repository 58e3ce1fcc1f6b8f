import { numberIn } from "../number.ts";

const scales = [5, 10, 100];
const number = String.raw`(\d{1,3}(?:[.,]\d{1,2})?)`;
/** "4.5 out of 5", "4 von 5 Sternen", "4/5", "4 sur 5". */
const ofMany = new RegExp(
  `${number}\\s*(?:stars?\\s*)?(?:/|out of|of|von|sur|de|di|su|van|z|av|af|из|na|din)\\s*(\\d{1,3})(?!\\d)`,
  "iu",
);
/** "5つ星のうち4.0", "5 étoiles sur lesquelles": the scale first. */
const scaleFirst = new RegExp(`(\\d{1,3})つ星のうち\\s*${number}`, "u");
/** "width: 80%", "80 %". */
const share = new RegExp(`${number}\\s*%`, "u");
/** "a-star-4", "a-star-mini-4-5", "tp-stars--4": names that style sheets give. */
const inName = /\bstars?(?:-[a-z]+)*-{1,2}([0-5])(?:-(5))?\b/iu;

/** Stars on a scale of five as a page writes them, with one decimal; `undefined` where it is not sure. */
export function starsOf(text: string | undefined, best?: string): number | undefined {
  if (!text) return undefined;
  return onScale(glyphs(text) ?? fraction(text) ?? named(text) ?? plain(text, numberIn(best)));
}

interface Rated {
  readonly value: number;
  readonly best: number;
}

function onScale(rated: Rated | undefined): number | undefined {
  if (!rated) return undefined;
  const { best, value } = rated;
  const isSane = value > 0 && value <= best && best >= 3 && best <= 100;
  return isSane ? Math.max(1, Math.round((50 * value) / best) / 10) : undefined;
}

/** "★★★★☆". Five full ones that all look alike tell nothing: there colour says which count. */
function glyphs(text: string): Rated | undefined {
  if (/\d/u.test(text)) return undefined;
  const full = text.match(/[★⭐]/gu)?.length ?? 0;
  const empty = text.match(/☆/gu)?.length ?? 0;
  return full > 0 && full + empty === 5 && empty > 0 ? { value: full, best: 5 } : undefined;
}

function fraction(text: string): Rated | undefined {
  const [, first, many] = scaleFirst.exec(text) ?? [];
  if (first && many) return { value: numberIn(many) ?? 0, best: Number(first) };
  const [, value, best] = ofMany.exec(text) ?? [];
  if (value && best) return { value: numberIn(value) ?? 0, best: Number(best) };
  const [, percent] = share.exec(text) ?? [];
  return percent ? { value: numberIn(percent) ?? 0, best: 100 } : undefined;
}

function named(text: string): Rated | undefined {
  const [, whole, half] = inName.exec(text) ?? [];
  return whole ? { value: Number(whole) + (half ? 0.5 : 0), best: 5 } : undefined;
}

function plain(text: string, best: number | undefined): Rated | undefined {
  const value = numberIn(text);
  if (value === undefined) return undefined;
  const scale = best ?? scales.find((each) => value <= each);
  return scale === undefined ? undefined : { value, best: scale };
}
