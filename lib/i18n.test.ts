import { readdirSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { browser } from "wxt/browser";
import messages from "../public/_locales/en/messages.json" with { type: "json" };
import { codeKey, formatAge, formatBytes, formatDuration, formatScore, t } from "./i18n.ts";

const defined = new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));
let direction = "ltr";

beforeEach(() => {
  direction = "ltr";
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  vi.spyOn(browser.i18n, "getMessage").mockImplementation((key: string) =>
    key === "@@bidi_dir" ? direction : (defined.get(key) ?? ""),
  );
});

describe("texts", () => {
  it("takes the form for the count, and writes numbers as the language does", () => {
    expect(t("reviews", { count: 1 })).toBe("1 review");
    expect(t("reviews", { count: 12_345 })).toBe("12,345 reviews");
  });

  it("keeps names from reordering the sentence around them", () => {
    expect(t("now_on", { name: "evil\u202enoitcerid" })).toBe("Now on evilnoitcerid");
    expect(t("now_on", { name: "דנה" })).toBe("Now on \u2068דנה\u2069");
    direction = "rtl";
    expect(t("now_on", { name: "Nike" })).toBe("Now on \u2068Nike\u2069");
  });

  it("does not read a name as a slot", () => {
    expect(t("now_on", { name: "{name} {count}" })).toBe("Now on {name} {count}");
  });

  it("names texts for codes", () => {
    expect(codeKey("problem", "rate-limited")).toBe("problem_rate_limited");
  });
});

describe("figures", () => {
  it("gives a span in its largest fitting unit, and never less than an hour", () => {
    const hour = 3600;
    expect([0, hour, 26 * hour, 72 * hour].map((seconds) => formatDuration(seconds))).toEqual([
      "1 hour",
      "1 hour",
      "26 hours",
      "3 days",
    ]);
  });

  const now = Date.UTC(2026, 4, 20, 12);

  it("says how long ago within a week, and the date beyond", () => {
    expect(formatAge(now - 3 * 86_400_000, now)).toBe("3 days ago");
    expect(formatAge(now + 9 * 3_600_000, now)).toBe("in 9 hours");
    expect(formatAge(Date.UTC(2026, 4, 3, 12), now)).toBe("May 3");
    expect(formatAge(Date.UTC(2024, 4, 3, 12), now)).toBe("May 3, 2024");
  });

  it("writes scores with one digit and sizes with a unit", () => {
    expect(formatScore(4)).toBe("4.0");
    expect(formatBytes(41_200)).toBe("41 kB");
    expect(formatBytes(79_747_000_000)).toBe("80 GB");
  });
});

function slots(key: string): string[] {
  const all = [...(defined.get(key) ?? "").matchAll(/\{(\w+)\}/g)].map(([, slot = ""]) => slot);
  return all.filter((slot) => slot !== "count");
}

/** Every key that code can ask for: literal ones, and those that begin like a template or a code's prefix. */
describe("the dictionary", () => {
  const folders = ["lib", "components", "entrypoints"];
  const sources = folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
    )
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.includes("/testing/"))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  const manifest = readFileSync("wxt.config.ts", "utf8");
  const literals = new Set([...sources.matchAll(/"([a-z][a-z0-9_]*)"/g)].map(([, key = ""]) => key));
  const prefixes = [
    ...[...sources.matchAll(/t\(\s*`([a-z_]+_)\$\{/g)].map(([, prefix = ""]) => prefix),
    ...[...sources.matchAll(/codeKey\(\s*"([a-z_]+)"/g)].map(([, prefix = ""]) => `${prefix}_`),
  ];
  const inManifest = new Set([...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key = ""]) => key));
  const pluralForm = /_(zero|one|two|few|many|other)$/;

  it("has no text that nothing shows", () => {
    const unused = [...defined.keys()].filter(
      (key) =>
        !literals.has(key) &&
        !literals.has(key.replace(pluralForm, "")) &&
        !inManifest.has(key) &&
        !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it("has every text that code names", () => {
    const asked = [...sources.matchAll(/\bt\(\s*"([a-z0-9_]+)"/g)].map(([, key = ""]) => key);
    const missing = [...asked, ...inManifest].filter(
      (key) => !defined.has(key) && !defined.has(`${key}_other`),
    );
    expect(missing).toEqual([]);
  });

  it("gives every plural both English forms, and every slot to both", () => {
    for (const key of defined.keys()) {
      if (!key.endsWith("_other") || key === "kind_other") continue;
      const one = key.replace(/_other$/, "_one");
      expect(defined.has(one), one).toBe(true);
      expect(slots(one), one).toEqual(slots(key));
    }
  });

  it("uses names that every browser takes", () => {
    for (const key of defined.keys()) expect(key).toMatch(/^\w+$/);
  });
});
