import type { Point } from "../model/point.ts";
import type { SubjectKey } from "../model/subject.ts";
import type { CommunityDatabase } from "./community.ts";

/** A page's place and its reviews lie within this many degrees of latitude: about 2 km. */
const reachDegrees = 0.02;

/**
 * Keys of reviewed places: those at about the latitude of a point, or all of them. Keys begin with the latitude, so the
 * primary key serves as the index.
 */
export async function placeKeys(db: CommunityDatabase, point?: Point): Promise<readonly SubjectKey[]> {
  const prefixes = point ? latitudePrefixes(point.latitude) : ["geo:"];
  return db.summaries
    .where("subjectKey")
    .startsWithAnyOf([...prefixes])
    .primaryKeys();
}

/** How keys begin that lie within reach of a latitude; keys have no trailing zeros. */
function latitudePrefixes(latitude: number): ReadonlySet<string> {
  const prefixes = new Set<string>();
  for (const each of [latitude - reachDegrees, latitude + reachDegrees]) {
    const sign = each < 0 ? "-" : "";
    const tenths = Math.trunc(Math.abs(each) * 10);
    const [whole, tenth] = [Math.trunc(tenths / 10), tenths % 10];
    prefixes.add(`geo:${sign}${whole}.${tenth}`);
    if (tenth === 0) prefixes.add(`geo:${whole === 0 ? "" : sign}${whole},`);
  }
  return prefixes;
}
