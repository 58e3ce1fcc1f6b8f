import type { TimeSeries } from "../../lib/model/research/query.ts";

const dayMs = 86_400_000;
/** More bars than these can neither be seen nor reached. */
const mostBars = 400;

/** Into which steps a span of time can be parted. The one in force is always among them. */
export function possibleSteps({ step, starts }: Pick<TimeSeries, "step" | "starts">): TimeSeries["step"][] {
  const days = ((starts.at(-1) ?? 0) - (starts[0] ?? 0)) / dayMs;
  const lengths = { day: 1, week: 7, month: 28 };
  return (["day", "week", "month"] as const).filter(
    (each) => each === step || days / lengths[each] <= mostBars,
  );
}
