import { beforeEach, expect, it, vi } from "vitest";
import { browser } from "wxt/browser";
import messages from "../../public/_locales/en/messages.json" with { type: "json" };
import { stampWords } from "./release-words.ts";

const texts = new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));

beforeEach(() => {
  vi.spyOn(browser.i18n, "getMessage").mockImplementation((key: string) => texts.get(key) ?? "");
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  return () => {
    vi.restoreAllMocks();
  };
});

const part = { sha256: "ab".repeat(32), files: 1 };
const release = {
  version: "0.1.0",
  directory: { ...part, version: "0123456789abcdef", sources: { "name-suggestion-index": "8.0.20260918" } },
  adapters: part,
  detector: part,
  sentiment: part,
};

it("an item found by this build says of what month the directory is and which adapters these are", () => {
  expect(stampWords({ extension: "0.1.0", directory: "0123456789abcdef" }, release)).toBe(
    "0.1.0 · directory 2026-09 (01234567) · adapters abababababab",
  );
});

it("an item found by another build says what it brought along, and nothing of this one", () => {
  expect(stampWords({ extension: "0.0.9", directory: "0123456789abcdef" }, release)).toBe(
    "0.0.9 · directory 01234567",
  );
  expect(stampWords({ extension: "0.1.0", directory: "ffff" }, release)).toBe("0.1.0 · directory ffff");
});
