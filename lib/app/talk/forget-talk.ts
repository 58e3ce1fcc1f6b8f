import type { CommunityDatabase } from "../../db/community.ts";
import { forgetTalkOf, forgetTalkSince } from "../../db/talk-cache.ts";
import type { ForgetWhat } from "../forget.ts";

const hourMs = 3_600_000;

/** What was asked and read elsewhere tells where a person was: it goes with the other traces. */
export async function forgetTalk(what: ForgetWhat, db: CommunityDatabase, nowMs: number): Promise<void> {
  if ("site" in what) await forgetTalkOf(db, what.site);
  else await forgetTalkSince(db, nowMs - hourMs);
}
