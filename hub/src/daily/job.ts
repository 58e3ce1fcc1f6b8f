import { createNet, consentHostOf, type Net } from "../../../lib/net/index.ts";
import type { FeedDailyExtras } from "../../../lib/schema/feed-daily.ts";
import type { Source } from "../../../lib/sources/define-source.ts";
import { hostLimits } from "../../../lib/sources/host-limits.ts";
import { assemble } from "./assemble.ts";
import { saysWho } from "../user-agent.ts";
import type { DailyBrand } from "./brand.ts";
import { askSource, type RunContext, type SourceReport } from "./run.ts";
import { openSourceState, type SourceState } from "./state.ts";

export interface DailyJob extends Omit<RunContext, "net"> {
  readonly fetch: typeof fetch;
  readonly sources: readonly Source[];
  readonly brands: readonly DailyBrand[];
  /** Folder of what is kept between two runs. */
  readonly state: string;
  /** How whoever runs this can be reached: Wikimedia's rules ask for it. Told to every source. */
  readonly contact?: string;
}

export interface DailyDone {
  readonly extras: Required<Pick<FeedDailyExtras, "brands" | "sources">>;
  readonly reports: readonly SourceReport[];
}

/** One turn of a host takes at most so long; longer, and the source is left alone for as long as it says. */
const longestWaitMs = 5 * 60_000;

/** Asks every source that allows it, side by side, and puts together what is known. Ends early when told to. */
export async function runDaily(job: DailyJob): Promise<DailyDone> {
  const { brands, now } = job;
  const bulk = job.sources.filter((source) => source.bulk);
  const states = new Map<Source, SourceState>();
  for (const source of bulk) states.set(source, await openSourceState(job.state, source.id, now()));
  const net = wayOut(job, states);
  const reports = await Promise.all(
    [...states].map(([source, state]) => askSource(source, brands, state, { ...job, net })),
  );
  const answers = new Map([...states].map(([source, state]) => [source, state.all()]));
  return { extras: assemble(brands, answers, now()), reports };
}

/** The network layer of the extension: one request a host at a time, its limits, no cookies. */
function wayOut(job: DailyJob, states: ReadonlyMap<Source, SourceState>): Net {
  const { fetch, contact, now, random } = job;
  const sources = [...states.keys()];
  const hosts = new Set(
    sources.flatMap(({ origins }) => origins.flatMap((origin) => consentHostOf(origin) ?? [])),
  );
  return createNet({
    fetch: saysWho(fetch, contact),
    ledger: async () => undefined,
    consents: async () => hosts,
    now,
    random,
    limits: (host) => hostLimits(sources, host),
    sentSince: async (host, sinceMs) => sentSince(states, host, sinceMs),
    longestWaitMs,
    ...(job.wait && { wait: (ms: number) => job.wait?.(ms, job.signal) ?? Promise.resolve() }),
  });
}

/** When earlier runs asked a host: limits by the day hold over all of them. */
function sentSince(
  states: ReadonlyMap<Source, SourceState>,
  host: string,
  sinceMs: number,
): readonly number[] {
  const sent: number[] = [];
  for (const [source, state] of states) {
    if (!source.origins.some((origin) => consentHostOf(origin) === host)) continue;
    for (const { at, requests } of state.all())
      if (at > sinceMs) sent.push(...Array.from({ length: requests }, () => at));
  }
  return sent.toSorted((a, b) => a - b);
}
