import { siteKeyOf } from "../../../lib/brands/subjects.ts";
import { decodeToken } from "../../../lib/reviews/token.ts";
import { signatureKey } from "../../../lib/reviews/signature.ts";
import { feedSegmentSize } from "../../../lib/schema/feed.ts";
import type { Storage } from "../storage/storage.ts";
import { bucketNameOf } from "./buckets.ts";

/** How a statement names the one that it answers, edits or votes for. */
const statementPrefix = "urn:maresi:";

/**
 * All tokens by the bucket of the site they are about, in commit order. Replies, votes and edits go where the review
 * goes that they reach in the end.
 */
export async function tokensByBucket(
  storage: Storage,
  through: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const buckets = new Map<string, string[]>();
  const bucketOfStatement = new Map<string, string>();
  const waiting = new Map<string, { readonly jwt: string; readonly key: string }[]>();
  const put = (jwt: string, key: string, bucket: string): void => {
    const inBucket = buckets.get(bucket) ?? [];
    inBucket.push(jwt);
    buckets.set(bucket, inBucket);
    bucketOfStatement.set(key, bucket);
    const behind = waiting.get(key) ?? [];
    waiting.delete(key);
    for (const each of behind) put(each.jwt, each.key, bucket);
  };
  for (let after = 0; after < through;) {
    const page = await storage.tokens({ after, through, limit: feedSegmentSize });
    if (page.length === 0) break;
    after = page.at(-1)?.n ?? through;
    for (const { jwt } of page) {
      const token = decodeToken(jwt);
      if (!token.ok) continue;
      const { payload, signature } = token.value;
      const [sub, key] = [payload.sub, signatureKey(signature)];
      const target = sub.startsWith(statementPrefix)
        ? signatureKey(sub.slice(statementPrefix.length))
        : undefined;
      const bucket =
        target === undefined ? bucketNameOf(siteKeyOf(sub) ?? sub) : bucketOfStatement.get(target);
      if (bucket !== undefined) put(jwt, key, bucket);
      else if (target !== undefined) waiting.set(target, [...(waiting.get(target) ?? []), { jwt, key }]);
    }
  }
  return buckets;
}
