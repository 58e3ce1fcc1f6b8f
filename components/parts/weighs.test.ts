import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { browser } from "wxt/browser";
import messages from "../../public/_locales/en/messages.json" with { type: "json" };
import { codeKey } from "../../lib/i18n.ts";
import { reasonGroups } from "../../lib/model/weighing-groups.ts";
import type { WeighReason } from "../../lib/model/weighing.ts";
import { signals } from "../../lib/trust/index.ts";
import { dayWords } from "./day-words.ts";
import {
  groupWords,
  reasonWords,
  sureWords,
  thresholdWords,
  voicesOf,
  weighReasons,
  weightWords,
} from "./weighs.ts";

const defined = new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));
const third = Date.UTC(2026, 4, 3) / 86_400_000;
const nextYear = Date.UTC(2027, 1, 1);

beforeEach(() => {
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  vi.spyOn(browser.i18n, "getMessage").mockImplementation((key: string) => defined.get(key) ?? "");
});

afterEach(() => vi.useRealTimers());

function reasonOf(reason: string, params: WeighReason["params"] = {}): WeighReason {
  return { signal: "any", reason, params, count: 1 };
}

/** A group of so many reviews, all for one reason. */
function lineOf(reason: WeighReason, count: number): string {
  const few = { kind: "few", voices: 0 } as const;
  const lighter = Array.from({ length: count }, (_, index) => ({
    id: `id${index}`,
    author: "author",
    weight: 0.5,
    reasons: [0],
  }));
  const [group] = reasonGroups({ plain: few, weighed: few, reasons: [reason], lighter });
  return group ? groupWords(group) : "";
}

describe("reasons in words", () => {
  it("are there for every reason that a signal gives, and for no others", () => {
    const folder = "lib/trust/signals";
    const sources = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, "utf8"));
    const given = sources.flatMap((source) =>
      [...source.matchAll(/(?:reason: |surplusFindings\()"([a-z-]+)"/g)].map(([, reason]) => reason),
    );
    expect([...weighReasons]).toEqual([...new Set(given)].toSorted((a = "", b = "") => a.localeCompare(b)));
  });

  it.each(weighReasons)(
    "tell %s of one and of many, and of a single review, with every number filled in",
    (reason) => {
      const told = reasonOf(reason, { from: third, to: third + 6, count: 31, usual: 4, stars: 5 });
      const words = [lineOf(told, 1), lineOf(told, 12), reasonWords(told)];
      expect(words[0]).toMatch(/^1 review weighs less: /);
      expect(words[1]).toMatch(/^12 reviews weigh less: /);
      for (const text of words) {
        expect(text).not.toMatch(/[{}]|weighs_|lighter_|unusual|fake|undefined/);
      }
    },
  );

  it("say when a burst was, how many came and how many are usual", () => {
    const day = { from: third, to: third, count: 31, usual: 3, stars: 5 };
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 1), toFake: ["Date"] });
    expect(lineOf(reasonOf("burst", day), 29)).toBe(
      "29 reviews weigh less: written in one burst, May 3 (31 came; usual: up to 3)",
    );
    expect(reasonWords(reasonOf("burst", day))).toBe(
      "one of 31 posted on May 3; usual: up to 3 a day. More of them than usual gave 5 stars",
    );
    expect(reasonWords(reasonOf("burst", { ...day, to: third + 6 }))).toMatch(
      /posted within May 3\s–\s9; usual: up to 3 in that time/,
    );
  });

  it("say that there is something unusual where a reason is unknown", () => {
    expect(reasonWords(reasonOf("from-tomorrow"))).toBe("an unusual pattern");
    expect(lineOf(reasonOf("from-tomorrow"), 2)).toBe("2 reviews weigh less: an unusual pattern");
  });
});

describe("days in words", () => {
  it("name the year only where it is another", () => {
    expect(dayWords({ from: third, to: third }, third * 86_400_000)).toBe("May 3");
    expect(dayWords({ from: third, to: third }, nextYear)).toBe("May 3, 2026");
  });
});

describe("weights and sureness in words", () => {
  it("never round a lighter review up to a full one, nor down to nothing", () => {
    expect([0.999, 0.4, 0.05, 0.0099].map((weight) => weightWords({ weight }))).toEqual([
      "Counts 99%",
      "Counts 40%",
      "Counts 5%",
      "Counts less than 1%",
    ]);
  });

  it("count voices rather too few than too many", () => {
    expect([4.999_999_999_9, 4.9, 84.2].map((voices) => voicesOf({ voices }))).toEqual([5, 4, 84]);
  });

  it("grow with the narrower interval, by its wider side", () => {
    const score = { kind: "score", score: 4.9, high: 5, voices: 9 } as const;
    expect([4.66, 4.5, 4].map((low) => sureWords({ ...score, low }))).toEqual([
      "quite sure",
      "fairly sure",
      "not very sure",
    ]);
  });
});

describe("signals in words", () => {
  it.each(signals.map((signal) => [signal.id, signal] as const))(
    "state what %s looks for and every threshold",
    (id, signal) => {
      expect(defined.get(codeKey("signal", id))).toBeTruthy();
      expect(defined.get(`${codeKey("signal", id)}_text`)).toBeTruthy();
      for (const [name, value] of Object.entries(signal.thresholds)) {
        if (name === "version") continue;
        expect(thresholdWords(name, value)).toMatch(/\d/);
        expect(thresholdWords(name, value)).not.toContain("threshold_");
      }
    },
  );

  it("write shares as per cent and the rest as it is", () => {
    expect(thresholdWords("chance", 0.001)).toBe(
      "So many would come by chance in less than 0.1% of all cases",
    );
    expect(thresholdWords("z", 2.24)).toContain("z = 2.24");
  });

  it("have no words for signals and thresholds that are gone", () => {
    const names = new Set(signals.flatMap(({ thresholds }) => Object.keys(thresholds)));
    const worded = [...defined.keys()].filter((key) => key.startsWith("threshold_"));
    expect(worded.filter((key) => !names.has(key.slice("threshold_".length)))).toEqual([]);
  });
});
