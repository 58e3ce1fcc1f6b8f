import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOfPlace, reviewedPlaces } from "./same-place.ts";
import { subjectKeyOf } from "./subjects.ts";

const here = { latitude: 53.5421, longitude: 9.9883 };
/** About 1.1 m north for each step. */
const north = (steps: number): number => here.latitude + steps * 1e-5;
const key = (name: string | undefined, steps: number): string =>
  subjectKeyOf(
    `geo:${north(steps)},${here.longitude}${name === undefined ? "" : `?q=${encodeURIComponent(name)}&u=30`}`,
  )!;
const found = (names: readonly string[], ...keys: string[]): (string | undefined)[] =>
  reviewedPlaces(here, names, keys).map(({ name }) => name);

describe("a reviewed place may be the one on the page", () => {
  it("by the same name within walking distance, whatever the accents, the legal form and the case", () => {
    expect(found(["Café Jörgensen GmbH"], key("cafe jorgensen", 900))).toEqual(["cafe jorgensen"]);
    expect(found(["Café Jörgensen"], key("Café Jörgensen", 3000))).toEqual([]);
  });

  it("by a name that says the same with fewer words, close by", () => {
    expect(found(["Bäckerei Kvist"], key("Kvist", 50))).toEqual(["kvist"]);
    expect(found(["Kvist"], key("Restaurant Kvist am Hafen", 50))).toHaveLength(1);
    expect(found(["Bäckerei Kvist"], key("Kvist", 800))).toEqual([]);
  });

  it("never by the kind of business alone", () => {
    expect(found(["Restaurant Kvist"], key("Restaurant Elbe", 5), key("The Restaurant", 5))).toEqual([]);
  });

  it("without a name at the very spot alone", () => {
    expect(found(["Kvist"], key(undefined, 10), key(undefined, 60))).toEqual([undefined]);
  });

  it("without a point on the page by its whole name, if that is long enough to mean something", () => {
    const keys = [key("Corner Café", 0), key("Bay", 0), key("The Other Corner", 0)];
    const names = ["Corner Café", "Bay"];
    expect(reviewedPlaces(undefined, names, keys)).toEqual([
      { name: "corner café", point: expect.objectContaining({ longitude: 9.9883 }), keys: [keys[0]] },
    ]);
  });
});

describe("places to choose from", () => {
  it("are one where people put one name at points that differ by a few steps", () => {
    const [place, ...others] = reviewedPlaces(here, ["Kvist"], [key("Kvist", 40), key("KVIST", 3)]);
    expect(others).toEqual([]);
    expect(place?.keys).toHaveLength(2);
    expect(Math.round(place!.metres!)).toBe(3);
  });

  it("come by name, then by distance, three at most", () => {
    const branches = [1200, 300, 700, 900].map((steps) => key("Kvist", steps));
    const candidates = reviewedPlaces(here, ["Kvist"], [key("Kvist Café", 2), ...branches]);
    expect(candidates.map(({ metres }) => Math.round(metres! / 100))).toEqual([3, 8, 10]);
  });

  it("are none among subjects that are no places", () => {
    expect(found(["Kvist"], "https://kvist.example", "urn:isbn:9780306406157", "geo:rubbish")).toEqual([]);
  });
});

describe("the place that was chosen", () => {
  it("keeps what is written about it later, under the same name nearby", () => {
    const [place] = reviewedPlaces(here, ["Kvist"], [key("Kvist", 0)]);
    const keys = [key("Kvist", 0), key("kvist", 90), key("Kvist", 900), key("Elbe", 1), key(undefined, 1)];
    expect(keysOfPlace(place!, keys)).toEqual(keys.slice(0, 2));
  });

  it("always has the reviews that it was chosen by", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.integer({ min: 0, max: 20 }), (name, steps) => {
        const keys = [key(name, steps)];
        for (const candidate of reviewedPlaces(here, [name], keys))
          expect(keysOfPlace(candidate, keys)).toEqual(keys);
      }),
    );
  });
});
