import { describe, expect, it } from "vitest";
import { exampleThread as thread } from "./example-threads.ts";
import { filterStories, sortStories, type StoryFilter } from "./arrange.ts";
import { storiesOf } from "./stories.ts";

const threads = [
  thread({
    id: "old",
    title: "Die Sohlen lösen sich",
    language: "de-AT",
    publishedAt: 1000,
    replies: 9,
    room: "schuhe",
  }),
  thread({
    id: "new",
    source: "hackernews",
    title: "Repairs, free of charge",
    language: "en",
    publishedAt: 3000,
    replies: 2,
  }),
  thread({ id: "undated", title: "Which size for wide feet?", excerpt: "Café crème coloured ones" }),
  thread({ id: "spam", title: "supra for boy", publishedAt: 9000 }),
];
const stories = storiesOf(threads);
const ids = (list: typeof stories): readonly string[] =>
  list.map((story) => story.threads[0]?.thread.id ?? "");
const left = (filter: StoryFilter): readonly string[] => ids(filterStories(stories, filter)).toSorted();

describe("order", () => {
  it("is newest or most discussed first; what looks like advertising comes last in both", () => {
    expect(ids(sortStories(stories, "newest"))).toEqual(["new", "old", "undated", "spam"]);
    expect(ids(sortStories(stories, "discussed"))).toEqual(["old", "new", "undated", "spam"]);
  });
});

describe("filters", () => {
  it("leave all where nothing is asked for", () => expect(left({ places: [], words: " " })).toHaveLength(4));
  it("by place", () => expect(left({ places: ["hackernews https://forum.example"] })).toEqual(["new"]));
  it("by time, which what has no date does not pass", () =>
    expect(left({ since: 2000 })).toEqual(["new", "spam"]));
  it("by language, whatever the country", () => expect(left({ language: "de" })).toEqual(["old"]));
  it("by words, in any order, without accents, in title, text and room", () => {
    expect(left({ words: "losen SOHLEN" })).toEqual(["old"]);
    expect(left({ words: "cafe creme" })).toEqual(["undated"]);
    expect(left({ words: "schuhe" })).toEqual(["old"]);
    expect(left({ words: "sohlen repairs" })).toEqual([]);
  });
  it("all at once", () => expect(left({ words: "sohlen", language: "en" })).toEqual([]));
});
