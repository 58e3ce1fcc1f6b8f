import { describe, expect, it } from "vitest";
import { barValue, chartTable, niceEnd, partsOf, ratePerThousand } from "./chart.ts";
import { chartCsv } from "./chart-csv.ts";
import { anExampleChart } from "./example-charts.ts";

describe("a rate per 1,000 posts seen", () => {
  it("is one where posts were seen", () => {
    expect(ratePerThousand(4, 40)).toBe(100);
  });

  it("is none where none were seen, or fewer than were kept: those came by another way", () => {
    expect(ratePerThousand(0, 0)).toBeUndefined();
    expect(ratePerThousand(5, 4)).toBeUndefined();
  });

  it("is shared out among the parts of a bar", () => {
    const chart = anExampleChart({ measure: "rate" });
    const [northwind, fabrikam] = chart.lines;
    expect(northwind && barValue(chart, northwind, 0)).toBe(75);
    expect(fabrikam && barValue(chart, fabrikam, 0)).toBe(25);
    expect(northwind && barValue(chart, northwind, 1)).toBe(0);
  });
});

describe("the table behind a chart", () => {
  it("has a row a step with all parts, the posts seen, and the rate where there is one", () => {
    expect(chartTable(anExampleChart())).toEqual({
      columns: ["Day", "Items", "Northwind", "Fabrikam", "Posts seen", "Per 1,000 posts seen"],
      rows: [
        ["20 Nov", 4, 3, 1, 40, 100],
        ["21 Nov", 0, 0, 0, 0, undefined],
        ["22 Nov", 8, 6, 2, 100, 80],
      ],
    });
  });

  it("names the parts only where bars have some", () => {
    const lines = [{ label: "Items", hue: 0, counts: [4, 0, 8] }];
    expect(chartTable(anExampleChart({ lines })).columns).toEqual([
      "Day",
      "Items",
      "Posts seen",
      "Per 1,000 posts seen",
    ]);
    expect(partsOf(anExampleChart({ lines }), 0)).toEqual([]);
    expect(partsOf(anExampleChart(), 0)).toEqual([
      ["Northwind", 3],
      ["Fabrikam", 1],
    ]);
  });

  it("rounds the shares of pairs", () => {
    const table = chartTable({
      kind: "bars",
      id: "pairs",
      title: "Named together",
      context: [],
      notes: [],
      bars: [
        { values: ["a", "b"], label: "A + B", count: 2, share: 2 / 3 },
        { values: ["a", "c"], label: "A + C", count: 1 },
      ],
      words: { value: "Brands", count: "Items", share: "Share" },
    });
    expect(table.rows).toEqual([
      ["A + B", 2, 0.667],
      ["A + C", 1, undefined],
    ]);
  });
});

describe("a chart as CSV", () => {
  it("begins with the day as programs read it", () => {
    expect(chartCsv(anExampleChart()).split("\r\n").slice(0, 3)).toEqual([
      'date,Day,Items,Northwind,Fabrikam,Posts seen,"Per 1,000 posts seen"',
      "2026-11-20,20 Nov,4,3,1,40,100",
      "2026-11-21,21 Nov,0,0,0,0,",
    ]);
  });

  it("keeps a name from being a formula, and quotes what needs it", () => {
    const csv = chartCsv({
      kind: "bars",
      id: "brands",
      title: "",
      context: [],
      notes: [],
      bars: [{ values: ["x"], label: '=HYPERLINK("https://evil.example","x")', count: 1 }],
      words: { value: "Brand", count: "Items" },
    });
    expect(csv).toBe('Brand,Items\r\n"\'=HYPERLINK(""https://evil.example"",""x"")",1\r\n');
  });
});

describe("the end of a scale", () => {
  it("is the next number whose half is whole", () => {
    expect([0, 1, 2, 3, 7, 9, 11, 41, 214, 1904].map(niceEnd)).toEqual([
      1, 1, 2, 4, 8, 10, 20, 60, 400, 2000,
    ]);
  });
});
