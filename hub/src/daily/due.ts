import type { Source } from "../../../lib/sources/define-source.ts";
import type { Answer } from "./answer.ts";
import type { DailyBrand } from "./brand.ts";
import { questionOf } from "./ask.ts";
import type { SourceState } from "./state.ts";

const dayMs = 86_400_000;
/** How long an answer holds, in days, by what is in it: the shortest counts. */
const factDays: Readonly<Record<string, number>> = {
  recall: 1,
  complaint: 7,
  owner: 30,
  identifier: 30,
  article: 30,
};
const threadDays = 1;
/** An answer with nothing in it. */
const emptyDays: Readonly<Record<Source["kind"], number>> = { conversations: 7, records: 7, reference: 30 };

/** Brands that a source is to be asked about: those never asked about first, in their order, then the oldest. */
export function dueBrands(
  source: Source,
  brands: readonly DailyBrand[],
  state: Pick<SourceState, "get">,
  nowMs: number,
): readonly DailyBrand[] {
  return brands
    .filter(
      (brand) => questionOf(source, brand) !== undefined && isDue(source, state.get(brand.brandId), nowMs),
    )
    .map((brand) => ({ brand, lastAt: lastAskedAt(state.get(brand.brandId)) }))
    .toSorted((a, b) => a.lastAt - b.lastAt)
    .map(({ brand }) => brand);
}

function isDue(source: Source, answer: Answer | undefined, nowMs: number): boolean {
  if (!answer) return true;
  const days = [
    ...answer.facts.map(({ property }) => factDays[property] ?? 1),
    ...(answer.threads > 0 ? [threadDays] : []),
  ];
  const holdsDays = days.length === 0 ? emptyDays[source.kind] : Math.min(...days);
  return nowMs >= answer.at + holdsDays * dayMs;
}

/** A brand that a source fails about must not keep the others waiting. */
function lastAskedAt(answer: Answer | undefined): number {
  return Math.max(answer?.at ?? 0, answer?.failedAt ?? 0);
}
