import { describe, expect, it } from "vitest";
import { choicesOf, faultsOf, firstChoices, planOf } from "./record-choices.ts";

const all = ["bluesky", "mastodon", "reddit"];

describe("the choices of a recording", () => {
  it("begin with mentions that are likely, on every platform, for an hour, with a sample of the rest", () => {
    expect(faultsOf(firstChoices)).toEqual([]);
    expect(planOf(firstChoices, all)).toEqual({
      keep: { kind: "mentions", confidence: 0.57, brands: [] },
      sites: all,
      sampleRate: 0.05,
      minutes: 60,
    });
  });

  it("come back as they were left", () => {
    const left = {
      ...firstChoices,
      kind: "words" as const,
      words: "refund\n/late|lost/",
      sites: ["reddit"],
      minutes: 45,
      isOwnSpan: true,
    };
    expect(choicesOf(planOf(left, all), all)).toEqual(left);
  });

  it("name a brand by its id where its name is forgotten, and drop a platform that is gone", () => {
    const plan = {
      keep: { kind: "mentions", confidence: 0.8, brands: ["northwind.example"] },
      sites: ["gone", "reddit"],
      sampleRate: 0,
      minutes: 30,
    } as const;
    expect(choicesOf(plan, all)).toMatchObject({
      sure: 1,
      brands: [{ brandId: "northwind.example", name: "northwind.example" }],
      sites: ["reddit"],
      isOwnSpan: false,
    });
  });

  it("keep no sample of a rest that there is not", () => {
    expect(planOf({ ...firstChoices, kind: "everything" }, all).sampleRate).toBe(0);
  });

  it("take words line by line, each once", () => {
    const words = " refund \n\nrefund\n/late/";
    expect(planOf({ ...firstChoices, kind: "words", words }, all).keep).toEqual({
      kind: "words",
      words: ["refund", "/late/"],
    });
  });

  it.each([
    [{ kind: "words" as const, words: " \n" }, ["no-words"]],
    [{ sites: [] }, ["no-sites"]],
    [{ minutes: 0 }, ["minutes"]],
    [{ minutes: 10_081 }, ["minutes"]],
    [
      { kind: "words" as const, words: Array.from({ length: 501 }, (_, i) => `w${i}`).join("\n") },
      ["too-many-words"],
    ],
    [{ minutes: Number.NaN }, ["minutes"]],
    [{ minutes: 1.5 }, ["minutes"]],
  ])("%j are no plan: %j", (changes, faults) => {
    expect(faultsOf({ ...firstChoices, ...changes })).toEqual(faults);
  });
});
