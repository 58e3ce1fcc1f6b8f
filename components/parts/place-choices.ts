import type { SourceInfo } from "../../lib/model/search.ts";

type Choices = Readonly<Record<string, boolean>>;
type Origins = Readonly<Record<string, readonly string[]>>;

/** `SearchPlace.id` of one place. */
function placeId(source: string, origin: string): string {
  return `${source} ${origin}`;
}

/** The places of a source that are asked: the person's own, else ours. */
export function originsOf({ id, origins }: SourceInfo, chosen: Origins): readonly string[] {
  return chosen[id] ?? origins;
}

/** Whether a source's places are ticked when a search opens: all, none, or some of them. */
export function tickedOf(
  source: SourceInfo,
  origins: readonly string[],
  choices: Choices,
): "all" | "some" | "none" {
  const off = origins.filter((origin) => choices[placeId(source.id, origin)] === false).length;
  if (off === 0) return "all";
  return off === origins.length ? "none" : "some";
}

/** Ticks or unticks every place of a source. */
export function withTicked(
  source: SourceInfo,
  origins: readonly string[],
  choices: Choices,
  on: boolean,
): Choices {
  return { ...choices, ...Object.fromEntries(origins.map((origin) => [placeId(source.id, origin), on])) };
}

/** Forgets what was chosen for a place that is no longer listed. */
export function withoutPlace(source: SourceInfo, origin: string, choices: Choices): Choices {
  const { [placeId(source.id, origin)]: _gone, ...rest } = choices;
  return rest;
}
