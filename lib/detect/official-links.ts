import type { RawPage } from "../model/page.ts";
import { webAddress } from "./web-address.ts";

/** More than a brand needs, and few enough to check at every visit. */
const mostLinks = 5;
const proofAddress = /^data:,([\w.-]{1,240})$/i;

/** What a site's front page says of keys that speak for it. */
export interface OfficialLinks {
  /** The host of the front page, without `www.`. */
  readonly host: string;
  /** Texts of proofs, unchecked. */
  readonly proofs: readonly string[];
}

/**
 * The proofs in the head of a front page: `<link rel="backtalk-key" href="data:,PROOF">`. `undefined` for any other
 * page: below it a site shows what others wrote, and without https anybody on the way could have written it.
 */
export function officialLinks({ links, url }: RawPage): OfficialLinks | undefined {
  const page = webAddress(url);
  if (page?.protocol !== "https:" || page.port !== "" || page.pathname !== "/" || page.search !== "")
    return undefined;
  const proofs = links
    .filter(([rel]) => rel.split(/\s+/).includes("backtalk-key"))
    .flatMap(([, href]) => proofAddress.exec(href)?.[1] ?? []);
  return { host: page.hostname.replace(/^www\./, ""), proofs: [...new Set(proofs)].slice(0, mostLinks) };
}
