import { describe, expect, it } from "vitest";
import type { Person } from "../model/person.ts";
import { nearPeople } from "./near-people.ts";

function followed(author: string, circle?: readonly string[]): Person {
  const people = circle?.map((member) => ({ author: member }));
  return { author, choice: "followed", at: 1, ...(people && { circle: { people, at: 1 } }) };
}
const muted = (author: string, circle?: readonly string[]): Person => ({
  ...followed(author, circle),
  choice: "muted",
});

describe("who is near", () => {
  it("is who is followed, and nobody else unless that is wanted", () => {
    const people = [followed("ann", ["cem"]), muted("bob")];
    expect(nearPeople(people, false)).toEqual({ nearness: new Map([["ann", 1]]), via: new Map() });
  });

  it("is also whom friends follow, behind the friends themselves, with who that is", () => {
    const { nearness, via } = nearPeople(
      [followed("ann", ["cem", "dee"]), followed("bob", ["cem", "ann"])],
      true,
    );
    expect(nearness.get("ann")).toBe(1);
    expect(nearness.get("bob")).toBe(1);
    expect(nearness.get("cem")).toBeLessThan(1);
    expect(nearness.get("cem")).toBeGreaterThan(nearness.get("dee") ?? 1);
    expect(via).toEqual(
      new Map([
        ["cem", ["ann", "bob"]],
        ["dee", ["ann"]],
      ]),
    );
  });

  it("is never who is muted, nor whom the muted follow", () => {
    const { nearness } = nearPeople([followed("ann", ["bob", "cem"]), muted("bob", ["dee"])], true);
    expect([...nearness.keys()].toSorted()).toEqual(["ann", "cem"]);
  });
});
