import { join } from "node:path";
import { createNet, type Net } from "../../../lib/net/index.ts";
import type { FeedOfficialKey } from "../../../lib/schema/feed-daily.ts";
import type { DailyBrand } from "../daily/brand.ts";
import { type KeptLines, openKeptLines } from "../kept-lines.ts";
import type { Log } from "../log.ts";
import { saysWho } from "../user-agent.ts";
import { checkDomain } from "./check-domain.ts";
import type { PlaceAccess } from "./places.ts";
import { keptMs, ProofRecord, provenKeys, saysSomething } from "./proof-record.ts";

export interface ProofJob extends Omit<PlaceAccess, "net"> {
  /** One that refuses addresses which are nobody's public server: `createPublicFetch`. */
  readonly fetch: typeof fetch;
  readonly brands: readonly DailyBrand[];
  /** Folder of what is kept between two runs. */
  readonly state: string;
  /** How whoever runs this can be reached. Told to every site. */
  readonly contact?: string;
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly log: Log;
}

export interface ProofsDone {
  readonly officialKeys: readonly FeedOfficialKey[];
  readonly asked: number;
  /** Domains of which no place answered. */
  readonly silent: number;
  /** Domains that are still to be asked. */
  readonly due: number;
}

const dayMs = 86_400_000;
/** A brand that has keys is asked every day, whenever in the day the job runs; any other one now and then. */
const againMs = { withKeys: 0.75 * dayMs, without: 7 * dayMs } as const;
/** Domains that are asked at a time: each is another server. */
const lanes = 4;
/** Other domains of a brand for which its keys are passed on as well. */
const mostDomains = 20;

/** Asks the brands' own domains which keys speak for them, and says which are proven now. Ends early when told to. */
export async function runProofs(job: ProofJob): Promise<ProofsDone> {
  const state = await openKeptLines(join(job.state, "proofs.jsonl"), {
    schema: ProofRecord,
    idOf: ({ domain }) => domain,
    counts: ({ askedAt }) => askedAt > job.now() - againMs.without - keptMs,
  });
  const due = dueDomains(job.brands, state, job.now());
  const left = due[Symbol.iterator]();
  const done = { asked: 0, silent: 0 };
  const lane = async (): Promise<void> => {
    for (const domain of left) {
      if (job.signal.aborted) return;
      const { record, silent } = await checkDomain(
        domain,
        state.get(domain),
        accessTo(domain, job),
        job.now(),
      );
      // What ended with the run was not asked.
      if (job.signal.aborted) return;
      await state.put(record);
      done.asked += 1;
      if (Object.keys(silent).length < 3) continue;
      done.silent += 1;
      job.log.info("prove: no answer", { domain, ...silent });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { ...done, due: due.length - done.asked, officialKeys: officialKeys(job.brands, state, job.now()) };
}

/** Those that have keys first, then those never asked, then the ones asked longest ago. */
function dueDomains(
  brands: readonly DailyBrand[],
  state: Pick<KeptLines<ProofRecord>, "get">,
  nowMs: number,
): readonly string[] {
  const domains = new Set(brands.flatMap((brand) => domainOf(brand) ?? []));
  const isDue = (record: ProofRecord | undefined): boolean =>
    !record || nowMs >= record.askedAt + (saysSomething(record) ? againMs.withKeys : againMs.without);
  return [...domains]
    .map((domain) => ({ domain, record: state.get(domain) }))
    .filter(({ record }) => isDue(record))
    .toSorted((a, b) => rankOf(a.record) - rankOf(b.record))
    .map(({ domain }) => domain);
}

function rankOf(record: ProofRecord | undefined): number {
  if (!record) return 0;
  return saysSomething(record) ? -1 : record.askedAt;
}

/** A brand proves keys on its primary domain; one that is only a name has none. */
function domainOf({ brandId }: DailyBrand): string | undefined {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(brandId) ? brandId : undefined;
}

/** The network layer of the extension, and consent to this one host. */
function accessTo(
  domain: string,
  { contact, fetch, now, random, resolveTxt, signal }: ProofJob,
): PlaceAccess {
  const net: Net = createNet({
    fetch: saysWho(fetch, contact),
    ledger: async () => undefined,
    consents: async () => new Set([domain]),
    now,
    random,
  });
  return { net, resolveTxt, signal };
}

/** A brand speaks on all its domains with the keys that its primary one proves. */
function officialKeys(
  brands: readonly DailyBrand[],
  state: Pick<KeptLines<ProofRecord>, "get">,
  nowMs: number,
): readonly FeedOfficialKey[] {
  const proven: FeedOfficialKey[] = [];
  for (const { brandId, domains } of brands) {
    const record = state.get(brandId);
    const keys = record ? provenKeys(record, nowMs) : [];
    const others = domains.filter((domain) => domain !== brandId).slice(0, mostDomains);
    for (const brand of [brandId, ...others]) for (const key of keys) proven.push({ ...key, brand });
  }
  return proven;
}
