type Step = "day" | "week" | "month";

export const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** 5 January 1970, a Monday. */
const firstMonday = 4 * dayMs;

/** More bars than this are no picture: a longer step is taken. */
const mostSteps = 5000;
/** Of days and weeks that are chosen where nobody said. */
const mostDays = 92;
const mostWeeks = 104;

/** Beginning of the step that a time is in. UTC; weeks begin on Monday. */
function stepStart(step: Step, at: number): number {
  if (step === "day") return Math.floor(at / dayMs) * dayMs;
  if (step === "week") return Math.floor((at - firstMonday) / weekMs) * weekMs + firstMonday;
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}

/** The step for a span of time: the wanted one, unless that would be too many. */
function stepFor(from: number, to: number, wanted: Step | undefined): Step {
  const days = (to - from) / dayMs;
  const step = wanted ?? (days <= mostDays ? "day" : days <= 7 * mostWeeks ? "week" : "month");
  if (step === "day" && days > mostSteps) return "week";
  return step === "week" && days > 7 * mostSteps ? "month" : step;
}

/** The steps of a span of time, without gaps. */
export class Steps {
  readonly step: Step;
  /** Rising. */
  readonly starts: readonly number[];
  readonly #firstDay: number;
  /** By day of the span: each step begins with a day. */
  readonly #indexes: Uint32Array;

  /** `from` and `to` inclusive; `from` behind `to` is no step at all. */
  constructor(from: number, to: number, wanted: Step | undefined) {
    this.step = stepFor(from, to, wanted);
    const starts: number[] = [];
    for (let at = stepStart(this.step, from); at <= to; at = following(this.step, at)) starts.push(at);
    this.starts = starts;
    this.#firstDay = dayNumber(starts[0] ?? 0);
    const end =
      starts.length === 0 ? 0 : dayNumber(following(this.step, starts.at(-1) ?? 0)) - this.#firstDay;
    this.#indexes = new Uint32Array(end);
    for (const [index, start] of starts.entries())
      this.#indexes.fill(index, dayNumber(start) - this.#firstDay);
  }

  /** Which step a time is in; `undefined` outside the span. */
  indexAt(at: number): number | undefined {
    return this.#indexes[dayNumber(at) - this.#firstDay];
  }

  /** A zero for each step. */
  zeros(): number[] {
    return this.starts.map(() => 0);
  }
}

function dayNumber(at: number): number {
  return Math.floor(at / dayMs);
}

function following(step: Step, start: number): number {
  if (step === "day") return start + dayMs;
  if (step === "week") return start + weekMs;
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}
