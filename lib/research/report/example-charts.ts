import type { ChartLine, TimeChart } from "./chart.ts";

const day = 86_400_000;
const first = Date.UTC(2026, 10, 20);

/** Three days of two brands, for tests. */
export function anExampleChart(changes: Partial<TimeChart> = {}): TimeChart {
  const lines: readonly ChartLine[] = [
    { value: "northwind.example", label: "Northwind", hue: 0, counts: [3, 0, 6] },
    { value: "fabrikam.example", label: "Fabrikam", hue: 1, counts: [1, 0, 2] },
  ];
  return {
    kind: "time",
    id: "time",
    title: "Items over time",
    context: ["Returns study", "27 Nov 2026 · Backtalk 0.1.0"],
    notes: ["12 without a date are counted on the day they were collected"],
    step: "day",
    measure: "items",
    starts: [first, first + day, first + 2 * day],
    labels: ["20 Nov", "21 Nov", "22 Nov"],
    lines,
    seen: [40, 0, 100],
    words: { step: "Day", items: "Items", seen: "Posts seen", rate: "Per 1,000 posts seen" },
    ...changes,
  };
}
