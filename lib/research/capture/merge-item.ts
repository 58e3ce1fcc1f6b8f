import type { TimePrecision } from "../../model/post.ts";
import type { NewItem, ResearchItem, TextVersion } from "../../model/research/item.ts";

/** Earlier texts that are kept of one item: the first and the newest. A page may rewrite a post without end. */
export const mostVersions = 50;

/**
 * An item met again: never a second one. Counts are those of the newest look; another text makes a version of the one
 * before; more of a text that was cut takes its place without one.
 */
export function mergeItem<Item extends NewItem | ResearchItem>(before: Item, met: NewItem): Item {
  const isNewer = met.lastSeenAt >= before.lastSeenAt;
  const merged = {
    ...before,
    ...(before.why === "sample" && met.why !== "sample" && { why: met.why }),
    ...missing(before, met),
    ...finerTime(before, met),
    collectedAt: Math.min(before.collectedAt, met.collectedAt),
    lastSeenAt: Math.max(before.lastSeenAt, met.lastSeenAt),
    metrics: isNewer ? { ...before.metrics, ...met.metrics } : { ...met.metrics, ...before.metrics },
    audience:
      before.audience === "unknown" || (isNewer && met.audience !== "unknown")
        ? met.audience
        : before.audience,
    media: met.media.length > before.media.length ? met.media : before.media,
    words: [...new Set([...before.words, ...met.words])],
  };
  return isNewer ? withText(merged, before, met) : merged;
}

type Filled = "author" | "replyTo" | "sealed" | "sentiment" | "thread" | "url";

function missing(before: NewItem, met: NewItem): Partial<NewItem> {
  const names: readonly Filled[] = ["author", "replyTo", "sealed", "sentiment", "thread", "url"];
  const filled = names.filter((name) => before[name] === undefined && met[name] !== undefined);
  const lang = before.lang === undefined && met.lang !== undefined && { lang: met.lang, langBy: met.langBy };
  return { ...Object.fromEntries(filled.map((name) => [name, met[name]])), ...lang };
}

const finest: readonly TimePrecision[] = ["second", "minute", "hour", "day", "month", "year"];

function coarseness({ publishedAt, publishedAtPrecision }: NewItem): number {
  return publishedAt === undefined ? finest.length : finest.indexOf(publishedAtPrecision ?? "year");
}

function finerTime(before: NewItem, met: NewItem): Pick<NewItem, "publishedAt" | "publishedAtPrecision"> {
  const { publishedAt, publishedAtPrecision } = coarseness(met) < coarseness(before) ? met : before;
  return {
    ...(publishedAt !== undefined && { publishedAt }),
    ...(publishedAtPrecision && { publishedAtPrecision }),
  };
}

function withText<Item extends NewItem>(merged: Item, before: NewItem, met: NewItem): Item {
  if (met.text === before.text) return { ...merged, truncated: before.truncated && met.truncated };
  // The beginning of what is known already, as a feed shows it.
  if (met.truncated && begins(met.text, before.text)) return merged;
  const { detector, links, mentions, text, truncated } = met;
  const read = {
    text,
    truncated,
    links,
    mentions,
    detector,
    ...(met.sentiment && { sentiment: met.sentiment }),
  };
  const { sentiment: _, ...rest } = merged;
  const anew = { ...rest, ...read } as unknown as Item;
  if (before.truncated && begins(before.text, text)) return anew;
  return { ...anew, versions: withVersion(before), textSince: met.lastSeenAt };
}

/** Whether a text, less the sign that it goes on, is how another begins. */
function begins(start: string, whole: string): boolean {
  const bare = start.replace(/\s*(?:\.{3}|…)\s*(?:\p{L}[\p{L} ]{0,30})?$/u, "").trimEnd();
  return bare.length < whole.length && whole.startsWith(bare);
}

function withVersion({ collectedAt, lastSeenAt, text, textSince, versions }: NewItem): TextVersion[] {
  const from = textSince ?? collectedAt;
  const same = versions.find((version) => version.text === text);
  const known: TextVersion = same
    ? { text, from: Math.min(same.from, from), to: lastSeenAt }
    : { text, from, to: lastSeenAt };
  const all = [...versions.filter((version) => version !== same), known];
  return all.length <= mostVersions ? all : [all[0]!, ...all.slice(1 - mostVersions)];
}
