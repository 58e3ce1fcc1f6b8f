import type { Limit } from "../net/index.ts";
import type { Source } from "./define-source.ts";

/** For hosts that no source names, such as a brand's own forum: what suits a small server. */
const cautious: readonly Limit[] = [{ count: 20, perMs: 60_000 }];

/**
 * How often a host may be asked: what the operators of all that is asked there document.
 *
 * @param chosen - Further origins by source id.
 */
export function hostLimits(
  sources: readonly Source[],
  host: string,
  chosen: Readonly<Record<string, readonly string[]>> = {},
): readonly Limit[] {
  const isAskedThere = ({ id, origins, alsoAsks = [] }: Source): boolean =>
    [...origins, ...alsoAsks, ...(chosen[id] ?? [])].some((origin) => URL.parse(origin)?.host === host);
  const named = sources.filter(isAskedThere);
  return named.length === 0 ? cautious : named.flatMap(({ limits }) => limits);
}
