import { describe, expect, it } from "vitest";
import { authorName, withProvenName } from "./name.ts";

const author = "c09c1234567890abcdef1234567890ab";
const official = { brandId: "kite.example", author };

describe("a key that is proven for a site", () => {
  it("goes by that site where it gives no name that can be shown", () => {
    expect(authorName(withProvenName({ author, official }))).toBe("kite.example");
    expect(authorName(withProvenName({ author, official, nickname: " \u202e " }))).toBe("kite.example");
  });

  it("keeps the name that it gives", () => {
    expect(authorName(withProvenName({ author, official, nickname: "Kite support" }))).toBe("Kite support");
  });

  it("is no other's: without a proof there is a piece of the key", () => {
    expect(authorName(withProvenName({ author }))).toBe("c09c…ab");
  });
});
