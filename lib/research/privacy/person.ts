import { siteOfHost } from "./platform-hosts.ts";

/**
 * Who somebody is, in one spelling. On a platform of one host its id and the handle; anywhere else `hosted` and
 * `anna@social.example`, whichever software the host runs.
 */
export interface Person {
  readonly site: string;
  readonly handle: string;
}

/** Where a bare handle belongs: the platform of the post, and its host. */
export interface HandlePlace {
  readonly site: string;
  readonly host?: string;
}

/** Stands for everybody who was erased: not one of them can be told from another. */
export const erasedName = "p-erased";
const pseudonym = /^p-(?:erased|[0-9a-hjkmnp-tv-z]{12})$/u;

/** Whether this is a pseudonym already: protecting twice changes nothing. */
export function isPseudonym(text: string): boolean {
  return pseudonym.test(text);
}

/** Handles are compared without case, sigil and width of signs. */
export function foldHandle(handle: string): string {
  return handle
    .normalize("NFKC")
    .trim()
    .replace(/^@/u, "")
    .replace(/^\/?u\//iu, "")
    .toLowerCase();
}

/** The person of a handle; on a platform that many hosts run it says nothing without its host. */
export function personOf(handle: string, { site, host }: HandlePlace): Person {
  const folded = foldHandle(handle);
  if (folded.includes("@")) return { site: "hosted", handle: folded };
  if (host === undefined || isPseudonym(folded) || siteOfHost(host) === site) return { site, handle: folded };
  return { site: "hosted", handle: `${folded}@${bareHost(host)}` };
}

export function bareHost(host: string): string {
  return host.toLowerCase().replace(/^(?:www|m|mobile|old|new)\./u, "");
}
