import * as z from "zod";
import type { Hit } from "./define-source.ts";
import type { Thread } from "../model/conversation.ts";
import type { Fact } from "../model/fact.ts";
import type { TextRun } from "../model/rich-text.ts";

/** Pieces that the replies of many APIs are made of. */

/** Longest texts that are kept, in UTF-16 units. Longer ones are cut, not refused. */
const longest = { line: 500, excerpt: 2_000, body: 40_000 } as const;

const cut =
  (length: number) =>
  (text: string): string =>
    text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;

/** One line: white space folded, cut at 500 units. */
export const Line = z.string().transform((text) => cut(longest.line)(text.replaceAll(/\s+/gu, " ").trim()));
/** A body of text or markup, cut at 40 000 units. */
export const Body = z.string().transform(cut(longest.body));
/** What stands for a title where there is none: the first line of these that says something, cut at 120 units. */
export function headline(...texts: readonly (string | undefined)[]): string {
  const lines = texts.flatMap((text) => text?.split("\n") ?? []);
  return cut(120)(lines.find((line) => line.trim() !== "") ?? "");
}
/** `null`, missing or wrong is `undefined`: an entry is not lost for it. One schema, for there are hundreds of these. */
export const maybe = <T extends z.ZodType>(schema: T) =>
  z.transform((value: unknown): z.output<T> | undefined => {
    if (value === null || value === undefined) return undefined;
    return schema.safeParse(value).data;
  });
/** A date as text, as epoch ms. One that cannot be read is `undefined`. */
export const Moment = z.string().transform((text) => {
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
});
export const Count = z.number().int().catch(0);
/** An id as text, whatever the API writes it as. */
export const Id = z.union([z.string().min(1).max(300), z.number().int()]).transform(String);
/** A list whose unreadable entries are left out: one bad record must not hide the others. */
export const listOf = <T extends z.ZodType>(schema: T, most = 1000) =>
  z.array(z.unknown()).transform((all): readonly z.output<T>[] =>
    all.slice(0, most).flatMap((each) => {
      const parsed = schema.safeParse(each);
      return parsed.success ? [parsed.data] : [];
    }),
  );

/** An http or https address, else `undefined`. */
export function webAddress(text: string | null | undefined, base?: string): string | undefined {
  if (!text || text.length > 2000) return undefined;
  const url = URL.parse(text, base);
  return url && /^https?:$/u.test(url.protocol) && url.username === "" ? url.href : undefined;
}

/** A picture in a text: its description, and where it lies; nothing of one that lies nowhere and says nothing. */
export function image(description: string, src: string | undefined): TextRun[] {
  const text = description.trim();
  if (src === undefined) return text === "" ? [] : [{ text }];
  return [{ text, href: src, isImage: true }];
}

/** Fields that may be there and hold nothing. */
type Loose<T> = { readonly [K in keyof T]: T[K] | undefined };

/** Makes a thread of what a source read; parts that are missing are left out. A list needs no more than first words. */
export function threadOf(
  fields: Loose<Omit<Thread, "key">> & Pick<Thread, "source" | "origin" | "id" | "title" | "url">,
): Thread {
  const { source, origin, id, title, excerpt } = fields;
  return without({
    ...fields,
    key: `${source}:${new URL(origin).host}:${id}`,
    title: Line.parse(title),
    excerpt: excerpt === undefined ? undefined : cut(longest.excerpt)(excerpt),
  });
}

/** Makes a fact of what a source read; parts that are missing are left out. */
export function factOf(
  fields: Loose<Omit<Fact, "key">> &
    Pick<Fact, "source" | "kind" | "title" | "url"> & { readonly id: string },
): Fact {
  const { id, ...rest } = fields;
  return without({ ...rest, key: `${fields.source}:${id}`, title: Line.parse(fields.title) });
}

/** A copy without the properties that are `undefined`. */
export function without<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

export function hit<T>(
  value: T,
  links: readonly (string | undefined)[],
  texts: readonly (string | undefined)[],
): Hit<T> {
  return {
    value,
    links: links.filter((each) => each !== undefined),
    texts: texts.filter((each) => each !== undefined && each !== ""),
  } as Hit<T>;
}
