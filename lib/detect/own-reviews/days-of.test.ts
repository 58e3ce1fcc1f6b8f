import { describe, expect, it } from "vitest";
import { daysOf } from "./days-of.ts";

const day = (iso: string): number => Date.parse(iso) / 86_400_000;
const nothing = (): undefined => undefined;

describe("the days of a page's reviews", () => {
  it("stand in attributes whatever hour and zone follow", () => {
    expect(daysOf(["2021-03-02 23:22:33 UTC", "2021-03-02", "2021-03-02T10:00:00+09:00"], nothing)).toEqual(
      Array.from({ length: 3 }, () => day("2021-03-02")),
    );
  });

  it("tell by one of them which figure is the month", () => {
    expect(daysOf(["03/05/2024", "05/14/2024"], nothing)).toEqual([day("2024-03-05"), day("2024-05-14")]);
    expect(daysOf(["03/05/24", "14/05/24"], nothing)).toEqual([day("2024-05-03"), day("2024-05-14")]);
  });

  it("are unknown where none tells it, or two contradict each other", () => {
    expect(daysOf(["03/05/2024", "04/05/2024"], nothing)).toEqual([undefined, undefined]);
    expect(daysOf(["03/15/2024", "15/03/2024"], nothing)).toEqual([undefined, undefined]);
  });

  it("are none where there is no such day", () => {
    expect(daysOf(["2021-02-30", "0021-01-01", "31/31/2024", undefined, ""], nothing)).toEqual(
      Array.from({ length: 5 }, nothing),
    );
  });

  it("in words are read by whoever knows the words", () => {
    expect(daysOf(["May 3, 2024"], (text) => text.length)).toEqual([11]);
  });
});
