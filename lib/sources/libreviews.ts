import * as z from "zod";
import { ok } from "../model/result.ts";
import { plainText } from "../model/rich-text.ts";
import { address, isNotFound, readJson } from "./access.ts";
import { defineSource, nothing } from "./define-source.ts";
import { richHtml } from "./rich-html.ts";
import { Body, Count, headline, hit, Id, listOf, maybe, Moment, threadOf, webAddress } from "./shapes.ts";

const origin = "https://lib.reviews";

/** A text in several languages, `{ en: "…", de: "…" }`, or a plain one. */
const Texts = z.union([z.record(z.string().max(35), Body), Body.transform((text) => ({ und: text }))]);
const firstOf = (texts: Readonly<Record<string, string>> | undefined): [string?, string?] => {
  const [language, text] =
    Object.entries(texts ?? {}).find(([name]) => name === "en") ?? Object.entries(texts ?? {})[0] ?? [];
  return [text, language === "und" ? undefined : language];
};
const Review = z.object({
  id: Id,
  title: maybe(Texts),
  html: maybe(Texts),
  starRating: maybe(Count),
  createdOn: maybe(Moment),
});
const Thing = z.object({
  thing: z.object({
    id: Id,
    label: maybe(Texts),
    urls: z.array(z.string()).catch([]),
    reviews: maybe(listOf(Review)),
  }),
});

/** Longer reviews of a cooperative of writers. */
export const libreviews = defineSource({
  id: "libreviews",
  name: "lib.reviews",
  kind: "conversations",
  searchesBy: ["domain"],
  bulk: false,
  origins: [origin],
  licence: "CC-BY-SA-4.0",
  attribution: "lib.reviews",
  limits: [{ count: 1, perMs: 1000 }],

  async search({ words }, access) {
    const found = await readJson(access, address(origin, "/api/thing", { url: `https://${words}/` }), Thing);
    if (!found.ok) return isNotFound(found.error) ? ok(nothing) : found;
    const { urls, reviews = [] } = found.value.thing;
    const threads = reviews.map(({ id, title, html, starRating, createdOn }) => {
      const [heading = ""] = firstOf(title);
      const [body = "", language] = firstOf(html);
      const text = plainText(richHtml(body));
      const thread = threadOf({
        source: "libreviews",
        origin,
        id,
        title: headline(heading, text),
        url: `${origin}/review/${encodeURIComponent(id)}`,
        about: webAddress(urls[0]),
        excerpt: text.slice(0, 500) || undefined,
        publishedAt: createdOn,
        score: starRating,
        language,
      });
      return hit(thread, urls, [heading, text]);
    });
    return ok({ threads, facts: [] });
  },
});
