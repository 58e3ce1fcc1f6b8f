import { forgetBucketBrandsOf, forgetBucketBrandsSince } from "../../db/bucket-brands.ts";
import type { CommunityDatabase } from "../../db/community.ts";
import { forgetTalkOf, forgetTalkSince } from "../../db/talk-cache.ts";
import type { ForgetWhat } from "../forget.ts";

const hourMs = 3_600_000;

/** What was asked and read elsewhere, or looked for in the rest of a feed, tells where a person was: it goes with the other traces. */
export async function forgetTalk(what: ForgetWhat, db: CommunityDatabase, nowMs: number): Promise<void> {
  if ("site" in what) {
    await forgetTalkOf(db, what.site);
    await forgetBucketBrandsOf(db, what.site);
    return;
  }
  await forgetTalkSince(db, nowMs - hourMs);
  await forgetBucketBrandsSince(db, nowMs - hourMs);
}
