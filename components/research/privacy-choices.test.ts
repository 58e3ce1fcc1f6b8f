import { describe, expect, it } from "vitest";
import { choicesFor, privacyFaults, privacyOf, safestChoices } from "./privacy-choices.ts";

const key = { kty: "EC", crv: "P-256", x: "x", y: "y" };

describe("choices of protection", () => {
  it("begin with the safest", () => {
    expect(privacyOf(safestChoices, undefined)).toEqual({
      pseudonymise: true,
      keepMedia: false,
      audience: "public-only",
      retentionDays: 365,
    });
    expect(privacyFaults(safestChoices)).toEqual([]);
  });

  it("read from a collection are the collection's again", () => {
    const privacy = {
      pseudonymise: false,
      keepMedia: true,
      audience: "any",
      audienceNote: "agreed",
    } as const;
    expect(privacyOf(choicesFor(privacy), undefined)).toEqual(privacy);
    const sealed = { ...privacy, retentionDays: 30, sealTo: key };
    expect(privacyOf(choicesFor(sealed), key)).toEqual(sealed);
  });

  it("drop a reason that is no longer needed", () => {
    expect(privacyOf({ ...safestChoices, audienceNote: "agreed" }, undefined)).not.toHaveProperty(
      "audienceNote",
    );
  });

  it.each([
    [{ seal: true }, ["passphrase-short"]],
    [{ seal: true, passphrase: "eleven char", repeated: "eleven char" }, ["passphrase-short"]],
    [{ seal: true, passphrase: "twelve chars", repeated: "twelve char" }, ["passphrase-differs"]],
    [{ seal: true, passphrase: "twelve chars", repeated: "twelve chars" }, []],
    [{ seal: true, pseudonymise: false }, []],
    [{ audience: "any", audienceNote: "  " }, ["audience-note"]],
    [{ audience: "any", audienceNote: "members agreed" }, []],
  ] as const)("%o lack %o", (change, faults) => {
    expect(privacyFaults({ ...safestChoices, ...change })).toEqual(faults);
  });
});
