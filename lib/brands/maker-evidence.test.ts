import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makerPlaces, type MakerName, type MakerPlace } from "../model/product-page.ts";
import { likelyMakers, makerThreshold, surestMaker, type EvidenceContext } from "./maker-evidence.ts";

const context: EvidenceContext = {
  words: ["Kite Trail 2 running shoe", "Buy Kite Trail 2 | Harbour"],
  sellers: ["Harbour"],
};
const seen = (...places: readonly (readonly [MakerPlace, string])[]): readonly MakerName[] =>
  places.map(([place, name]) => ({ place, name, count: 1 }));
const surest = (makers: readonly MakerName[], around = context): string | undefined =>
  surestMaker(likelyMakers(makers, around))?.name;

describe("the maker", () => {
  it("is who a label names, even where the title does not", () => {
    expect(surest(seen(["row", "Crane"]))).toBe("Crane");
    expect(surest(seen(["company-row", "Crane GmbH"]))).toBe("Crane GmbH");
    expect(surest(seen(["byline", "Crane"]))).toBe("Crane");
  });

  it("is who several weaker places agree on", () => {
    expect(surest(seen(["link", "Kite"]))).toBe("Kite");
    expect(surest(seen(["link", "Crane"]))).toBeUndefined();
    expect(surest(seen(["crumb", "Kite"]))).toBeUndefined();
    expect(surest(seen(["crumb", "Kite"], ["logo", "KITE"], ["beside", "kite"]))).toBe("Kite");
  });

  it("is the brand rather than the company, and the first label rather than the next", () => {
    expect(surest(seen(["company-row", "Crane Holding"], ["row", "Kite"]))).toBe("Kite");
    expect(surest(seen(["row", "Kite"], ["row", "Heron"]))).toBe("Kite");
    expect(surest(seen(["row", "Crane"], ["row", "Heron"]))).toBe("Crane");
  });

  it("is nobody where two are as likely", () => {
    expect(surest(seen(["byline", "Crane"], ["company-row", "Heron"]))).toBeUndefined();
  });

  it("is the shop only where the page states it", () => {
    expect(surest(seen(["link", "Harbour"], ["logo", "Harbour"], ["state", "Harbour"]))).toBeUndefined();
    expect(surest(seen(["row", "Harbour"]))).toBe("Harbour");
  });

  it("is not found among the names on recommendations", () => {
    const others = ["Crane", "Heron", "Finch", "Lark", "Wren"];
    expect(surest(others.map((name) => ({ place: "state", name, count: 9 })))).toBeUndefined();
    const all = [...others, "Kite"].flatMap((name) => seen(["state", name], ["link", name]));
    expect(surest(all)).toBe("Kite");
  });

  it("is found in titles of languages without spaces", () => {
    const words = ["凧工房の軽量シューズ"];
    expect(surest(seen(["link", "凧工房"]), { words, sellers: [] })).toBe("凧工房");
  });
});

describe("confidence", () => {
  const name = fc.constantFrom("Kite", "Crane", "Harbour", "Heron & Sons", "凧");
  const makers = fc.array(
    fc.record({ place: fc.constantFrom(...makerPlaces), name, count: fc.integer({ min: 1, max: 99 }) }),
    { maxLength: 30 },
  );

  it("is a probability, whatever was found", () => {
    fc.assert(
      fc.property(makers, (found) => {
        for (const { confidence } of likelyMakers(found, context)) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThan(1);
        }
      }),
    );
  });

  it("of the one that is told reaches the threshold", () => {
    fc.assert(
      fc.property(makers, (found) => {
        const maker = surestMaker(likelyMakers(found, context));
        expect(maker === undefined || maker.confidence >= makerThreshold).toBe(true);
      }),
    );
  });
});
