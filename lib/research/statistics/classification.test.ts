import { describe, expect, test } from "vitest";
import { classificationOf } from "./classification.ts";
import { contingencyOf } from "./contingency.ts";

describe("how a method's classes agree with a person's", () => {
  test("accuracy with its interval, macro F1 over classes that count alike", () => {
    // By hand: F1 of a is 2·1/(2+1), of b 2·2/(2+3), of c 0.
    const said = [
      ["a", "a"],
      ["a", "b"],
      ["b", "b"],
      ["b", "b"],
      ["c", "b"],
    ] as const;
    const confusion = contingencyOf<string>(said, ["a", "b", "c"]);
    const found = classificationOf(confusion);
    expect(found?.accuracy.value).toBe(3 / 5);
    expect(found?.macroF1).toBeCloseTo((2 / 3 + 4 / 6 + 0) / 3, 10);
    expect(found?.n).toBe(5);
  });

  test("a class that nobody used does not count", () => {
    const confusion = contingencyOf([["a", "a"]], ["a", "b"]);
    expect(classificationOf(confusion)?.macroF1).toBe(1);
  });

  test("of nothing there is none", () => {
    expect(classificationOf(contingencyOf<string>([], ["a", "b"]))).toBeUndefined();
  });
});
