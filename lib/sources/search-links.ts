import type { SearchLink } from "../model/search.ts";
import { address } from "./access.ts";

interface ClosedPlace {
  readonly name: string;
  readonly search: (words: string) => URL;
  /** Searches by domain where one is known. */
  readonly byDomain?: true;
}

/** Places whose APIs want a key or an account: their own search pages, opened by the person. Nothing is fetched. */
const places: readonly ClosedPlace[] = [
  {
    name: "Reddit",
    search: (words) => address("https://www.reddit.com", "/search/", { q: words, sort: "new" }),
  },
  {
    name: "Trustpilot",
    search: (words) => address("https://www.trustpilot.com", "/search", { query: words }),
    byDomain: true,
  },
  {
    name: "YouTube",
    search: (words) => address("https://www.youtube.com", "/results", { search_query: `${words} review` }),
  },
  { name: "BBB", search: (words) => address("https://www.bbb.org", "/search", { find_text: words }) },
  {
    name: "Product Hunt",
    search: (words) => address("https://www.producthunt.com", "/search", { q: words }),
  },
  { name: "Yelp", search: (words) => address("https://www.yelp.com", "/search", { find_desc: words }) },
  {
    name: "Google Maps",
    search: (words) => address("https://www.google.com", `/maps/search/${encodeURIComponent(words)}`),
  },
  {
    name: "FTC",
    search: (words) => address("https://search.ftc.gov", "/search", { affiliate: "ftc_prod", query: words }),
  },
];

/** Where one can go on searching for a brand by oneself. */
export function searchLinks({ name, domain }: { name: string; domain?: string }): readonly SearchLink[] {
  return places.map(({ name: place, search, byDomain }) => ({
    name: place,
    url: search(byDomain && domain !== undefined ? domain : name).href,
  }));
}
