import { type CommunityDatabase, openCommunity } from "../lib/db/community.ts";
import { openPersonal, type PersonalDatabase } from "../lib/db/personal.ts";

export interface Databases {
  readonly personal: PersonalDatabase;
  readonly community: CommunityDatabase;
}

let opened: Databases | undefined;

/** The two databases, opened once a page. */
export function databases(): Databases {
  opened ??= { personal: openPersonal(), community: openCommunity() };
  return opened;
}
