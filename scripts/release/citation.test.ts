import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const cff = readFileSync(join(root, "CITATION.cff"), "utf8");

/** Values of the top level, by key; enough of YAML for a file of ours. */
const values = new Map(
  [...cff.matchAll(/^([a-z-]+):[ ]?(.*)$/gmu)].map(([, key = "", value = ""]) => [
    key,
    value.replaceAll(/^"|"$/g, ""),
  ]),
);

describe("CITATION.cff", () => {
  it("has what the format requires, and no key that it does not know", () => {
    // https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md
    expect(values.get("cff-version")).toBe("1.2.0");
    for (const key of ["message", "title", "authors"]) expect(values.has(key), key).toBe(true);
    const known = new Set([
      "cff-version",
      "message",
      "type",
      "title",
      "abstract",
      "authors",
      "version",
      "license",
      "keywords",
    ]);
    expect([...values.keys()].filter((key) => !known.has(key))).toEqual([]);
    expect(cff).toMatch(/^authors:\n {2}- name: "[^"]+"$/mu);
    expect(values.get("type")).toBe("software");
  });

  it("names the version and licence of package.json, and the title that reports give", () => {
    const { version, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      readonly version: string;
      readonly license: string;
    };
    expect(values.get("version")).toBe(version);
    expect(values.get("license")).toBe(license);
    const cite = readFileSync(join(root, "lib/research/report/cite.ts"), "utf8");
    expect(cite).toContain(values.get("title") ?? "no title");
    expect(cite).toContain('"Backtalk contributors"');
  });
});
