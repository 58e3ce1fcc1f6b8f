import { foldHandle, isPseudonym, type Person, personOf } from "./person.ts";
import { personInAddress } from "./person-in-address.ts";
import { platformIds } from "./platform-hosts.ts";

/**
 * Everybody who may be meant by what was typed: a pseudonym, a profile's address, `@anna@social.example`, `u/anna`, or a
 * bare handle or name, which means whoever has it on any platform of one host. Where many hosts run a platform, a handle
 * without its host is nobody's.
 *
 * @param sites - Ids of platforms beside those that we know by their hosts: names of authors without a handle.
 */
export function soughtPersons(typed: string, sites: readonly string[]): readonly Person[] {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return [];
  const inAddress = personOfAddress(text);
  if (inAddress) return [inAddress];
  const handle = foldHandle(text);
  if (isPseudonym(handle) || handle.includes("@")) return [{ site: "hosted", handle }];
  if (/^\/?u\//iu.test(text)) return [{ site: "reddit", handle }];
  const everywhere = [...new Set([...platformIds, "web", ...sites])];
  return everywhere.flatMap((site) => [personOf(handle, { site }), { site, handle: `name ${handle}` }]);
}

function personOfAddress(text: string): Person | undefined {
  // A Bluesky handle is a host, and has no path.
  if (!/^https?:\/\//iu.test(text) && !/^[\w.-]+\.[a-z]{2,}\/./iu.test(text)) return undefined;
  return personInAddress(/^https?:/iu.test(text) ? text : `https://${text}`)?.person;
}
