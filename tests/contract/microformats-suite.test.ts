import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  dateValue,
  isRoot,
  plainValue,
  propertiesOf,
  urlValue,
} from "../../lib/sites/microformat-properties.ts";
import { documentOf } from "../support/site-fixtures.ts";

/**
 * The microformats project's own test suite, where a copy is at hand (`.corpora/`); it is read where it lies.
 * https://github.com/microformats/tests
 */
const suite = join(import.meta.dirname, "../../.corpora/pages/microformats_tests");
const now = Date.UTC(2026, 5, 1);

interface Item {
  readonly properties: Readonly<Record<string, readonly (string | { readonly value?: string })[]>>;
}

/** A value as the suite has it, and as we read it. */
interface Compared {
  readonly where: string;
  readonly expected: string;
  readonly read: string;
}

/** Roots of version 2 that stand in no other, in the order of the page: the suite's items. */
function topRoots(document: Document): readonly Element[] {
  return [...document.querySelectorAll('[class*="h-"]')].filter(
    (root) => isRoot(root) && !root.closest("template") && !isWithinRoot(root),
  );
}

function isWithinRoot(root: Element): boolean {
  for (let around = root.parentElement; around; around = around.parentElement)
    if (isRoot(around)) return true;
  return false;
}

/** White space, and where addresses are relative to, are left to whoever shows a value. */
const folded = (text: string): string =>
  text
    .replaceAll(/\s+/gu, " ")
    .trim()
    .replace(/^https?:\/\/example\.(?:test|com|org)\/?/u, "");

/** Every property of one kind whose elements and values can be told to belong together. */
function* compare(kind: "p" | "u" | "dt", read: (element: Element) => string): Generator<Compared> {
  for (const file of globSync(join(suite, "html/microformats-v2*.html"))) {
    const answer = join(suite, "expected", basename(file).replace(/html$/u, "json"));
    if (!existsSync(answer)) continue;
    const { items } = JSON.parse(readFileSync(answer, "utf8")) as { readonly items: readonly Item[] };
    const roots = topRoots(documentOf(readFileSync(file, "utf8")));
    if (roots.length !== items.length) continue;
    for (const [index, { properties }] of items.entries())
      for (const [name, values] of Object.entries(properties)) {
        const elements = propertiesOf(roots[index]!, [`${kind}-${name}`]);
        if (elements.length !== values.length || elements.some(isRoot)) continue;
        for (const [at, element] of elements.entries()) {
          const value = values[at];
          yield {
            where: `${basename(file, ".html").replace("microformats-v2", "").slice(1)} ${name}`,
            expected: folded(typeof value === "string" ? value : (value?.value ?? "")),
            read: folded(read(element)),
          };
        }
      }
  }
}

const wrongOf = (compared: readonly Compared[]): string[] => [
  ...new Set(compared.filter(({ expected, read }) => expected !== read).map(({ where }) => where)),
];

describe.skipIf(!existsSync(suite))("the microformats test suite", () => {
  test("texts are read as it says", () => {
    const texts = [...compare("p", plainValue)];
    expect(texts.length).toBeGreaterThan(300);
    expect(wrongOf(texts)).toEqual([]);
  });

  test("addresses are read as it says, but for an empty one, which is that of the page", () => {
    const addresses = [...compare("u", (element) => urlValue(element) ?? "")];
    expect(addresses.length).toBeGreaterThan(150);
    expect(wrongOf(addresses)).toEqual(["h-card_relativeurlsempty url", "h-card_relativeurlsempty uid"]);
  });

  test("times are read as it says, but for one of an event that ends on the day it begins", () => {
    const times = [...compare("dt", (element) => String(dateValue(element, now)?.at))].flatMap((one) => {
      // What is no time is none to us; the suite passes it on.
      const at = Date.parse(one.expected.replace(/([+-]\d{2})$/u, "$1:00"));
      return Number.isNaN(at) ? [] : [{ ...one, expected: String(at) }];
    });
    expect(times.length).toBeGreaterThan(20);
    expect(wrongOf(times)).toEqual(["h-event_concatenate end"]);
  });
});
