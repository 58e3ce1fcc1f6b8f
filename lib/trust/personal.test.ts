import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Circles, ownShare, personalTrust } from "./personal.ts";

function world(
  follows: readonly string[],
  circles: Readonly<Record<string, readonly string[]>> = {},
  muted: readonly string[] = [],
): Circles {
  return { follows, circles: new Map(Object.entries(circles)), muted: new Set(muted) };
}

function trustIn(circles: Circles): Readonly<Record<string, number>> {
  return Object.fromEntries(personalTrust(circles));
}

const sum = (trust: ReadonlyMap<string, number>): number => [...trust.values()].reduce((a, b) => a + b, 0);

describe("trust from whom the person follows", () => {
  it("is shared equally where no circle is known", () => {
    expect(trustIn(world(["ann", "bob"]))).toEqual({ ann: 0.5, bob: 0.5 });
    expect(trustIn(world(["ann", "ann"]))).toEqual({ ann: 1 });
    expect(trustIn(world([]))).toEqual({});
  });

  it("flows on to friends of friends, who stay behind", () => {
    const trust = personalTrust(world(["ann"], { ann: ["cem", "dee"] }));
    expect(trust.get("cem")).toBeCloseTo(trust.get("dee") ?? 0, 12);
    expect(trust.get("ann")).toBeGreaterThan(trust.get("cem") ?? 1);
  });

  it("is more for someone whom two friends follow than for someone whom one follows", () => {
    const trust = personalTrust(world(["ann", "bob"], { ann: ["cem", "dee"], bob: ["cem", "eve"] }));
    expect(trust.get("cem")).toBeGreaterThan(trust.get("dee") ?? 1);
  });

  it("reaches nobody by way of somebody muted, and never them", () => {
    expect(trustIn(world(["ann", "bob"], { ann: ["cem"], bob: ["dee"] }, ["bob", "cem"]))).toEqual({
      ann: 1,
    });
  });

  it("cannot be made by strangers who follow each other, nor by one who follows themselves", () => {
    const ring = { x: ["y", "x"], y: ["z"], z: ["x"] };
    expect(trustIn(world(["ann"], ring))).toEqual({ ann: 1 });
    expect(trustIn(world(["ann"], { ann: ["ann"] }))).toEqual({ ann: 1 });
  });

  it("lets a friend who was fooled pass on no more than a bounded multiple of what she has", () => {
    // Bob follows a ring of a hundred that feeds itself: what reaches it leaks back with every step.
    const ring = Array.from({ length: 100 }, (_, i) => `x${i}`);
    const circles = { bob: ring, ...Object.fromEntries(ring.map((x) => [x, ring])) };
    const trust = personalTrust(world(["ann", "bob"], circles));
    const held = ring.reduce((total, x) => total + (trust.get(x) ?? 0), 0);
    const most = ((1 - ownShare) / ownShare) * (trust.get("bob") ?? 0);
    expect(held).toBeLessThanOrEqual(most + 1e-3);
    expect(Math.max(...ring.map((x) => trust.get(x) ?? 0))).toBeLessThan((trust.get("ann") ?? 0) / 10);
  });
});

describe("whatever the circles", () => {
  const name = fc.constantFrom("a", "b", "c", "d", "e", "f");
  const circles = fc.record({
    follows: fc.uniqueArray(name, { minLength: 1 }),
    circles: fc.array(fc.tuple(name, fc.array(name))).map((pairs) => new Map(pairs)),
    muted: fc.array(name, { maxLength: 2 }).map((list) => new Set(list)),
  });

  it("sums to one, or there is none", () => {
    fc.assert(
      fc.property(circles, (given) => {
        const trust = personalTrust(given);
        expect(trust.size === 0 ? 1 : sum(trust)).toBeCloseTo(1, 9);
        expect([...trust.keys()].some((author) => (given.muted as ReadonlySet<string>).has(author))).toBe(
          false,
        );
      }),
    );
  });

  it("does not depend on the order in which people and circles came", () => {
    fc.assert(
      fc.property(circles, (given) => {
        const turned = {
          ...given,
          follows: given.follows.toReversed(),
          circles: new Map(
            [...given.circles].toReversed().map(([who, people]) => [who, people.toReversed()]),
          ),
        };
        const [one, other] = [personalTrust(given), personalTrust(turned)];
        expect(other.size).toBe(one.size);
        for (const [author, amount] of one) expect(other.get(author)).toBeCloseTo(amount, 12);
      }),
    );
  });
});
