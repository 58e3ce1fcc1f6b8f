import type { OfficialKey, ProofMethod } from "../model/official.ts";
import type { FeedOfficialKey } from "../schema/feed-daily.ts";

const methods: Readonly<Record<string, ProofMethod>> = {
  dns: "dns",
  link: "link",
  "well-known": "well-known",
};

/** What a daily file says of proven keys. Feeds count in seconds, we in milliseconds. */
export function officialKeysOf(keys: readonly FeedOfficialKey[]): readonly OfficialKey[] {
  return keys.map(({ author, brand, checkedAt, expiresAt, method = "", proofUrl }) => {
    const known = Object.hasOwn(methods, method) ? methods[method] : undefined;
    return {
      brandId: brand,
      author,
      ...(proofUrl !== undefined && { proofUrl }),
      ...(known && { method: known }),
      ...(checkedAt !== undefined && { checkedAt: checkedAt * 1000 }),
      ...(expiresAt !== undefined && { expiresAt: expiresAt * 1000 }),
    };
  });
}
