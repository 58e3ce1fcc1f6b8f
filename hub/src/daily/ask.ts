import type { MentionFinder } from "../../../lib/mentions/mention-finder.ts";
import type { Thread } from "../../../lib/model/conversation.ts";
import { dayOf } from "../../../lib/model/day.ts";
import type { Fact } from "../../../lib/model/fact.ts";
import { ok, type Result } from "../../../lib/model/result.ts";
import type { Net } from "../../../lib/net/index.ts";
import type { Ask, Found, Source } from "../../../lib/sources/define-source.ts";
import { reallyAbout } from "../../../lib/sources/really-about.ts";
import { type Answer, feedFacts, feedTitles } from "./answer.ts";
import type { DailyBrand } from "./brand.ts";

const yearMs = 365 * 86_400_000;
/** Pages of answers that are read about a brand. Of records the newest come first. */
const mostPages: Readonly<Record<Source["kind"], number>> = { conversations: 10, records: 2, reference: 1 };
/** How far back is asked, in years. Complaints are counted by the year; conversations are all counted. */
const yearsBack: Readonly<Record<string, number>> = { cfpb: 1, hackernews: Infinity };
const usualYears = 10;

export interface AskContext {
  readonly net: Net;
  readonly finder: () => Promise<Pick<MentionFinder, "find">>;
  /** Epoch ms. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** What is sent to a source about a brand; `undefined` where it takes nothing that the brand has, or is about others. */
export function questionOf(
  source: Source,
  { name, domains, trade }: DailyBrand,
): Pick<Ask, "by" | "words"> | undefined {
  if (source.suits && !source.suits.includes(trade)) return undefined;
  for (const by of source.searchesBy) {
    const words = by === "domain" ? domains[0] : name;
    if (words !== undefined) return { by, words };
  }
  return undefined;
}

/** What all pages together say. */
interface Collected {
  readonly facts: Fact[];
  readonly threads: Thread[];
  /** How many complaints there are in all, where that is known. */
  total?: Found["total"];
}

/** Asks a source about a brand, page after page. Only what is really about it counts. */
export async function ask(
  source: Source,
  brand: DailyBrand,
  question: Pick<Ask, "by" | "words">,
  context: AskContext,
): Promise<Result<Answer>> {
  const nowMs = context.now();
  const counter = countRequests(context.net);
  const collected: Collected = { facts: [], threads: [] };
  const years = yearsBack[source.id] ?? usualYears;
  const first: Ask = {
    ...question,
    origin: source.origins[0] ?? "",
    ...(years < Infinity && { since: nowMs - years * yearMs }),
  };
  let cursor: string | undefined;
  const access = { net: counter.net, cause: "schedule", signal: context.signal, retries: 2 } as const;
  for (let page = 0; page < mostPages[source.kind]; page += 1) {
    const found = await source.search(cursor === undefined ? first : { ...first, cursor }, access);
    if (!found.ok) return found;
    await collect(collected, indexed(found.value), brand, context);
    cursor = found.value.next;
    if (cursor === undefined || collected.total) break;
  }
  const threads = [...new Map(collected.threads.map((thread) => [thread.key, thread])).values()];
  return ok({
    brand: brand.brandId,
    // Once the last request has had its turn: that counts for the limits of the next run.
    at: context.now(),
    requests: counter.count(),
    facts: feedFacts(withComplaintsCounted(source, collected, nowMs), nowMs),
    threads: threads.length,
    titles: feedTitles(threads, nowMs),
  });
}

async function collect(
  collected: Collected,
  found: Found,
  brand: DailyBrand,
  context: AskContext,
): Promise<void> {
  const about = await reallyAbout(found, brand, context.finder);
  collected.facts.push(...about.facts);
  collected.threads.push(...about.threads);
  // A total counts whatever the API takes for a hit. It is ours only where each of them is.
  if (found.total && about.facts.length > 0 && about.facts.length === found.facts.length)
    collected.total = found.total;
}

/** Nobody is listed for everybody who does not want to be found. */
function indexed(found: Found): Found {
  return { ...found, threads: found.threads.filter(({ isUnindexed }) => !isUnindexed) };
}

/** What one person complained about is for a search; published is how many did. */
function withComplaintsCounted(source: Source, { facts, total }: Collected, nowMs: number): readonly Fact[] {
  const [newest, ...others] = facts.filter(({ kind }) => kind === "complaint");
  if (!newest) return facts;
  const counted: Fact = {
    key: `${source.id}:count`,
    source: source.id,
    kind: "complaint",
    title: source.name,
    url: total?.url ?? newest.url,
    // A day of it is enough, and changes less often.
    at: Date.parse(dayOf(nowMs)),
    count: total?.count ?? others.length + 1,
  };
  return [...facts.filter(({ kind }) => kind !== "complaint"), counted];
}

function countRequests(net: Net): { readonly net: Net; readonly count: () => number } {
  let count = 0;
  return {
    net: {
      request(request) {
        count += 1;
        return net.request(request);
      },
    },
    count: () => count,
  };
}
