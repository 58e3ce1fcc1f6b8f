/** What a feed keeps in buckets: entries that its daily file has no room for alone, or texts of reviews as well. */
export type BucketHold = "brands" | "texts";

/**
 * Which of a feed's 256 buckets a brand is in: the first two hex digits of its id's SHA-256. All that a request for the
 * bucket tells of the brand.
 */
export async function bucketOf(brandId: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(brandId));
  return (new Uint8Array(hash)[0] ?? 0).toString(16).padStart(2, "0");
}
