import * as z from "zod";
import type { Fact } from "../model/fact.ts";
import { ok } from "../model/result.ts";
import { address, phrase, readJson } from "./access.ts";
import { defineSource, type Hit, nothing } from "./define-source.ts";
import { hit, Line, listOf, maybe } from "./shapes.ts";

const origin = "https://en.wikipedia.org";
const api = "/w/api.php";
const common = { format: "json", formatversion: 2, origin: "*" } as const;

const Page = z.object({ title: Line, index: z.number().catch(0), description: maybe(Line) });
type Page = z.output<typeof Page>;
/** A search that finds nothing has no `query`. */
const Pages = z.union([
  z.object({ query: z.object({ pages: listOf(Page, 20) }) }).transform(({ query }) => query.pages),
  z.object({ batchcomplete: z.union([z.boolean(), z.string()]) }).transform((): readonly Page[] => []),
]);
const Sections = z.object({
  parse: z.object({
    title: Line,
    sections: listOf(z.object({ line: Line, anchor: z.string().max(300) }), 300),
  }),
});
const critical =
  /controvers|criticism|recall|lawsuit|litigation|scandal|boycott|antitrust|investigation|fine[sd]?\b/iu;

/** What a company's short description says that it is. */
const trading =
  /compan|corporation|brand|manufactur|maker|retail|\bchain|business|\bfirm|conglomerate|bank|airline|insur|producer|brewer|restaurant|supermarket|platform|service|software|website|label|store|shop|marque|subsidiary|publisher|start-?up|enterprise|cooperative|operator|provider/iu;
const bracket = / \([^)]*\)$/u;
const legalForm =
  /,? (?:inc|corp|corporation|company|co|ltd|limited|plc|llc|group|holdings|ag|gmbh|se|sa|nv|ab)\.?$/iu;

/** A title without what tells it from its namesakes. */
const bare = (title: string): string => title.replace(bracket, "").replace(legalForm, "").toLowerCase();

/** The article of that very name whose description is a company's; "Apple" alone is a fruit. */
function articleOf(words: string, pages: readonly Page[]): string | undefined {
  const named = pages
    .toSorted((one, other) => one.index - other.index)
    .filter(({ title }) => bare(title) === bare(words));
  const isCompany = ({ title, description = "" }: Page): boolean =>
    legalForm.test(title) || trading.test(description) || trading.test(bracket.exec(title)?.[0] ?? "");
  const isPerhaps = ({ description }: Page): boolean => description === undefined;
  return (named.find(isCompany) ?? named.find(isPerhaps))?.title;
}
const linkOf = (title: string, anchor?: string): string =>
  `${origin}/wiki/${encodeURIComponent(title.replaceAll(" ", "_"))}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`;

/** The article about a brand, and links to those of its sections that speak of trouble. */
export const wikipedia = defineSource({
  id: "wikipedia",
  name: "Wikipedia",
  kind: "reference",
  searchesBy: ["name"],
  bulk: true,
  origins: [origin],
  licence: "CC-BY-SA-4.0",
  attribution: "Wikipedia",
  limits: [
    { count: 5, perMs: 1000 },
    { count: 200, perMs: 60_000 },
  ],

  async search({ words }, access) {
    const search = {
      action: "query",
      generator: "search",
      gsrsearch: `intitle:${phrase(words)}`,
      gsrlimit: 15,
      prop: "description",
    };
    const found = await readJson(access, address(origin, api, { ...search, ...common }), Pages);
    if (!found.ok) return found;
    const page = articleOf(words, found.value);
    if (page === undefined) return ok(nothing);
    const parts = await readJson(
      access,
      address(origin, api, { action: "parse", page, prop: "sections", ...common }),
      Sections,
    );
    if (!parts.ok) return parts;
    const { title, sections } = parts.value.parse;
    const article: Fact = {
      key: `wikipedia:${title}`,
      source: "wikipedia",
      kind: "article",
      title,
      url: linkOf(title),
    };
    const facts: Hit<Fact>[] = [hit(article, [], [title])];
    for (const { line, anchor } of sections) {
      const text = line.replaceAll(/<[^>]*>/gu, "");
      if (critical.test(text))
        facts.push(
          hit(
            {
              ...article,
              key: `wikipedia:${title}#${anchor}`,
              title: `${title}: ${text}`,
              url: linkOf(title, anchor),
            },
            [],
            [title],
          ),
        );
    }
    return ok({ threads: [], facts });
  },
});
