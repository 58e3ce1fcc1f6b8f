import { clampIssuedAt } from "../../lib/model/review.ts";
import { sampleDataSource } from "../../lib/model/sample.ts";
import type { StoredReview } from "../../lib/db/community-rows.ts";

/**
 * What the community database should hold, the slow and plain way: everything at once, from all tokens. Written
 * from the rules in docs/decisions, not from the code, so that the two can disagree.
 */
export function referenceState(all: readonly StoredReview[], asOf: number) {
  const tokens = [...new Map(all.map((token) => [token.id, token])).values()];
  const rootOf = (token: StoredReview, depth = 1): StoredReview | undefined => {
    const target = tokens.find(({ signatureKey }) => signatureKey === token.target);
    if (!target || depth > 8) return undefined;
    if (isChange(token) && target.author !== token.author) return undefined;
    if (!isChange(target)) return target.kind === "other" ? undefined : target;
    return rootOf(target, depth + 1);
  };
  const contentOf = (original: StoredReview): StoredReview | undefined => {
    const changes = tokens.filter((token) => isChange(token) && rootOf(token)?.id === original.id);
    if (changes.some(({ kind }) => kind === "delete")) return undefined;
    return byAge(changes).at(-1) ?? original;
  };
  const responsesTo = (id: string): StoredReview[] =>
    tokens.filter((token) => isResponse(token) && rootOf(token)?.id === id && contentOf(token));
  const voters = (target: StoredReview, test: (token: StoredReview) => boolean): number =>
    new Set(
      responsesTo(target.id)
        .filter((token) => token.author !== target.author && test(token))
        .map(({ author }) => author),
    ).size;
  const isUseful = (token: StoredReview): boolean =>
    token.kind === "vote" && (contentOf(token)?.rating ?? 0) > 50;

  const standing = tokens.filter((token) => token.kind === "review" && contentOf(token));
  const voices = [
    ...Map.groupBy(standing, ({ subjectKey, author }) => `${subjectKey} ${author}`).values(),
  ].map((own) => {
    const original = byAge(own).at(-1);
    const content = original && contentOf(original);
    if (!original || !content) throw new Error("a group has a newest member");
    return {
      subjectKey: original.subjectKey,
      author: original.author,
      id: original.id,
      contentId: content === original ? undefined : content.id,
      issuedAt: clampIssuedAt(original.issuedAt, asOf),
      rating: content.rating,
      hasText: Boolean(content.opinion),
      isGenerated: original.metadata.isGenerated || content.metadata.isGenerated,
      isAffiliated: original.metadata.isAffiliated || content.metadata.isAffiliated,
      isSample: [original, content].some(({ metadata }) => metadata.dataSource === sampleDataSource),
      helpful: voters(original, isUseful),
      confirmed: voters(
        original,
        (token) => isUseful(token) && Boolean(contentOf(token)?.metadata.isPersonalExperience),
      ),
      flags: voters(original, ({ kind }) => kind === "flag"),
      replies: responsesTo(original.id).filter(({ kind }) => kind === "reply").length,
    };
  });
  const summaries = [...Map.groupBy(voices, ({ subjectKey }) => subjectKey)].map(([subjectKey, own]) => {
    const real = own.filter(({ isGenerated }) => !isGenerated);
    const rated = real.flatMap(({ rating }) => (rating === undefined ? [] : [rating]));
    return {
      subjectKey,
      count: real.length,
      stars: [1, 2, 3, 4, 5].map(
        (star) => rated.filter((rating) => Math.round(rating / 25) + 1 === star).length,
      ),
      rated: rated.length,
      ratingSum: rated.reduce((sum, rating) => sum + rating, 0),
      withText: real.filter(({ hasText }) => hasText).length,
      generated: own.length - real.length,
      affiliated: real.filter(({ isAffiliated }) => isAffiliated).length,
      samples: real.filter(({ isSample }) => isSample).length,
      newestAt: Math.max(0, ...real.map(({ issuedAt }) => issuedAt)),
    };
  });
  return { voices, summaries };
}

function isChange({ kind }: StoredReview): boolean {
  return kind === "edit" || kind === "delete";
}

function isResponse({ kind }: StoredReview): boolean {
  return kind === "reply" || kind === "vote" || kind === "flag";
}

/** The oldest first, equal dates by id. */
function byAge(tokens: readonly StoredReview[]): StoredReview[] {
  return tokens.toSorted((a, b) => a.issuedAt - b.issuedAt || (a.id < b.id ? -1 : 1));
}
