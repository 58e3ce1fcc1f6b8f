import type { BrandChoice } from "../model/correction.ts";
import type { ChoiceLookup } from "./corrections.ts";
import type { BrandEntry, Directory } from "./directory.ts";

/** More than that nobody reads while typing. */
const mostChoices = 8;
const longestText = 200;
const mostWords = 6;

type SearchLookup = ChoiceLookup & Pick<Directory, "byBeginning">;

/**
 * Brands that a person may mean by what they have typed so far: by site, by name in any spelling, by how a name begins,
 * else by the longest beginning of the text that is a name ("nike shoes"). The best known first.
 */
export async function searchBrands(text: string, directory: SearchLookup): Promise<readonly BrandChoice[]> {
  const written = text.trim().slice(0, longestText);
  if (written === "") return [];
  const host = URL.parse(/^https?:/i.test(written) ? written : `https://${written}`)?.hostname;
  const site = host?.includes(".") ? await directory.matchHost(host) : undefined;
  const known = [...(site ? [site.entry] : []), ...(await directory.byName(written))];
  const begun = known.length < mostChoices ? await directory.byBeginning(written, mostChoices) : [];
  const whole = [...known, ...begun];
  const entries = whole.length > 0 ? whole : await namedAtStart(written, directory);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return [...byId.values()].slice(0, mostChoices).map(choiceOf);
}

async function namedAtStart(text: string, directory: ChoiceLookup): Promise<readonly BrandEntry[]> {
  const words = text.split(/\s+/u).slice(0, mostWords);
  for (let count = words.length - 1; count > 0; count -= 1) {
    const entries = await directory.byName(words.slice(0, count).join(" "));
    if (entries.length > 0) return entries;
  }
  return [];
}

function choiceOf({ id, name, domains: [domain], category, owner }: BrandEntry): BrandChoice {
  return {
    brandId: id,
    name,
    ...(domain !== undefined && { domain }),
    ...(category !== undefined && { category }),
    ...(owner !== undefined && { owner }),
  };
}
