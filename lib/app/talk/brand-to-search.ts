import { brandById } from "../../brands/brand-by-id.ts";
import type { Directory } from "../../brands/directory.ts";
import { hostParts } from "../../brands/host.ts";
import { tradeOf } from "../../mentions/trade-of.ts";
import type { Trade } from "../../mentions/trades.ts";
import type { SearchedBrand } from "../../model/search.ts";

/** A brand with all that decides where it is asked about, and what of the answers is really about it. */
export interface BrandToSearch {
  readonly brandId: string;
  /** What is sent where a name is asked for; none where a page gave nothing that could be one. */
  readonly name?: string;
  /** All its names, for comparing. */
  readonly names: readonly string[];
  /** What is sent where a domain is asked for. */
  readonly domain?: string;
  /** All its domains, for comparing. */
  readonly domains: readonly string[];
  readonly isKnown: boolean;
  readonly trade: Trade;
  /** Origin of its own forum. */
  readonly forum?: string;
}

/** A name longer than this is a sentence. */
const longestName = 80;

/** Looks up what the directory knows; what a page says of an unknown brand is held to what a name can be. */
export async function brandToSearch(
  { brandId, name, domain, forum }: SearchedBrand,
  directory: Pick<Directory, "byName" | "matchHost">,
): Promise<BrandToSearch> {
  const entry = await brandById(directory, brandId);
  const said = sayable(entry?.name ?? name);
  const site = entry?.domains[0] ?? siteOf(domain);
  const own = ownForum(forum);
  return {
    brandId,
    ...(said !== undefined && { name: said }),
    names: entry ? [entry.name, ...entry.aliases] : said === undefined ? [] : [said],
    ...(site !== undefined && { domain: site }),
    domains: [...new Set([...(entry?.domains ?? []), ...(site === undefined ? [] : [site])])],
    isKnown: entry !== undefined,
    trade: tradeOf(entry?.category),
    ...(own !== undefined && { forum: own }),
  };
}

/** A name as it may be sent: one line of words, without characters that cannot be seen. */
function sayable(name: string): string | undefined {
  const line = name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
  return line.length > longestName || !/[\p{L}\p{N}]/u.test(line) ? undefined : line;
}

/** Never more than the registrable domain leaves the device. */
function siteOf(domain: string | undefined): string | undefined {
  if (domain === undefined) return undefined;
  const host = URL.parse(domain.includes("://") ? domain : `https://${domain}`)?.hostname;
  return host === undefined ? undefined : hostParts(host)?.site;
}

function ownForum(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  return url?.protocol === "https:" && hostParts(url.hostname)?.site !== undefined ? url.origin : undefined;
}
