import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { normVersion } from "./subjects.ts";

/** What decides a subject's reading form. Their text is enough: most changes of theirs change some subject's key. */
const sources = [
  "../model/tracking",
  "host",
  "other-schemes",
  "shop-rules",
  "social-profiles",
  "subjects",
  "tracking",
  "user-sites",
];

test("whoever changes the rules, the lists or the suffix list raises normVersion", () => {
  const hash = createHash("sha256");
  for (const name of sources) {
    const code = readFileSync(new URL(`${name}.ts`, import.meta.url), "utf8");
    // Comments and layout decide nothing.
    hash.update(
      code
        .replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")
        .replaceAll(/normVersion = \d+/g, "")
        .replaceAll(/\s+/g, ""),
    );
  }
  const suffixes = JSON.parse(
    readFileSync(new URL("../../node_modules/tldts/package.json", import.meta.url), "utf8"),
  ) as { version: string };
  // If any key may differ, raise `normVersion` (stored rows are rebuilt on people's machines); then `vitest -u`.
  expect({
    normVersion,
    suffixList: suffixes.version,
    rules: hash.digest("hex").slice(0, 12),
  }).toMatchInlineSnapshot(`
    {
      "normVersion": 2,
      "rules": "a9859964482f",
      "suffixList": "7.5.4",
    }
  `);
});
