import { expect, test } from "vitest";
import { canned, netOver } from "../../tests/support/source-fixtures.ts";
import { wikipedia } from "./wikipedia.ts";

interface SamplePage {
  readonly title: string;
  readonly description?: string;
}

const asked: URL[] = [];

/** Which article is taken for a name, when a search finds these in this order. */
async function articleFor(words: string, ...pages: readonly SamplePage[]): Promise<string | undefined> {
  const net = netOver(
    canned([
      {
        path: "/w/api.php",
        having: "generator=search",
        status: 200,
        body: {
          query: { pages: pages.map(({ title, description }, index) => ({ title, description, index })) },
        },
      },
      {
        path: "/w/api.php",
        having: "action=parse",
        status: 200,
        body: { parse: { title: "The one that was chosen", sections: [] } },
      },
    ]),
    asked,
  );
  asked.length = 0;
  const [origin] = wikipedia.origins;
  const found = await wikipedia.search({ by: "name", words, origin }, { net, cause: "person" });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return (
    asked.find(({ searchParams }) => searchParams.get("action") === "parse")?.searchParams.get("page") ??
    undefined
  );
}
const fruit = { title: "Quince", description: "Species of fruit" };

test.each<[string, string, readonly SamplePage[], string | undefined]>([
  ["a legal form says that it is a company", "Quince", [fruit, { title: "Quince Inc." }], "Quince Inc."],
  [
    "so does a description",
    "Quince",
    [fruit, { title: "Quince (label)", description: "British clothing retailer" }],
    "Quince (label)",
  ],
  ["so does what stands in brackets", "Quince", [fruit, { title: "Quince (brand)" }], "Quince (brand)"],
  ["a name that is only something else's is nobody's", "Quince", [fruit], undefined],
  ["without a description the very name will do", "Quincetti", [{ title: "Quincetti" }], "Quincetti"],
  ["another name will not", "Quince", [{ title: "Quince Street", description: "Company town" }], undefined],
  [
    "a name with a legal form is the same name",
    "Quince Ltd",
    [{ title: "Quince", description: "Furniture company" }],
    "Quince",
  ],
])("%s", async (_name, words, pages, expected) => {
  expect(await articleFor(words, ...pages)).toBe(expected);
});
