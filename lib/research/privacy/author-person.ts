import type { PostAuthor } from "../../model/post.ts";
import { bareHost, type HandlePlace, type Person, personOf } from "./person.ts";
import { personInAddress } from "./person-in-address.ts";

/** The author's handle, else what their profile's address says, else their name. */
export function authorPerson(author: PostAuthor | undefined, place: HandlePlace): Person | undefined {
  if (!author) return undefined;
  if (author.handle) return personOf(author.handle, place);
  const inAddress = author.url === undefined ? undefined : personInAddress(author.url);
  if (inAddress) return inAddress.person;
  const url = URL.parse(author.url ?? "");
  if (url) return { site: "address", handle: `${bareHost(url.host)}${url.pathname}${url.search}` };
  const name = author.name?.normalize("NFKC").trim().toLowerCase();
  return name ? { site: place.site, handle: `name ${name}` } : undefined;
}
