import {
  assert,
  boolean,
  constantFrom,
  integer,
  nat,
  property,
  record,
  string,
  uniqueArray,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { wholeOf } from "./item-filter.ts";
import { hashOf, stateOf, type WorkspaceState } from "./workspace-state.ts";

const words = uniqueArray(string({ maxLength: 12 }), { maxLength: 3 });
const filters = record(
  {
    text: string(),
    brands: words,
    sessions: words,
    authors: words,
    together: uniqueArray(string(), { minLength: 2, maxLength: 2 }),
    sentiments: uniqueArray(constantFrom("negative" as const, "unscored" as const)),
    from: integer(),
  },
  { requiredKeys: ["text", "brands", "sessions", "authors", "sentiments"] },
);
const states = record(
  {
    collection: string({ minLength: 1 }),
    filter: filters,
    order: constantFrom("time" as const, "confidence" as const),
    descending: boolean(),
    item: nat(),
  },
  { requiredKeys: ["collection", "filter", "order", "descending"] },
);

describe("the address of the workspace", () => {
  it("brings back what was shown", () => {
    assert(
      property(states, (made) => {
        const filter = { ...wholeOf(made.collection), ...made.filter };
        const state: WorkspaceState = { ...made, filter };
        expect(stateOf(hashOf(state))).toEqual(state);
      }),
    );
  });

  it("keeps an item without a brand apart from no filter at all", () => {
    const filter = { ...wholeOf("c"), brands: [""] };
    const hash = hashOf({ collection: "c", filter, order: "time", descending: true });
    expect(stateOf(hash).filter.brands).toEqual([""]);
    expect(stateOf("#collection=c").filter.brands).toEqual([]);
  });

  it("passes over what means nothing", () => {
    const state = stateOf("#collection=c&order=sideways&sentiment=furious&why=magic&from=soon&item=x&to=");
    expect(state).toEqual({ collection: "c", filter: wholeOf("c"), order: "time", descending: true });
  });

  it("is empty at first", () => {
    expect(stateOf("")).toEqual({ filter: wholeOf(""), order: "time", descending: true });
  });
});
