// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { threadPost, type ThreadPostParts } from "./thread-post.ts";

const page = { url: new URL("https://forum.example/t/1"), now: Date.UTC(2026, 5, 1) };

function post(html: string, parts: Partial<ThreadPostParts> = {}): ReturnType<typeof threadPost> {
  document.body.innerHTML = html;
  return threadPost(page, { bodies: [document.body], audience: "public", ...parts });
}

describe("a post of a thread", () => {
  it("is its title and its bodies, each a paragraph of its own", () => {
    expect(post("<p>Well made.</p>", { title: " Shoes " })?.text).toBe("Shoes\n\nWell made.");
  });

  it("leads away from its host, first where the whole post leads, each place once", () => {
    const found = post(
      `<a href="/u/anna">Anna</a> <a href="https://a.example/x">x</a> <a href="https://b.example/">b</a>
       <a href="javascript:alert(1)">j</a>`,
      { leadsTo: ["https://b.example/", undefined, "https://forum.example/t/2"] },
    );
    expect(found?.links).toEqual(["https://b.example/", "https://a.example/x"]);
  });

  it("leaves out what its author did not write", () => {
    const found = post('<blockquote>Theirs <a href="https://a.example/">a</a></blockquote><p>Mine</p>', {
      skip: "blockquote",
    });
    expect(found).toMatchObject({ text: "Mine", links: [] });
  });

  it("does not take links to people and topics for places it leads to", () => {
    const found = post('<a class="mention" href="https://pond.example/@anna">@anna</a> hello', {
      unlinked: ".mention",
    });
    expect(found).toMatchObject({ text: "@anna hello", links: [] });
  });

  it("shows its pictures and not its smileys", () => {
    const found = post('<img src="/p/shoe.jpg"><img class="emoji" src="/e/1.png" alt="🙂"> fine');
    expect(found?.media).toEqual([{ kind: "image", url: "https://forum.example/p/shoe.jpg" }]);
  });

  it("has an author only by a name: an address alone is nobody", () => {
    expect(post("text", { profile: "/u/anna" })).not.toHaveProperty("author");
    expect(post("text", { name: "Anna", profile: "/u/anna" })?.author).toEqual({
      name: "Anna",
      url: "https://forum.example/u/anna",
    });
  });

  it("is none where nothing was said", () => expect(post("  ")).toBeUndefined());

  it("is bounded, whatever a page holds", () => {
    const found = post('<a href="https://a.example/">a</a>'.repeat(300) + "word ".repeat(20_000));
    expect(found?.truncated).toBe(true);
    expect(found?.links).toEqual(["https://a.example/"]);
  });
});
