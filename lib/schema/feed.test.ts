import { describe, expect, it } from "vitest";
import { FeedDaily } from "./feed-daily.ts";
import { FeedHead, FeedLine } from "./feed.ts";

const sha256 = "a".repeat(64);
const segment = { path: "segments/00000001-aaaa.jsonl", first: 1, last: 1000, count: 999, bytes: 10, sha256 };
const head = { format: 1, through: 1000, count: 999, bytes: 10, segments: [segment] };

describe("a feed's head", () => {
  it("is read, and what no schema names is dropped", () => {
    expect(FeedHead.parse({ ...head, later: true })).toEqual(head);
  });

  it.each([
    ["another origin", "https://elsewhere.example/x.jsonl"],
    ["a parent folder", "../segments/x.jsonl"],
    ["an absolute path", "/v1/feed/segments/x.jsonl"],
    ["a query", "segments/x.jsonl?who=me"],
    ["a name in capitals, where file systems differ", "segments/X.jsonl"],
  ])("cannot point to %s", (_what, path) => {
    expect(FeedHead.safeParse({ ...head, segments: [{ ...segment, path }] }).success).toBe(false);
  });

  it("of another format is refused", () => {
    expect(FeedHead.safeParse({ ...head, format: 2 }).success).toBe(false);
  });

  it.each([1.5, -1, Number.MAX_SAFE_INTEGER + 1, "7"])("cannot count to %s", (through) => {
    expect(FeedHead.safeParse({ ...head, through }).success).toBe(false);
  });
});

it("a line is a number in commit order and a token", () => {
  expect(FeedLine.parse({ n: 7, jwt: "a.b.c" })).toEqual({ n: 7, jwt: "a.b.c" });
  expect(FeedLine.safeParse({ n: 0, jwt: "a.b.c" }).success).toBe(false);
});

it("a daily file may say nothing at all", () => {
  expect(FeedDaily.parse({ format: 1, day: "2026-01-05" })).toEqual({ format: 1, day: "2026-01-05" });
});
