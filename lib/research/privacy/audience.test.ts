import { describe, expect, it } from "vitest";
import type { CollectionPrivacy } from "../../model/research/collection.ts";
import { mayKeep } from "./audience.ts";

const closed: CollectionPrivacy = { pseudonymise: true, keepMedia: false, audience: "public-only" };
const open = (audienceNote?: string): CollectionPrivacy => ({
  ...closed,
  audience: "any",
  ...(audienceNote === undefined ? {} : { audienceNote }),
});

describe("whether a collection may keep a post", () => {
  it.each([
    ["public", closed, true],
    ["unknown", closed, false],
    ["restricted", closed, false],
    ["public", open("members agreed"), true],
    ["unknown", open("members agreed"), true],
    ["restricted", open("members agreed"), true],
    ["unknown", open(), false],
    ["restricted", open("  "), false],
  ] as const)("%s under %o: %s", (audience, privacy, kept) => {
    expect(mayKeep({ audience }, { privacy })).toBe(kept);
  });
});
