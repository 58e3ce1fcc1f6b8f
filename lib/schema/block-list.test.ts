import { describe, expect, it } from "vitest";
import { blockListLimits, ownBlockList } from "../model/block-list.ts";
import { readBlockList } from "./block-list.ts";

const author = "a".repeat(32);
const review = "b".repeat(32);
const list = { format: "backtalk-block-list", version: 1, title: "Spam in toys", entries: [{ author }] };

function read(changes: object): unknown {
  return readBlockList(JSON.stringify({ ...list, ...changes }));
}

const flawed = { ok: false, error: { code: "bad-shape", params: { reason: "format" } } };

describe("a block list's file", () => {
  it("names authors and reviews, each with a reason if it likes", () => {
    const entries = [{ author, reason: "sells pills" }, { review }];
    expect(read({ entries })).toMatchObject({ ok: true, value: { title: "Spam in toys", entries } });
  });

  it("may have fields of its own, which are not kept", () => {
    expect(read({ homepage: "https://x.example", entries: [{ author, name: "Ann" }] })).toEqual({
      ok: true,
      value: { ...list, entries: [{ author }] },
    });
  });

  it.each([
    ["another format", { format: "other" }],
    ["a later version", { version: 2 }],
    ["an id that is none", { entries: [{ author: "ann" }] }],
    ["an entry without an id", { entries: [{ reason: "because" }] }],
    [
      "more entries than anybody reads",
      { entries: Array.from({ length: blockListLimits.entries + 1 }, () => ({ author })) },
    ],
    ["an endless title", { title: "x".repeat(blockListLimits.title + 1) }],
  ])("is not taken with %s", (_, changes) => {
    expect(read(changes)).toEqual(flawed);
  });

  it("is not taken where it is no JSON", () => {
    expect(readBlockList("<html>")).toMatchObject({ error: { params: { reason: "json" } } });
  });
});

describe("what the person hides, as a list", () => {
  it("can be read by everyone, and holds ids alone", () => {
    const people = [
      { author, choice: "muted", name: "Ann", kid: "pem", at: 5 },
      { author: "c".repeat(32), choice: "followed", at: 6 },
    ] as const;
    const own = ownBlockList(people, [{ id: review, why: "reported", at: 7 }]);
    expect(own.entries).toEqual([{ author }, { review }]);
    expect(readBlockList(JSON.stringify(own))).toEqual({ ok: true, value: own });
  });
});
