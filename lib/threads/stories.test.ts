import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Thread } from "../model/conversation.ts";
import { exampleThread as thread } from "./example-threads.ts";
import { storiesOf } from "./stories.ts";

const hour = 3_600_000;
const may = Date.UTC(2026, 4, 3);
const article = "https://news.example/2026/soles-come-off";

/** The threads of each story, by id. */
const grouped = (threads: readonly Thread[]): string[][] =>
  storiesOf(threads)
    .map((story) => story.threads.map((one) => one.thread.id).toSorted())
    .toSorted((a, b) => String(a).localeCompare(String(b)));

describe("one story", () => {
  it("is one page discussed in several places, however its address is written", () => {
    const [story, ...others] = storiesOf([
      thread({
        id: "a",
        source: "hackernews",
        about: `${article}?utm_source=hn`,
        replies: 40,
        title: "Soles come off",
      }),
      thread({
        id: "b",
        source: "lobsters",
        about: `http://www.news.example/2026/soles-come-off/`,
        replies: 3,
      }),
      thread({ id: "c", about: `${article}/amp`, replies: 12, score: 7 }),
    ]);
    expect(others).toEqual([]);
    expect(story?.threads.map((one) => one.thread.id)).toEqual(["a", "c", "b"]);
    expect(story).toMatchObject({ title: "Soles come off", replies: 55, score: 7 });
  });

  it("takes in a post that quotes or links to a discussion elsewhere", () => {
    const first = thread({ id: "a", source: "bluesky", url: "https://bsky.app/profile/ann.example/post/3k" });
    expect(grouped([first, thread({ id: "b", source: "bluesky", about: first.url })])).toEqual([["a", "b"]]);
  });

  it("is one post put into several rooms within two weeks", () => {
    const title = "Do these boots survive a winter of salt?";
    const first = thread({ id: "a", title, room: "boots", publishedAt: may });
    const second = thread({ id: "b", title: `${title} `, room: "hiking", publishedAt: may + 5 * hour });
    const later = thread({ id: "c", title, room: "boots", publishedAt: may + 60 * 24 * hour });
    expect(grouped([first, second, later])).toEqual([["a", "b"], ["c"]]);
  });

  it("has a title of people rather than the first words of a post", () => {
    const words = "lol look at this https://news.example/2026/soles-come-off";
    const [story] = storiesOf([
      thread({ source: "mastodon", title: words.slice(0, 20), excerpt: words, about: article, replies: 90 }),
      thread({ source: "lobsters", title: "Soles come off after two months", about: article, replies: 2 }),
    ]);
    expect(story?.title).toBe("Soles come off after two months");
  });
});

describe("copies of one conversation", () => {
  it("fold: the same post, as two servers of a federation show it", () => {
    const post = { title: "They repaired my jacket", room: "jackets", publishedAt: may };
    const [story] = storiesOf([
      thread({ ...post, id: "1", origin: "https://one.example", replies: 4 }),
      thread({ ...post, id: "77", origin: "https://two.example", source: "piefed", replies: 6 }),
    ]);
    expect(story?.threads).toHaveLength(1);
    expect(story?.threads[0]?.copies.map(({ origin }) => origin)).toEqual(["https://one.example"]);
    expect(story?.replies).toBe(6);
  });

  it("fold: one address, found by two ways", () => {
    const url = "https://social.example/@ann/1";
    const [story, ...others] = storiesOf([
      thread({ id: "1", source: "mastodon", origin: "https://one.example", url }),
      thread({ id: "2", source: "mastodon", origin: "https://two.example", url }),
    ]);
    expect(others).toEqual([]);
    expect(story?.threads).toHaveLength(1);
  });

  it("do not fold where two rooms talk apart", () => {
    const post = { title: "They repaired my jacket for free", about: article, publishedAt: may };
    const [story] = storiesOf([thread({ ...post, room: "jackets" }), thread({ ...post, room: "frugal" })]);
    expect(story?.threads).toHaveLength(2);
  });
});

describe("what is not one story", () => {
  it("links to a brand's front page alone", () => {
    const about = "https://www.northwind.example/";
    expect(
      grouped([thread({ id: "a", about }), thread({ id: "b", about: "http://northwind.example" })]),
    ).toEqual([["a"], ["b"]]);
  });

  it("says the same few words", () => {
    const post = { title: "Northwind", publishedAt: may };
    expect(
      grouped([thread({ ...post, id: "a", room: "x" }), thread({ ...post, id: "b", room: "y" })]),
    ).toEqual([["a"], ["b"]]);
  });
});

it("stands up to addresses that are none", () => {
  const story = storiesOf([thread({ url: "javascript:alert(1)", about: "::::" })])[0];
  expect(story?.threads).toHaveLength(1);
});

it("is the same in whatever order threads arrive, and loses none", () => {
  const pick = fc.constantFrom;
  const some = fc.record({
    id: pick("1", "2", "3", "4", "5"),
    source: pick("lemmy", "piefed", "mastodon"),
    origin: pick("https://one.example", "https://two.example"),
    title: pick(
      "Soles come off after two months",
      "soles come off after TWO months!",
      "Northwind",
      "Boots, again",
    ),
    about: pick(
      undefined,
      article,
      `${article}?utm_source=x`,
      "https://northwind.example/",
      "https://x.example/a",
    ),
    publishedAt: pick(undefined, may, may + hour, may + 400 * hour),
    replies: pick(undefined, 0, 3),
    room: pick(undefined, "boots", "hiking"),
  });
  fc.assert(
    fc.property(
      fc
        .array(some, { maxLength: 25 })
        .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        const make = ({ about, publishedAt, replies, room, ...rest }: (typeof list)[number]): Thread =>
          thread({
            ...rest,
            ...(about !== undefined && { about }),
            ...(publishedAt !== undefined && { publishedAt }),
            ...(replies !== undefined && { replies }),
            ...(room !== undefined && { room }),
          });
        const stories = storiesOf(list.map(make));
        expect(storiesOf(shuffled.map(make))).toEqual(stories);
        const kept = stories.flatMap(({ threads }) => threads.flatMap((one) => [one.thread, ...one.copies]));
        expect(kept.map(({ key }) => key).toSorted()).toEqual(
          [...new Set(list.map((one) => make(one).key))].toSorted(),
        );
      },
    ),
  );
});
