import { isPseudonym, type Person } from "./person.ts";
import { type PersonInAddress, personInAddress, segmentsOf } from "./person-in-address.ts";
import type { Pseudonyms } from "./pseudonym.ts";

/** Decides who is replaced: everybody, or those who were erased. The pseudonym, else `undefined`. */
type Naming = (person: Person) => Promise<string | undefined>;

/** Words of addresses that say what kind of page it is, and lead nowhere by themselves. */
const kinds = new Set(
  (
    "r c u user users profile in company feed update posts post p t d s status statuses comments comment permalink " +
    "video videos watch item items groups reel shorts notes notice objects web thread threads topic story photo " +
    "photos questions a q answers discussion discussions issues pull people channel community"
  ).split(" "),
);
/** After these, at the beginning of a path, stands the name of a group of many: `/r/boots`. */
const groupWords = new Set(["r", "c", "groups", "community", "company"]);

/** Whom to replace in a collection, and how. */
export interface Replacing {
  readonly pseudonyms: Pseudonyms;
  readonly naming: Naming;
  /** Whether everybody is replaced, and not only who was erased. */
  readonly all: boolean;
}

/**
 * An address without the person in it. Where there is one, or the address is a post's own (`leadsToPost`), whatever
 * tells the post apart goes too: platforms find a post by its number, whoever's name stands before it. Equal
 * addresses stay equal, so threads hold together.
 *
 * @returns `undefined` for what is no web address (`mailto:`, `tel:`) where everybody is replaced: it is not kept.
 */
export async function protectAddress(
  address: string,
  leadsToPost: boolean,
  { pseudonyms, naming, all }: Replacing,
): Promise<string | undefined> {
  const url = URL.parse(address);
  if (!url || !/^https?:$/u.test(url.protocol)) return all ? undefined : address;
  url.username = "";
  url.password = "";
  const found = personInAddress(url.href);
  const name = found && (await naming(found.person));
  if (name === undefined && !leadsToPost) return all ? withoutContacts(address) : address;
  if (found && name !== undefined) replacePerson(url, found, name);
  await hidePost(url, found, pseudonyms);
  return url.href;
}

function replacePerson(url: URL, { place }: PersonInAddress, name: string): void {
  if (place.kind === "host") url.host = url.host.replace(place.label, name);
  if (place.kind === "query") url.searchParams.set(place.key, name);
  if (place.kind !== "segment") return;
  const segments = segmentsOf(url);
  const sigil = segments[place.index]?.startsWith("@") ? "@" : "";
  segments[place.index] = sigil + name;
  url.pathname = pathOf(segments);
}

/** Numbers, codes, words of titles and fragments: everything but the kind of page and the group. */
async function hidePost(url: URL, found: PersonInAddress | undefined, pseudonyms: Pseudonyms): Promise<void> {
  const hidden = (part: string): Promise<string> => pseudonyms.ofPart(url.hostname, part);
  const person = found?.place.kind === "segment" ? found.place.index : -1;
  const segments = segmentsOf(url);
  const kept = segments.map(async (part, at) =>
    at === person || isPlain(part) || (at === 1 && isGroupWord(segments[0])) ? part : hidden(part),
  );
  url.pathname = pathOf(await Promise.all(kept));
  const key = found?.place.kind === "query" ? found.place.key : undefined;
  const query = Array.from(url.searchParams, async ([name, value]) => [
    name,
    name === key || isHidden(value) ? value : await hidden(value),
  ]);
  if (query.length > 0) url.search = new URLSearchParams(await Promise.all(query)).toString();
  if (url.hash !== "" && !isHidden(url.hash.slice(1))) url.hash = await hidden(url.hash);
}

function isPlain(part: string): boolean {
  if (part === "" || isHidden(part) || isPseudonym(part.replace(/^@/u, ""))) return true;
  return kinds.has(part.toLowerCase());
}

function isGroupWord(part: string | undefined): boolean {
  return part !== undefined && groupWords.has(part.toLowerCase());
}

function isHidden(part: string): boolean {
  return /^x-[0-9a-hjkmnp-tv-z]{12}$/u.test(part);
}

function pathOf(segments: readonly string[]): string {
  return `/${segments.map((part) => encodeURIComponent(part).replaceAll("%40", "@").replaceAll("%3A", ":")).join("/")}`;
}

/** Addresses of newsletters and forms carry the reader's own e-mail address. */
function withoutContacts(address: string): string {
  return /@|%40/iu.test(address)
    ? address.replace(/[\w.+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+/giu, "email")
    : address;
}
