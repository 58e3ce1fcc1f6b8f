import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { aCollection } from "../../../components/testing/research.ts";
import type { Post } from "../../model/post.ts";
import type { Collection } from "../../model/research/collection.ts";
import { protect } from "./protect.ts";

const folder = "tests/fixtures/sites";
/** Brands that write there themselves: their names stand in links to their own sites. */
const brands = new Set(["bergtal", "talbach"]);
const empty = { links: [], media: [], metrics: {}, truncated: false, audience: "public" } as const;

/** What each platform's adapter reads from our example pages. */
function postsOf(site: string): readonly Post[] {
  const files = readdirSync(`${folder}/${site}`).filter(
    (file) => file.endsWith(".json") && file !== "real.json",
  );
  return files.flatMap((file) => {
    const { posts = [] } = JSON.parse(readFileSync(`${folder}/${site}/${file}`, "utf8")) as {
      posts?: readonly Partial<Post>[];
    };
    return posts.map((post) => Object.assign({ text: "" }, empty, post));
  });
}

/** What a person is called, long enough not to be part of a word. */
function namesOf({ author }: Post): readonly string[] {
  const names = [author?.name, author?.handle, author?.handle?.split("@")[0]];
  return names
    .filter((name) => name !== undefined)
    .filter((name) => name.length > 3 && !brands.has(name.toLowerCase()));
}

let collection: Collection;
beforeAll(async () => (collection = await aCollection()));

describe.each(readdirSync(folder).filter((site) => postsOf(site).length > 0))("posts of %s", (site) => {
  it("keep nothing that their authors are called by, and nothing that leads to them", async () => {
    for (const post of postsOf(site)) {
      const kept = await protect({ post, site, mentions: [] }, collection);
      const readable = JSON.stringify(kept)
        .replaceAll(/[px]-[0-9a-hjkmnp-tv-z]{12}/gu, "…")
        .toLowerCase();
      for (const name of namesOf(post)) expect(readable).not.toContain(name.toLowerCase());
      for (const address of [kept.url, kept.replyTo]) {
        const rest = address
          ?.replaceAll(/[px]-[0-9a-hjkmnp-tv-z]{12}/gu, "…")
          .replace(/^https:\/\/[^/]+/u, "");
        expect(rest ?? "", post.url ?? "").not.toMatch(/\d{3}/u);
      }
    }
  });
});
