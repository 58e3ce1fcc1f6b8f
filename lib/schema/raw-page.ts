import { z } from "zod";
import type { MicrodataItem, RawPage } from "../model/page.ts";

/**
 * What a page's content script may send: the bounds that `lib/detect/collect.ts` keeps, checked again, because
 * a page that takes over its renderer can send anything. Lengths are UTF-16 units.
 */
const most = {
  url: 4096,
  title: 500,
  name: 200,
  value: 2000,
  rel: 100,
  href: 2048,
  language: 35,
  scripts: 40,
  script: 256_000,
  allScripts: 512_000,
  meta: 200,
  links: 200,
  items: 30,
  depth: 4,
  properties: 60,
  values: 20,
  texts: 80,
  text: 200,
} as const;

const text = (length: number): z.ZodString => z.string().max(length);

const property = z.string().max(100);

/** Microdata nested `depth` deep and no deeper. */
function itemSchema(depth: number): z.ZodType<MicrodataItem> {
  const value: z.ZodType<string | MicrodataItem> =
    depth > 1 ? z.union([text(most.value), itemSchema(depth - 1)]) : text(most.value);
  return z.object({
    type: text(most.name),
    props: z
      .record(property, z.array(value).max(most.values))
      .refine((props) => Object.keys(props).length <= most.properties, "too many properties"),
  });
}

export const RawPageSchema: z.ZodType<RawPage> = z.object({
  url: text(most.url),
  title: text(most.title),
  lang: text(most.language).optional(),
  jsonLd: z
    .array(text(most.script))
    .max(most.scripts)
    .refine(
      (scripts) => scripts.reduce((sum, { length }) => sum + length, 0) <= most.allScripts,
      "too much text",
    ),
  meta: z.array(z.tuple([text(most.name), text(most.value)])).max(most.meta),
  links: z
    .array(
      z.union([
        z.tuple([text(most.rel), text(most.href)]),
        z.tuple([text(most.rel), text(most.href), text(most.language)]),
      ]),
    )
    .max(most.links),
  microdata: z.array(itemSchema(most.depth)).max(most.items),
  heading: text(most.title).optional(),
  hasPassword: z.boolean(),
  articleCount: z.number().int().min(0).max(1000),
  marks: z.array(text(40)).max(40).optional(),
  texts: z
    .array(
      z.tuple([
        z.enum(["logo", "home", "card", "address", "heading", "mail", "top", "end"]),
        text(most.text),
      ]),
    )
    .max(most.texts)
    .optional(),
});
