import { withoutHidden } from "../model/hiding.ts";
import type { SubjectKey } from "../model/subject.ts";
import type { CommunityDatabase } from "./community.ts";
import type { ReviewRow } from "./community-rows.ts";
import { hidingsAmong } from "./hidden.ts";
import type { PersonalDatabase } from "./personal.ts";
import { type ReviewCursor, reviewsPage } from "./review-pages.ts";

interface Databases {
  readonly community: CommunityDatabase;
  readonly personal: PersonalDatabase;
}

/** Most people hide little, and most reviews have words: the next ones are read together with the first. */
const atOnce = 8;
/** Of somebody who hides more than this, nothing is picked out. */
const mostPages = 25;

/**
 * The newest or the most helpful review that the person has not hidden. One with words goes before newer ones
 * without, unless many of these are newer.
 */
export async function firstShown(
  { community, personal }: Databases,
  keys: readonly SubjectKey[],
  sort: "newest" | "helpful",
): Promise<{ readonly row?: ReviewRow }> {
  let after: ReviewCursor | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = { keys, sort, limit: atOnce, withText: sort === "helpful", after };
    const { next, rows } = await reviewsPage(community, query);
    const shown = withoutHidden(rows, await hidingsAmong(personal, community, rows));
    const row = shown.find(({ opinion }) => opinion?.trim()) ?? shown[0];
    if (row) return { row };
    if (!next) break;
    after = next;
  }
  return {};
}
