import { describe, expect, it } from "vitest";
import { estimateRecall } from "./recall.ts";

const session = { seen: 1100, kept: 90, notPublic: 10 };

describe("the estimated recall", () => {
  it("scales what was missed in the sample to all that did not match", () => {
    // One in a hundred of 1 000 others: ten were missed beside the 90 that were kept.
    const estimate = estimateRecall(session, { judged: 100, missed: 1 });
    expect(estimate).toMatchObject({ others: 1000, missed: 10 });
    expect(estimate?.recall).toBeCloseTo(0.9);
    // Wilson's interval of 1 in 100: 0.18 % to 5.45 %.
    expect(estimate?.high).toBeCloseTo(90 / (90 + 1.77), 3);
    expect(estimate?.low).toBeCloseTo(90 / (90 + 54.5), 2);
  });

  it("counts only what was rightly kept", () => {
    expect(estimateRecall(session, { judged: 100, missed: 1 }, 0.5)?.recall).toBeCloseTo(45 / 55);
  });

  it("says how little a sample without a miss tells", () => {
    const few = estimateRecall(session, { judged: 10, missed: 0 });
    const many = estimateRecall(session, { judged: 1000, missed: 0 });
    expect([few?.recall, many?.recall]).toEqual([1, 1]);
    expect(few!.low).toBeLessThan(0.3);
    expect(many!.low).toBeGreaterThan(0.95);
  });

  it("is none where nothing was judged, or nothing was found anywhere", () => {
    expect(estimateRecall(session, { judged: 0, missed: 0 })).toBeUndefined();
    expect(estimateRecall({ ...session, kept: 0 }, { judged: 10, missed: 0 })).toBeUndefined();
  });

  it("where the rule kept nothing at all is none of it", () => {
    expect(estimateRecall({ ...session, kept: 0 }, { judged: 10, missed: 5 })).toMatchObject({
      recall: 0,
      high: 0,
    });
  });
});
