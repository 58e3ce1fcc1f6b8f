import { type CommunityDatabase, openCommunity } from "../lib/db/community.ts";
import { openPersonal, type PersonalDatabase } from "../lib/db/personal.ts";
import { openResearch, type ResearchDatabase } from "../lib/db/research.ts";

export interface Databases {
  readonly personal: PersonalDatabase;
  readonly community: CommunityDatabase;
  readonly research: ResearchDatabase;
}

let opened: Databases | undefined;

/** The databases, opened once a page and read at the first query. */
export function databases(): Databases {
  opened ??= { personal: openPersonal(), community: openCommunity(), research: openResearch() };
  return opened;
}
