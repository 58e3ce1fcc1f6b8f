import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Thread } from "../../lib/model/conversation.ts";
import { createNet, type Net } from "../../lib/net/index.ts";
import type { Ask, Source } from "../../lib/sources/define-source.ts";

/** What an API answers at a path; where several fit, the first whose address holds `having`. */
const Reply = z.object({
  path: z.string(),
  having: z.string().optional(),
  status: z.number().default(200),
  body: z.unknown(),
});
export type CannedReply = z.infer<typeof Reply>;
const Asked = z.object({
  replies: z.array(Reply),
  threads: z.array(z.string()).default([]),
  facts: z.array(z.string()).default([]),
  next: z.string().optional(),
});
/** `tests/fixtures/sources/<id>.json`: replies shaped like the real ones, and what is to be read from them. */
const Fixture = z.object({
  origin: z.string().optional(),
  words: z.string().optional(),
  named: z.string().default("Northwind Shoes"),
  asks: z.partialRecord(z.enum(["domain", "name"]), Asked),
  empty: z.array(Reply).optional(),
  thread: z
    .object({
      id: z.string(),
      replies: z.array(Reply),
      /** Id, parent or "", author, words. */
      comments: z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])),
    })
    .optional(),
});
export type SourceFixture = z.infer<typeof Fixture>;

export const domain = "northwind.example";

export async function sourceFixture(id: string): Promise<SourceFixture> {
  const path = join(import.meta.dirname, `../fixtures/sources/${id}.json`);
  return Fixture.parse(JSON.parse(await readFile(path, "utf8")));
}

/** The question of a fixture. */
export function askOf(source: Source, fixture: SourceFixture, by: Ask["by"]): Ask {
  const origin = fixture.origin ?? source.origins[0] ?? "";
  return { by, origin, words: by === "domain" ? domain : (fixture.words ?? fixture.named) };
}

export function threadOf(source: Source, fixture: SourceFixture): Thread {
  const origin = fixture.origin ?? source.origins[0] ?? "";
  const id = fixture.thread?.id ?? "1";
  return {
    key: `${source.id}:x:${id}`,
    source: source.id,
    origin,
    id,
    title: "A thread",
    url: `${origin}/x`,
  };
}

/** The real network layer over a `fetch` that is ours; `urls` fills with what was asked for. */
export function netOver(answer: typeof fetch, urls: URL[] = []): Net {
  return createNet({
    fetch: async (input, init) => {
      urls.push(addressOf(input));
      return answer(input, init);
    },
    ledger: async () => undefined,
    consents: async () => ({ has: () => true }) as unknown as ReadonlySet<string>,
    now: () => 0,
    random: () => 0.5,
  });
}

function addressOf(input: Parameters<typeof fetch>[0]): URL {
  return new URL(input instanceof Request ? input.url : input);
}

/** Answers from a list of replies; what is not in it is not found. */
export function canned(replies: readonly CannedReply[]): typeof fetch {
  return async (input) => {
    const url = addressOf(input);
    const reply = replies.find(
      ({ path, having = "" }) => url.pathname === path && decodeURIComponent(url.search).includes(having),
    );
    const { status, body } = reply ?? { status: 404, body: null };
    return new Response(JSON.stringify(body), { status });
  };
}
