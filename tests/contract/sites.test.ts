import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Site } from "../../lib/sites/define-site.ts";
import { sites, sitesFor } from "../../lib/sites/index.ts";
import {
  documentOf,
  fixturesFolder,
  fixturesOf,
  postNodes,
  readAll,
  sitesFolder,
} from "../support/site-fixtures.ts";

const all: readonly Site[] = sites;
const ids = all.map((site) => site.id);

describe("the list of sites", () => {
  test("is alphabetical, each once", () => {
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  test("has every adapter there is a file for, under the name of its file", async () => {
    const files = (await readdir(sitesFolder)).filter((file) => file.endsWith(".ts"));
    const adapters: string[] = [];
    for (const file of files) {
      const source = await readFile(join(sitesFolder, file), "utf8");
      if (/= defineSite\(/u.test(source)) adapters.push(file.slice(0, -3));
    }
    expect(adapters.toSorted(), "a line for it in lib/sites/index.ts").toEqual(ids);
  });

  test("has no fixtures of a site that is gone", async () => {
    expect((await readdir(fixturesFolder)).filter((folder) => !ids.includes(folder))).toEqual([]);
  });

  test("says of each where it stands", () => {
    const nowhere = all.filter((site) => site.hosts.length === 0 && (site.marks ?? []).length === 0);
    expect(nowhere).toEqual([]);
    expect(all.flatMap((site) => site.hosts).filter((host) => !/^[a-z\d-]+(?:\.[a-z\d-]+)*(?:\.\*)?$/u.test(host))).toEqual([]);
  }); // oxfmt-ignore
});

describe.each(all)("$id", (site) => {
  test("has a page to read, written by us and labelled so", async () => {
    const fixtures = await fixturesOf(site.id);
    expect(fixtures.length, `tests/fixtures/sites/${site.id}/*.html with *.json`).toBeGreaterThan(0);
    for (const fixture of fixtures) expect(fixture.html.slice(0, 600)).toMatch(/<!--[^>]*synthetic/iu);
  });

  test("is recognised on its own pages and knows whether to expect posts there", async () => {
    for (const { page, marks, name, expectsPosts } of await fixturesOf(site.id)) {
      expect(sitesFor(page.url, marks), name).toContain(site);
      // No address tells that its page marks posts.
      const expects = expectsPosts && site.anySoftware !== true;
      expect({ name, expects: site.expectsPosts(page.url) }).toEqual({ name, expects });
    }
  });

  test("reads its pages", async () => {
    for (const { html, page, posts, name } of await fixturesOf(site.id)) {
      expect({ name, posts: readAll(site, documentOf(html), page) }).toEqual({ name, posts });
    }
  });

  test("leaves the page as it was", async () => {
    for (const { html, page } of await fixturesOf(site.id)) {
      const document = documentOf(html);
      const before = document.documentElement.outerHTML;
      readAll(site, document, page);
      for (const node of postNodes(site, document)) site.chipLine(node);
      expect(document.documentElement.outerHTML).toBe(before);
    }
  });

  test("finds a line for the chip within each post, and none twice", async () => {
    for (const { html, page, chips, name } of await fixturesOf(site.id)) {
      const read = postNodes(site, documentOf(html)).filter((node) => site.readPost(node, page));
      const lines = read.flatMap((node) => {
        const line = site.chipLine(node);
        expect(line === undefined || node.contains(line)).toBe(true);
        return line ?? [];
      });
      expect({ name, chips: lines.length }).toEqual({ name, chips });
      expect(new Set(lines).size).toBe(lines.length);
    }
  });

  test("reads no words of a post inside another into it", async () => {
    for (const { html, page } of await fixturesOf(site.id)) {
      const nodes = postNodes(site, documentOf(html));
      for (const outer of nodes) {
        const text = site.readPost(outer, page)?.text;
        const inner = nodes.filter((node) => node !== outer && outer.contains(node));
        for (const node of inner) {
          const within = site.readPost(node, page)?.text;
          if (text && within) expect(text).not.toContain(within);
        }
      }
    }
  });
});
