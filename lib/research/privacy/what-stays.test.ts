import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { aCollection } from "../../../components/testing/research.ts";
import type { Collection } from "../../model/research/collection.ts";
import { protectWords } from "./protect.ts";

interface Line {
  readonly site: string;
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

/** Written by us: what posts call people by, marked. */
const lines = readFileSync("tests/fixtures/pseudonyms/people.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);
let collection: Collection;
beforeAll(async () => (collection = await aCollection()));

/** Marked words that stand in the protected texts as they stood before. */
async function staying(type: string): Promise<readonly string[]> {
  const left = lines.map(async ({ entities, site, text }) => {
    const post = {
      text: "",
      truncated: false,
      links: [],
      media: [],
      metrics: {},
      audience: "public",
    } as const;
    const kept = await protectWords(text, { post, site, mentions: [] }, collection);
    return entities
      .filter((entity) => entity.type === type)
      .map(({ start, end }) => text.slice(start, end))
      .filter((words) => kept.includes(words));
  });
  return (await Promise.all(left)).flat();
}

it.each([
  ["handle", []],
  // A site of one's own looks like any other.
  ["address", ["https://anna-kowalska.example/about"]],
  ["email", ["bo (at) berg.example"]],
  ["phone", ["555-0199"]],
  // Nothing but their author's own name is looked for: this is what docs/research.md warns of.
  [
    "name",
    ["Anna Kowalska", "Dora", "Jürgen Müller", "boots fan", "Maria Rossi", "Bo Berg", "Mr. Berg", "@ n n a"],
  ],
])("of each %s in a text only these stay: %o", async (type, left) => {
  expect(await staying(type)).toEqual(left);
});
