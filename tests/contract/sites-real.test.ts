import { readFile, readdir } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Site } from "../../lib/sites/define-site.ts";
import { sites } from "../../lib/sites/index.ts";
import { documentOf, fixturesFolder, readAll } from "../support/site-fixtures.ts";

/**
 * Real pages that others saved, where a copy of the corpus is at hand (`.corpora/`). They are read where they lie:
 * only counts are kept here, never a word of them. A better adapter may find more, never less.
 */
const corpus = join(import.meta.dirname, "../../.corpora/pages/social_dom");
const Counts = z.record(
  z.string(),
  z.strictObject({
    posts: z.number().int().positive(),
    withAuthor: z.number().int(),
    withTime: z.number().int(),
    withUrl: z.number().int(),
  }),
);

async function heldTo(id: string): Promise<z.infer<typeof Counts>> {
  const files = await readdir(join(fixturesFolder, id));
  if (!files.includes("real.json")) return {};
  return Counts.parse(JSON.parse(await readFile(join(fixturesFolder, id, "real.json"), "utf8")));
}

async function addressesOfPages(): Promise<Map<string, string>> {
  const lines = (await readFile(join(corpus, "labels.tsv"), "utf8")).split("\n").slice(1);
  return new Map(lines.map((line) => line.split("\t")).map(([file = "", url = ""]) => [file, url]));
}

describe.skipIf(!existsSync(corpus))("real pages", async () => {
  const addresses = existsSync(corpus) ? await addressesOfPages() : new Map<string, string>();

  test.each(sites as readonly Site[])("$id reads what it read before", async (site) => {
    for (const [file, counts] of Object.entries(await heldTo(site.id))) {
      const html = await readFile(join(corpus, "html", file), "utf8");
      const address = addresses.get(`html/${file}`);
      const url = new URL(address ? address : `https://${site.hosts[0] ?? "unknown.example"}/`);
      const posts = readAll(site, documentOf(html), { url, now: Date.UTC(2026, 5, 1) });
      const count = (has: (post: (typeof posts)[number]) => unknown): number => posts.filter(has).length;
      expect(posts.length, file).toBeGreaterThanOrEqual(counts.posts);
      expect(
        count((post) => post.author),
        file,
      ).toBeGreaterThanOrEqual(counts.withAuthor);
      expect(
        count((post) => post.publishedAt),
        file,
      ).toBeGreaterThanOrEqual(counts.withTime);
      expect(
        count((post) => post.url),
        file,
      ).toBeGreaterThanOrEqual(counts.withUrl);
    }
  });
});
