import { beforeEach, describe, expect, it, vi } from "vitest";
import { browser } from "wxt/browser";
import messages from "../../public/_locales/en/messages.json" with { type: "json" };
import { codeKey } from "../../lib/i18n.ts";
import { refusalReasons } from "../../lib/model/refusal.ts";
import { problemText } from "./problem-text.ts";

const defined = new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));

beforeEach(() => {
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  vi.spyOn(browser.i18n, "getMessage").mockImplementation((key: string) => defined.get(key) ?? "");
});

describe("refusals in words", () => {
  it("has words of its own for every reason, and none for reasons that are not given", () => {
    const named = refusalReasons.map((reason) => codeKey("refused", reason));
    const worded = [...defined.keys()].filter((key) => key.startsWith("refused_") && key !== "refused_words");
    expect(new Set(worded)).toEqual(new Set(named));
  });

  it.each(refusalReasons)("says what %s means", (reason) => {
    const text = problemText({ code: "refused", params: { reason } });
    expect(text).toBe(defined.get(codeKey("refused", reason)));
  });

  it("quotes a server's own words, cut to what fits", () => {
    const params = { reason: "http-400", text: `No such subject. ${"x".repeat(400)}` };
    const text = problemText({ code: "refused", params });
    expect(text).toMatch(/^The server says: “No such subject\. x+”$/);
    expect(text.length).toBeLessThan(330);
  });

  it("does not let a server speak for us", () => {
    const params = { reason: "http-403", text: "consent" };
    expect(problemText({ code: "refused", params })).toBe("The server says: “consent”");
  });
});

describe("being asked to wait", () => {
  it.each([
    [1, "The server asks for a pause: try again in 1 s."],
    [59_001, "The server asks for a pause: try again in 60 s."],
    [100_000, "The server asks for a pause: try again in 2 min."],
    [3_600_000, "The server asks for a pause: try again in 60 min."],
  ])("%i ms", (waitMs, words) => {
    expect(problemText({ code: "rate-limited", params: { waitMs } })).toBe(words);
  });

  it("says so where nobody knows for how long", () => {
    expect(problemText({ code: "rate-limited" })).toBe("The server asks for a pause.");
  });
});
