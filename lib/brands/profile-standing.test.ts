import { describe, expect, it } from "vitest";
import type { ProfileHeader, SiteClaim } from "../model/profile.ts";
import { accountAt } from "./account-page.ts";
import type { BrandEntry, HostMatch } from "./directory.ts";
import { disowning } from "./disowning.ts";
import { foldName } from "./fold-name.ts";
import { outboundLink } from "./outbound-link.ts";
import { profileStanding, type ProfileFindings } from "./profile-standing.ts";

const tessera = {
  id: "tessera.example",
  name: "Tessera",
  aliases: [],
  domains: ["tessera.example"],
  handles: { twitter: ["tessera"] },
} as unknown as BrandEntry;
const directory = {
  byHandle: async (platform: string, handle: string) =>
    platform === "twitter" && handle === "tessera" ? tessera : undefined,
  byName: async (name: string) => (foldName(name) === "tessera" ? [tessera] : []),
  matchHost: async (host: string): Promise<HostMatch | undefined> => {
    if (host === "tessera.example" || host.endsWith(".tessera.example"))
      return { entry: tessera, how: "primary", domain: "tessera.example" };
    return host === "tessera.test.de" ? { entry: tessera, how: "country-site", domain: host } : undefined;
  },
};

function standing(
  url: string,
  header: Partial<ProfileHeader> = {},
  claims: readonly SiteClaim[] = [],
): Promise<ProfileFindings> {
  const profile = accountAt(url);
  if (!profile) throw new Error(`${url} is no account`);
  return profileStanding({ profile, header: { url, links: [], ...header }, claims }, directory);
}

const codes = ({ standing: { evidence } }: ProfileFindings): string[] => evidence.map(({ code }) => code);
const claim = (changes: Partial<SiteClaim> = {}): SiteClaim => ({
  profile: "instagram.com/quillon.paper",
  site: "quillon.example",
  name: "Quillon",
  brandId: "quillon.example",
  known: false,
  ...changes,
});

describe("a brand's own profile", () => {
  it("is one that the directory lists", async () => {
    const found = await standing("https://x.com/Tessera", { name: "Tessera" });
    expect(found).toMatchObject({
      standing: { verdict: "own", brandName: "Tessera" },
      brand: { brandId: "tessera.example", known: true },
    });
    expect(codes(found)).toEqual(["handle-listed"]);
  });

  it("is one whose handle is the brand's domain", async () => {
    const found = await standing("https://bsky.app/profile/shoes.tessera.example");
    expect(found.standing.verdict).toBe("own");
    expect(codes(found)).toContain("handle-domain");
  });

  it("is one that links to a site which names it, though no directory has either", async () => {
    const links = ["https://l.instagram.com/?u=https%3A%2F%2Fwww.quillon.example%2Fshop%3Fx%3D1&e=AT"];
    const found = await standing("https://www.instagram.com/quillon.paper/", { links }, [claim()]);
    expect(found).toMatchObject({
      standing: { verdict: "own", brandName: "Quillon" },
      brand: { brandId: "quillon.example", known: false, subject: "https://quillon.example" },
    });
    expect(codes(found)).toEqual(["handle-not-listed", "linked-from-site", "links-to-site"]);
  });

  it("is one that the brand's own site in the directory names, links or not", async () => {
    const named = claim({ site: "tessera.example", brandId: "tessera.example", known: true });
    const found = await standing("https://www.instagram.com/tessera.home/", {}, [named]);
    expect(found).toMatchObject({
      standing: { verdict: "own" },
      brand: { brandId: "tessera.example", known: true },
    });
  });

  it("is one of the brand's name and site that bears a mark which is not for sale", async () => {
    const header = { name: "Tessera", links: ["https://tessera.example/"], mark: "Verified" };
    expect((await standing("https://www.tiktok.com/@tessera.tv", header)).standing.verdict).toBe("own");
  });
});

describe("an account on a server of Mastodon's", () => {
  const header = { name: "Tessera", links: ["https://tessera.example/"], mark: "Ownership was checked" };

  it("is the brand's own where the server saw the brand's site link back", async () => {
    const found = await standing("https://pond.example/@tessera", header);
    expect(found).toMatchObject({ standing: { verdict: "own", brandName: "Tessera" } });
    expect(codes(found)).toEqual(["handle-not-listed", "links-to-site", "mark"]);
  });

  it("is the brand's own where the brand's site names it", async () => {
    const named = claim({ site: "tessera.example", brandId: "tessera.example", known: true });
    expect((await standing("https://pond.example/@shoes", {}, [named])).standing.verdict).toBe("own");
  });

  it("is not the brand's for standing on a server of the brand's, or for its name elsewhere", async () => {
    for (const url of ["https://social.tessera.example/@anna", "https://pond.example/@a@tessera.example"])
      expect((await standing(url, { name: "Anna" })).standing.verdict).toBe("unknown");
  });
});

