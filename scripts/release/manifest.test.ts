import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { directoryMonth, releaseLine, thisRelease } from "../../lib/research/report/release.ts";
import { archiveOf } from "./archive.ts";
import { provenanceOf, ProvenanceSchema, provenanceText, releaseText } from "./manifest.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

const tree: Readonly<Record<string, string>> = {
  "package.json": '{"version":"1.2.3"}',
  "node_modules/name-suggestion-index/package.json": '{"version":"8.0.20260918"}',
  "data/supplement.tsv": "northwind.example\tNorthwind\n",
  "public/directory/e/0000.bin": "entries",
  "public/directory/m.bin": "names",
  "lib/sites/b.ts": "export const b = 1;\n",
  "lib/sites/a.ts": "export const a = 1;\n",
  "lib/sites/a.test.ts": "a test decides nothing",
  "lib/brands/resolve.ts": "",
  "lib/mentions/index.ts": "",
  "lib/mentions/sentiment/index.ts": "",
};

/** A checkout with these files, written in this order and at this time. */
function checkout(files: readonly (readonly [path: string, text: string])[], at: number): string {
  const root = mkdtempSync(join(tmpdir(), "backtalk-release-"));
  made.push(root);
  for (const [path, text] of files) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, at, at);
  }
  return root;
}

const files = Object.entries(tree);

describe("what a release was made of", () => {
  it("is the same text and the same archive from the same files, whenever and in whatever order", () => {
    const [one, other] = [checkout(files, 1_000_000), checkout(files.toReversed(), 1_700_000_000)];
    const [first, second] = [provenanceOf(one), provenanceOf(other)];
    expect(provenanceText(second)).toBe(provenanceText(first));
    expect(Buffer.from(archiveOf(other, second)).equals(archiveOf(one, first))).toBe(true);
  });

  it("names each file of directory, adapters, detector and sentiment once, and no test", () => {
    const { directory, adapters, detector, sentiment } = provenanceOf(checkout(files, 0));
    expect(Object.keys(directory.files)).toEqual(["public/directory/e/0000.bin", "public/directory/m.bin"]);
    expect(Object.keys(adapters.files)).toEqual(["lib/sites/a.ts", "lib/sites/b.ts"]);
    expect(Object.keys(detector.files)).toEqual(["lib/brands/resolve.ts", "lib/mentions/index.ts"]);
    expect(Object.keys(sentiment.files)).toEqual(["lib/mentions/sentiment/index.ts"]);
    // Of the empty file, as everybody's tools compute it.
    expect(sentiment.files["lib/mentions/sentiment/index.ts"]).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  it("changes with any of them, and only in its part", () => {
    const before = provenanceOf(checkout(files, 0));
    const changed = files.map(
      ([path, text]) => [path, path === "lib/sites/a.ts" ? `${text} ` : text] as const,
    );
    const after = provenanceOf(checkout(changed, 0));
    expect(after.adapters.sha256).not.toBe(before.adapters.sha256);
    expect({ ...after, adapters: undefined }).toEqual({ ...before, adapters: undefined });
  });

  it("of this checkout is well-formed, and the same twice", () => {
    const root = join(import.meta.dirname, "../..");
    const [one, two] = [provenanceOf(root), provenanceOf(root)];
    expect(ProvenanceSchema.parse(one)).toEqual(two);
    expect(Object.keys(one.adapters.files)).toContain("lib/sites/mastodon.ts");
  });
});

describe("what the extension says of itself", () => {
  it("is the version, the month of the directory and the hash of the adapters", () => {
    const provenance = provenanceOf(checkout(files, 0));
    const release = thisRelease(releaseText(provenance));
    expect(release && directoryMonth(release)).toBe("2026-09");
    expect(release && releaseLine({ ...release, directory: { ...release.directory, version: "0123" } })).toBe(
      `Backtalk 1.2.3 · directory 2026-09 (0123) · adapters ${provenance.adapters.sha256.slice(0, 12)}`,
    );
  });

  it("is nothing in a build that was not told", () => {
    expect(thisRelease("")).toBeUndefined();
  });
});
