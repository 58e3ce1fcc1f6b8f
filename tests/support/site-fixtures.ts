import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { z } from "zod";
import type { Site, SitePage } from "../../lib/sites/define-site.ts";
import type { Post } from "../../lib/model/post.ts";

export const fixturesFolder = join(import.meta.dirname, "../fixtures/sites");
export const sitesFolder = join(import.meta.dirname, "../../lib/sites");

/** A page of a platform, written by us after the real thing, and what must be read in it. */
export interface SiteFixture {
  readonly name: string;
  readonly html: string;
  readonly page: SitePage;
  readonly marks: readonly string[];
  readonly posts: readonly Partial<Post>[];
  /** How many of the posts have a line for the chip. */
  readonly chips: number;
  /** Whether finding no post there would mean that the adapter is broken. */
  readonly expectsPosts: boolean;
}

const Expected = z.strictObject({
  url: z.url(),
  now: z.iso.datetime({ local: true, offset: true }),
  marks: z.array(z.string()).default([]),
  chips: z.number().int().optional(),
  expectsPosts: z.boolean().default(true),
  /**
   * What is left out is empty. `publishedAt` is an ISO time; without a zone it is one of this device, as where a page
   * shows "May 3".
   */
  posts: z.array(z.record(z.string(), z.unknown())),
});

const empty = { truncated: false, links: [], media: [], metrics: {}, audience: "unknown" } as const;

export async function fixturesOf(id: string): Promise<SiteFixture[]> {
  const files = await readdir(join(fixturesFolder, id)).catch(() => []);
  const pages = files.filter((file) => file.endsWith(".html")).toSorted();
  return Promise.all(pages.map((file) => readFixture(id, file.slice(0, -".html".length))));
}

async function readFixture(id: string, name: string): Promise<SiteFixture> {
  const html = await readFile(join(fixturesFolder, id, `${name}.html`), "utf8");
  const json: unknown = JSON.parse(await readFile(join(fixturesFolder, id, `${name}.json`), "utf8"));
  const expected = Expected.parse(json);
  const posts = expected.posts.map((post) => {
    const { publishedAt, ...rest } = post;
    return {
      ...empty,
      ...rest,
      ...(typeof publishedAt === "string" ? { publishedAt: Date.parse(publishedAt) } : {}),
    };
  });
  return {
    name,
    html,
    page: { url: new URL(expected.url), now: Date.parse(expected.now) },
    marks: expected.marks,
    posts,
    expectsPosts: expected.expectsPosts,
    chips: expected.chips ?? posts.length,
  };
}

export function documentOf(html: string): Document {
  return parseHTML(html).document;
}

export function postNodes(site: Site, root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(site.postSelector)];
}

export function readAll(site: Site, root: ParentNode, page: SitePage): Post[] {
  return postNodes(site, root).flatMap((node) => site.readPost(node, page) ?? []);
}
