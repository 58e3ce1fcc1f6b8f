import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { codeHues } from "./code-hues.ts";

/** Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const page = readFileSync("components/styles/page.css", "utf8");
const groundsOf = (name: string): readonly string[] =>
  new RegExp(`--bt-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`, "u").exec(page)?.slice(1) ?? [];

test.each(["bg", "surface", "sunken"])("ten hues stand out 3:1 on %s, light and dark", (name) => {
  const [light = "", dark = ""] = groundsOf(name);
  expect(codeHues).toHaveLength(10);
  for (const [onLight, onDark] of codeHues) {
    expect(contrast(onLight, light), onLight).toBeGreaterThanOrEqual(3);
    expect(contrast(onDark, dark), onDark).toBeGreaterThanOrEqual(3);
  }
});
