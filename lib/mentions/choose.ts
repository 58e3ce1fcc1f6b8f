import type { BrandEntry } from "../brands/directory.ts";
import type { Mention } from "../model/mention.ts";
import { confidenceOf, logOddsOf } from "./confidence.ts";
import type { Evidence } from "./evidence.ts";
import type { KnownCandidate } from "./known-candidate.ts";
import type { LookUps } from "./look-ups.ts";
import type { MentionContext } from "./mention-context.ts";
import { identify } from "./identify.ts";
import { reasonsOf } from "./reasons.ts";
import { fewLinks } from "./text-links.ts";

/** Mentions below are not reported. */
export const faintest = 0.1;
/** The threshold for showing a mention to somebody who did not ask. */
export const likely = 0.57;

/** What an address and a brand's own account are worth; too rare in our corpora to be fitted. */
const linkConfidence = 0.8;
const authorConfidence = 0.85;

const nothing: readonly Mention[] = [];

/**
 * From evidence to mentions: look up, weigh, and let the longest of what overlaps stand. For `LookUps.settle`: an
 * answer that is not known yet counts as none.
 */
export function chooseMentions(
  evidence: Evidence,
  context: MentionContext,
  lookUps: LookUps,
): readonly Mention[] {
  const links = linkMentions(evidence, context, lookUps);
  const author = authorBrand(context, lookUps);
  if (links.length === 0 && !author && evidence.candidates.length === 0) return nothing;
  const surroundings = {
    linked: new Set(links.map(({ brandId }) => brandId)),
    page: new Set(context.pageBrandIds),
    author: author?.id,
  };
  const known = identify(evidence.candidates, surroundings, context, lookUps);
  const unnamed = [...links.filter(({ span }) => !span), ...(author ? [ownPost(author)] : [])];
  // A link to the brand, or its own account, says as much where the text names the brand as where it does not.
  const least = new Map(unnamed.map(({ brandId, confidence }) => [brandId, confidence]));
  const chosen = withoutOverlaps([...links.filter(({ span }) => span), ...known.flatMap(mentionsOf)]).map(
    (mention) => atLeast(mention, least.get(mention.brandId)),
  );
  const named = new Set(chosen.map(({ brandId }) => brandId));
  return [...chosen, ...unnamed.filter(({ brandId }) => !named.has(brandId) && named.add(brandId))];
}

function atLeast(mention: Mention, confidence = 0): Mention {
  return mention.confidence >= confidence ? mention : { ...mention, confidence };
}

function authorBrand(context: MentionContext, lookUps: LookUps): BrandEntry | undefined {
  const { platform, authorHandle } = context;
  return platform === undefined || authorHandle === undefined
    ? undefined
    : lookUps.byHandle(platform, authorHandle);
}

function ownPost({ id, name }: BrandEntry): Mention {
  return { brandId: id, name, confidence: authorConfidence, reasons: ["author"] };
}

function linkMentions(evidence: Evidence, context: MentionContext, lookUps: LookUps): readonly Mention[] {
  const written = evidence.links
    .slice(0, 20)
    .map(({ start, end, address }) => ({ span: { start, end }, address }));
  const others = fewLinks(context.links ?? []).map((address) => ({ span: undefined, address }));
  const mentions: Mention[] = [];
  for (const { span, address } of [...written, ...others]) {
    const entry = lookUps.byLink(address);
    if (!entry) continue;
    const base = {
      brandId: entry.id,
      name: entry.name,
      confidence: linkConfidence,
      reasons: ["link"] as const,
    };
    mentions.push(span ? { ...base, span } : base);
  }
  return mentions;
}

function mentionsOf({ candidate, entry, further }: KnownCandidate): readonly Mention[] {
  const confidence = confidenceOf(candidate.logOdds + logOddsOf(further));
  if (confidence < faintest) return nothing;
  const span = { start: candidate.start, end: candidate.end };
  return [
    {
      brandId: entry.id,
      name: entry.name,
      span,
      confidence,
      reasons: reasonsOf([...candidate.signs, ...further]),
    },
  ];
}

function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  if (mentions.length < 2) return [...mentions];
  const sorted = mentions.toSorted((a, b) => lengthOf(b) - lengthOf(a) || b.confidence - a.confidence);
  const chosen: Mention[] = [];
  for (const mention of sorted) {
    if (!chosen.some((other) => overlap(mention, other))) chosen.push(mention);
  }
  return chosen.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
}

function lengthOf({ span }: Mention): number {
  return span ? span.end - span.start : 0;
}

function overlap({ span: one }: Mention, { span: other }: Mention): boolean {
  return one !== undefined && other !== undefined && one.start < other.end && other.start < one.end;
}
