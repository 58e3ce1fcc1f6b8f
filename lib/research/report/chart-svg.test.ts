// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { BarChart } from "./chart.ts";
import { printLook } from "./chart-look.ts";
import { chartSvg } from "./chart-svg.ts";
import { anExampleChart } from "./example-charts.ts";
import { escapeXml, fitText, textWidth, wrapText } from "./svg-text.ts";

const aBarChart: BarChart = {
  kind: "bars",
  id: "brands",
  title: "Brands",
  context: ["Returns study"],
  notes: [],
  bars: [
    { values: ["northwind.example"], label: "Northwind", count: 803, hue: 0 },
    { values: ["fabrikam.example"], label: "Fabrikam", count: 441, hue: 0 },
  ],
  words: { value: "Brand", count: "Items" },
};

/** What of a picture can be read, and how high its bars are. */
function read(svg: string): { readonly texts: string[]; readonly bars: number[]; readonly root: Element } {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(parsed.querySelector("parsererror")).toBeNull();
  const root = parsed.documentElement;
  return {
    root,
    texts: [...root.querySelectorAll("text")].map((text) => text.textContent),
    bars: [...root.querySelectorAll("rect")].slice(1).map((rect) => Number(rect.getAttribute("height"))),
  };
}

describe("a picture of a chart", () => {
  it("says what it shows, of what, and when it was made", () => {
    const { texts } = read(chartSvg(anExampleChart(), printLook));
    expect(texts).toEqual([
      "Items over time",
      "Returns study",
      "27 Nov 2026 · Backtalk 0.1.0",
      "Items",
      "- - Posts seen",
      "8",
      "100",
      "4",
      "50",
      "0",
      "0",
      "20 Nov",
      "21 Nov",
      "22 Nov",
      "Northwind",
      "Fabrikam",
      "12 without a date are counted on the day they were collected",
    ]);
  });

  it("draws heights that are honest: both scales begin at 0", () => {
    const { bars } = read(chartSvg(anExampleChart(), printLook));
    // 3 and 1 of 8, then 6 and 2 of 8, on 200 px; and two squares of the legend.
    expect(bars).toEqual([75, 25, 150, 50, 10, 10]);
  });

  it("has no second scale where a bar is a share of the posts seen already", () => {
    const { texts, root } = read(chartSvg(anExampleChart({ measure: "rate" }), printLook));
    expect(texts).toContain("Per 1,000 posts seen");
    expect(texts.join(" ")).not.toContain("- -");
    expect(root.querySelector("path")).toBeNull();
  });

  it("draws nothing of no items, and one day in the middle", () => {
    const none = anExampleChart({ starts: [], labels: [], seen: [], lines: [] });
    expect(read(chartSvg(none, printLook)).bars).toEqual([]);
    const one = anExampleChart({
      starts: [Date.UTC(2026, 10, 20)],
      labels: ["20 Nov"],
      seen: [9],
      lines: [{ label: "Items", hue: 0, counts: [2] }],
    });
    const { root } = read(chartSvg(one, printLook));
    const [, bar] = root.querySelectorAll("rect");
    expect(Number(bar?.getAttribute("width"))).toBe(48);
  });

  it("runs the other way where people read the other way", () => {
    const x = (svg: string): number =>
      Number(read(svg).root.querySelectorAll("rect")[1]?.getAttribute("x") ?? 0);
    const leftToRight = chartSvg(aBarChart, printLook);
    const rightToLeft = chartSvg(aBarChart, { ...printLook, direction: "rtl" });
    expect(x(leftToRight)).toBeLessThan(printLook.width / 2);
    expect(read(rightToLeft).root.getAttribute("direction")).toBe("rtl");
    expect(
      x(rightToLeft) + Number(read(rightToLeft).root.querySelectorAll("rect")[1]?.getAttribute("width")),
    ).toBe(printLook.width - x(leftToRight));
  });

  it("stands alone: no address, font or script of elsewhere", () => {
    const svg = chartSvg(anExampleChart(), printLook);
    expect(svg).not.toMatch(/href|url\(|@import|<script|<style/u);
    expect([...svg.matchAll(/https?:[^"]*/gu)].map(([address]) => address)).toEqual([
      "http://www.w3.org/2000/svg",
    ]);
  });

  it("is a small file whose every byte is known", () => {
    const [bar] = aBarChart.bars;
    expect(chartSvg({ ...aBarChart, bars: bar ? [bar] : [] }, { ...printLook, width: 200 }))
      .toMatchInlineSnapshot(`
      "<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100" role="img" aria-labelledby="title desc" xml:lang="en" direction="ltr" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"><title id="title">Brands</title><desc id="desc">Returns study</desc><rect width="100%" height="100%" fill="#ffffff"/><text x="16" y="32" fill="#1c1f23" font-size="16" font-weight="600">Brands</text><text x="16" y="50" fill="#565e66" font-size="12">Returns study</text><text x="16" y="75" fill="#1c1f23" font-size="12">Northwind</text><rect x="88.72" y="65" width="51.28" height="12" fill="#0b6b63"/><text x="146" y="75" fill="#565e66" font-size="12">803</text></svg>
      "
    `);
  });

  it("shows names as text, whatever they hold, and stays a readable file", () => {
    const name = '</text><script>alert("1")</script>\u0000\u202e\ud800 & Söhne';
    const { texts, root } = read(
      chartSvg({ ...aBarChart, title: name, bars: [{ values: [name], label: name, count: 1 }] }, printLook),
    );
    expect(root.querySelector("script")).toBeNull();
    expect(texts[0]).toBe('</text><script>alert("1")</script>\ufffd & Söhne');
  });

  it("cuts long names and keeps them whole in a title; what has no room is counted", () => {
    const label = "An extraordinarily long name of a brand, ".repeat(4);
    const bars = Array.from({ length: 45 }, (_, index) => ({
      values: [`${index}`],
      label,
      count: 45 - index,
    }));
    const { texts, root } = read(chartSvg({ ...aBarChart, bars }, printLook));
    expect(texts.some((text) => text.endsWith("…"))).toBe(true);
    expect(root.querySelector("text title")?.textContent).toBe(label);
    expect(texts.at(-1)).toBe("… 5 × Brand");
  });
});

describe("texts without a document to measure in", () => {
  it("count wide letters as wide", () => {
    expect(textWidth("日本", 10)).toBeGreaterThan(textWidth("ab", 10));
  });

  it("are cut and wrapped to a width", () => {
    expect(fitText("short", 100, 12)).toBe("short");
    expect(textWidth(fitText("much longer than that", 60, 12), 12)).toBeLessThanOrEqual(60);
    expect(wrapText("one two three", 60, 12)).toEqual(["one two", "three"]);
    expect(wrapText("  ", 60, 12)).toEqual([]);
  });

  it("lose what XML has no place for", () => {
    expect(escapeXml("a\u0008<b>\ufffe'\"")).toBe("a&lt;b&gt;&apos;&quot;");
  });
});
