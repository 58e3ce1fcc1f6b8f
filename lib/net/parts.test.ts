import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { backOffMs, nextAttemptAt } from "./back-off.ts";
import { isContentHash, sha256Hex } from "./content-hash.ts";
import { consentHostOf } from "./host-policy.ts";
import { hostAccess, originRule, originRuleInstaller } from "./origin-rule.ts";
import { retryAfterMs } from "./retry-after.ts";

describe("consentHostOf", () => {
  it.each([
    ["https://api.mangrove.reviews/reviews", "api.mangrove.reviews"],
    ["https://hub.example:8443/", "hub.example:8443"],
    ["https://hub.example:443/", "hub.example"],
    ["http://127.0.0.1:3000", "127.0.0.1:3000"],
    ["http://[::1]:3000", "[::1]:3000"],
    ["http://localhost:3000", "localhost:3000"],
    ["http://hub.localhost", "hub.localhost"],
  ])("%s is asked for as %s", (url, host) => expect(consentHostOf(url)).toBe(host));

  it.each([
    "http://hub.example/",
    "http://127.0.0.1.evil.example/",
    "http://localhost.evil.example/",
    "http://0.0.0.0/",
    "https://a:b@hub.example/",
    "wss://hub.example/",
    "javascript:alert(1)",
    "",
  ])("%s is never sent to", (url) => expect(consentHostOf(url)).toBeUndefined());
});

describe("retryAfterMs", () => {
  const now = Date.UTC(2026, 0, 1);
  it.each([
    ["0", 0],
    [" 30 ", 30_000],
    ["Thu, 01 Jan 2026 00:01:00 GMT", 60_000],
    ["Wed, 31 Dec 2025 23:59:00 GMT", 0],
    ["Fri, 01 Jan 2027 00:00:00 GMT", 86_400_000],
  ])("%s", (header, expected) => expect(retryAfterMs(header, now)).toBe(expected));

  it.each([null, "", "-5", "1.5", "2026-01-01", "Monday", "Infinity"])("%s says nothing", (header) => {
    expect(retryAfterMs(header, now)).toBeUndefined();
  });

  it("never throws and never asks for more than a day", () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const wait = retryAfterMs(header, now);
        expect(wait === undefined || (wait >= 0 && wait <= 86_400_000)).toBe(true);
      }),
    );
  });
});

describe("backOffMs", () => {
  const backOff = { baseMs: 1_000, capMs: 60_000 };

  it("lies between 0 and a bound that doubles up to the cap", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (n, r) => {
          const wait = backOffMs(n, () => r, backOff);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(Math.min(60_000, 1_000 * 2 ** (n - 1)));
        },
      ),
    );
    expect(backOffMs(1, () => 0.5, backOff)).toBe(500);
    expect(backOffMs(3, () => 0.5, backOff)).toBe(2_000);
    expect(backOffMs(99, () => 0.5, backOff)).toBe(30_000);
  });

  it("waits at least as long as the server asked", () => {
    const failure = { attempts: 1, nowMs: 10_000, waitMs: 5_000 };
    expect(nextAttemptAt(failure, () => 0, backOff)).toBe(15_000);
    expect(nextAttemptAt(failure, () => 0.5, backOff)).toBe(15_500);
  });
});

describe("isContentHash", () => {
  const body = new TextEncoder().encode("body");
  it("knows the body's hash in hex and base64, strong and weak, and nothing else", async () => {
    const hex = await sha256Hex(body);
    const base64 = Buffer.from(hex, "hex").toString("base64");
    const base64url = Buffer.from(hex, "hex").toString("base64url");
    const right = [hex, hex.slice(0, 32), `sha256-${hex}`, base64, base64url];
    for (const tag of right) expect(await isContentHash(`"${tag}"`, body), tag).toBe(true);
    expect(await isContentHash(`W/"${hex}"`, body)).toBe(true);
    const wrong = [`"${hex.slice(0, 16)}"`, hex, '"user-1"', `"${"0".repeat(64)}"`, `"${hex}0"`, ""];
    for (const tag of wrong) expect(await isContentHash(tag, body), tag).toBe(false);
  });
});

describe("the rule that drops Origin", () => {
  it("concerns only what this extension itself starts", () => {
    expect(originRule("abc").condition.initiatorDomains).toEqual(["abc"]);
    expect(originRule("abc").action.requestHeaders).toEqual([{ header: "origin", operation: "remove" }]);
  });

  it("is installed once, and again after a failure", async () => {
    const updateDynamicRules = vi
      .fn<(update: unknown) => Promise<void>>()
      .mockRejectedValueOnce(new Error("busy"))
      .mockResolvedValue();
    const install = originRuleInstaller({ updateDynamicRules }, "abc");
    await expect(install()).rejects.toThrow("busy");
    await Promise.all([install(), install()]);
    await install();
    expect(updateDynamicRules).toHaveBeenCalledTimes(2);
    expect(updateDynamicRules).toHaveBeenLastCalledWith({
      removeRuleIds: [1],
      addRules: [originRule("abc")],
    });
  });

  it("cannot work on a host that Firefox withholds, so such a host is not asked there", async () => {
    const contains = vi.fn<(asked: { origins: string[] }) => Promise<boolean>>().mockResolvedValue(false);
    const url = new URL("https://hub.example:8443/reviews");
    expect(await hostAccess({ contains }, "moz-extension://1f2e/")(url)).toBe(false);
    expect(contains).toHaveBeenCalledWith({ origins: ["https://hub.example/*"] });
    expect(await hostAccess({ contains }, "chrome-extension://abc/")(url)).toBe(true);
  });
});
