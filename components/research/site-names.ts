import { t } from "../../lib/i18n.ts";

let names: ReadonlyMap<string, string> = new Map();

/** A platform by the name that people know. */
export interface NamedSite {
  readonly id: string;
  readonly name: string;
  /** Results of search engines are no posts: they cannot be recorded. */
  readonly kind?: "posts" | "search";
}

/** Told by the page at its start, because this layer knows no adapters. */
export function tellSiteNames(sites: readonly NamedSite[]): void {
  names = new Map(sites.map(({ id, name }) => [id, name]));
}

/** What a platform is called: `web` is any other page; one that nobody knows any more goes by its id. */
export function siteName(id: string): string {
  return id === "web" ? t("research_site_web") : (names.get(id) ?? id);
}
