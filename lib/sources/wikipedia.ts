import * as z from "zod";
import type { Fact } from "../model/fact.ts";
import { ok } from "../model/result.ts";
import { address, phrase, readJson } from "./access.ts";
import { defineSource, type Hit, nothing } from "./define-source.ts";
import { hit, Line, listOf } from "./shapes.ts";

const origin = "https://en.wikipedia.org";
const api = "/w/api.php";
const common = { format: "json", formatversion: 2, origin: "*" } as const;

const Titles = z.object({ query: z.object({ search: listOf(z.object({ title: Line }), 5) }) });
const Sections = z.object({
  parse: z.object({
    title: Line,
    sections: listOf(z.object({ line: Line, anchor: z.string().max(300) }), 300),
  }),
});
const critical =
  /controvers|criticism|recall|lawsuit|litigation|scandal|boycott|antitrust|investigation|fine[sd]?\b/iu;

/** A title without what tells it from its namesakes. */
const bare = (title: string): string => title.replace(/ \([^)]*\)$/u, "").toLowerCase();
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
      list: "search",
      srsearch: `intitle:${phrase(words)}`,
      srlimit: 3,
    };
    const titles = await readJson(access, address(origin, api, { ...search, ...common }), Titles);
    if (!titles.ok) return titles;
    // The article of that very name, with what tells it from its namesakes in brackets.
    const named = titles.value.query.search.map(({ title }) => title);
    const page = named.find((title) => bare(title) === words.toLowerCase());
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
