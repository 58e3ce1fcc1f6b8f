import { describe, expect, it } from "vitest";
import { threadOf } from "./shapes.ts";

const fields = {
  source: "talk",
  origin: "https://talk.example",
  id: "1",
  title: " One\n title ",
  url: "https://talk.example/1",
};

describe("a thread of a list", () => {
  it("holds the first words of a text, however long that is", () => {
    const { excerpt = "" } = threadOf({ ...fields, excerpt: "word ".repeat(8_000) });
    expect(excerpt.length).toBeLessThanOrEqual(2_000);
    expect(excerpt).toMatch(/^word word .*word…$/u);
  });

  it("has no excerpt where there is none, and a title of one line", () => {
    expect(threadOf(fields)).toEqual({ ...fields, key: "talk:talk.example:1", title: "One title" });
  });
});