describe("what proves nothing", () => {
  const header = { name: "Tessera", links: ["https://tessera.example/"] };

  it.each([
    ["a name alone", "https://x.com/tessera_deals", { name: "Tessera" }],
    ["a link to the brand", "https://x.com/tessera_deals", header],
    ["a mark that is for sale", "https://x.com/tessera_deals", { ...header, mark: "Verified account" }],
    ["a mark without the site", "https://www.tiktok.com/@tessera.tv", { name: "Tessera", mark: "Verified" }],
    [
      "a mark under another name",
      "https://www.tiktok.com/@anna",
      { ...header, name: "Anna", mark: "Verified" },
    ],
    ["a guessed country site", "https://bsky.app/profile/tessera.test.de", {}],
  ])("%s leaves it open", async (_, url, seen) => {
    const found = await standing(url, seen);
    expect(found.standing.verdict).toBe("unknown");
    expect(found.brand).toBeUndefined();
  });

  it("a site that names a profile which does not link back", async () => {
    const found = await standing("https://www.instagram.com/quillon.paper/", {}, [claim()]);
    expect(found.standing.verdict).toBe("unknown");
    expect(codes(found)).toContain("linked-from-site");
  });

  it("says that a mark is for sale where it is", async () => {
    expect(codes(await standing("https://x.com/tessera_deals", { mark: "Verified" }))).toContain("mark-sold");
    expect(codes(await standing("https://www.youtube.com/@tessera", { mark: "Verified" }))).toContain("mark");
  });
});

describe("a fan's, parody's or critic's profile", () => {
  it.each([
    ["https://x.com/tesserafans", { name: "Tessera Fans" }],
    ["https://x.com/someone", { name: "Unofficial Tessera Fan Club" }],
    ["https://x.com/tessera_sucks", { name: "Angry people" }],
    ["https://x.com/tesserahq", { name: "Tessera", description: "Parody account." }],
    [
      "https://www.instagram.com/tessera_de/",
      { name: "Tessera", description: "Nicht verbunden mit der Firma." },
    ],
    ["https://x.com/tessera_jp", { name: "Tessera 非公式" }],
    ["https://x.com/tessera_ru", { name: "Tessera", description: "Неофициальная страница" }],
  ])("is about the brand, and not the brand's: %s", async (url, header) => {
    const found = await standing(url, header);
    expect(found).toMatchObject({ standing: { verdict: "fan", brandName: "Tessera" } });
    expect(found.brand?.evidence).toMatchObject([{ code: "profile-fan" }]);
  });

  it("is nobody's where no brand of that name is known", async () => {
    const found = await standing("https://x.com/kitefans", { name: "Kite Fans" });
    expect(found).toMatchObject({ standing: { verdict: "unknown" } });
    expect(found.brand).toBeUndefined();
  });

  it("is not what a person or a brand says in passing", async () => {
    for (const [name, description] of [
      ["Anna", "Huge Tessera fan, mother of two"],
      ["Tessera Support", "We are here for our fans. Beware of scams."],
      ["Fanatics of Order", "We sell boxes"],
    ] as const)
      expect(disowning({ name, handle: "anna", description })).toBeUndefined();
  });

  it("does not turn a listed handle into somebody else's", async () => {
    const found = await standing("https://x.com/tessera", {
      name: "Tessera",
      description: "Not affiliated with Kite",
    });
    expect(found.standing.verdict).toBe("own");
  });
});

describe("links of profiles", () => {
  it.each([
    ["https://l.facebook.com/l.php?u=https%3A%2F%2Ftessera.example%2Fa&h=AT0", "https://tessera.example/a"],
    ["https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Ftessera.example", "https://tessera.example/"],
    ["https://www.tiktok.com/link/v2?aid=1&target=tessera.example", "https://tessera.example/"],
    ["https://tessera.example/?u=https://other.example", "https://tessera.example/?u=https://other.example"],
    ["https://l.facebook.com/l.php?u=javascript%3Aalert(1)", undefined],
    ["mailto:hello@tessera.example", undefined],
    [`https://tessera.example/${"a".repeat(5000)}`, undefined],
  ])("lead where they lead: %s", (link, expected) => {
    expect(outboundLink(link)).toBe(expected);
  });
});
