import { describe, expect, it } from "vitest";
import type { BrandEntry } from "./directory.ts";
import { siteOffer } from "./site-offer.ts";
import type { HostLookup } from "./site-owner.ts";

const entry: BrandEntry = {
  id: "chatter.com",
  name: "Chatter",
  aliases: [],
  domains: ["chatter.com", "chatter.social"],
  sharedDomains: [],
  handles: {},
};

const directory: HostLookup = {
  matchHost: async (host) => {
    if (host === "chatter.com") return { entry, how: "primary", domain: host };
    if (host === "chatter.social") return { entry, how: "domain", domain: host };
    if (host === "chatter.fr") return { entry, how: "country-site", domain: host };
    return undefined;
  },
};

describe("the site, where a page is about no brand", () => {
  it.each(["https://chatter.com/jane/status/5", "https://m.chatter.com/home?tab=2#top"])(
    "is offered whole, never the stranger whose page it is: %s",
    async (address) => {
      expect(await siteOffer(address, directory)).toMatchObject({
        name: "Chatter",
        subject: "https://chatter.com",
        known: true,
        evidence: [{ code: "own-site", detail: "chatter.com" }],
      });
    },
  );

  it("is known by its other domains", async () => {
    expect(await siteOffer("https://chatter.social/@jane", directory)).toMatchObject({
      name: "Chatter",
      evidence: [{ code: "other-domain" }],
    });
  });

  it("is called by its domain where the directory does not know it, or only guesses", async () => {
    expect(await siteOffer("https://www.chatter.fr/jane", directory)).toMatchObject({
      name: "chatter.fr",
      subject: "https://chatter.fr",
      keys: ["https://chatter.fr"],
      known: false,
    });
  });

  it("is one user's where each user has a host of their own", async () => {
    expect(await siteOffer("https://jane.github.io/notes", directory)).toMatchObject({
      subject: "https://jane.github.io",
    });
  });

  it.each([
    "http://192.168.0.1/",
    "http://localhost:3000/",
    "https://printer/",
    "about:blank",
    "no address",
    "https://co.uk/",
  ])("is nobody's: %s", async (address) => {
    expect(await siteOffer(address, directory)).toBeUndefined();
  });
});
