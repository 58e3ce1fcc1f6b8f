/** The day, since 1970, that a text tells; `undefined` where it tells none, or one that may be meant otherwise. */
export type ReadDay = (text: string) => number | undefined;

/** "03/05/2024", "3-5-24": which is the month, one such date alone does not tell. With points the day comes first. */
const numeric = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)/u;
/** "2021-03-02", and "2021-03-02 11:22:33 UTC" as services write in attributes. */
const stamp = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/u;
const dayMs = 86_400_000;

/**
 * The days of a page's reviews. Where month and day stand in figures, all of them together tell which comes first: one
 * that cannot be a month decides for all; if none does, they tell nothing.
 */
export function daysOf(
  texts: readonly (string | undefined)[],
  readDay: ReadDay,
): readonly (number | undefined)[] {
  const isMonthFirst = monthFirst(texts);
  return texts.map((text) => {
    if (!text) return undefined;
    const [, year, month, day] = stamp.exec(text) ?? [];
    if (year) return calendarDay(Number(year), Number(month), Number(day));
    const [, first, second, last] = numeric.exec(text) ?? [];
    if (!first) return readDay(text);
    if (isMonthFirst === undefined) return undefined;
    const [inMonth, ofYear] = isMonthFirst ? [second, first] : [first, second];
    return calendarDay(Number(last) + (last?.length === 2 ? 2000 : 0), Number(ofYear), Number(inMonth));
  });
}

/** `undefined` where nothing tells, or the page contradicts itself. */
function monthFirst(texts: readonly (string | undefined)[]): boolean | undefined {
  let [isMonth, isDay] = [false, false];
  for (const text of texts) {
    const [, first, second] = numeric.exec(text ?? "") ?? [];
    if (Number(first) > 12) isDay = true;
    if (Number(second) > 12) isMonth = true;
  }
  return isMonth === isDay ? undefined : isMonth;
}

function calendarDay(year: number, month: number, day: number): number | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 1995;
  return isReal ? at.getTime() / dayMs : undefined;
}
