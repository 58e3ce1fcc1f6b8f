import { beforeEach, describe, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Directory } from "../brands/directory.ts";
import type { PageFacts, RawPage } from "../model/page.ts";
import type { ProfileHeader } from "../model/profile.ts";
import type { Resolution } from "../model/subject.ts";
import type { TabState } from "../model/tab-state.ts";
import { profileClaims } from "./profile-claims.ts";
import { createProfiles, type Recognised } from "./profiles.ts";

const directory = {
  byHandle: async () => undefined,
  byName: async () => [],
  matchHost: async () => undefined,
} as unknown as Directory;
const claims = profileClaims(fakeBrowser.storage.session);
const shop: Resolution = {
  brand: {
    lens: "brand",
    brandId: "quillon.example",
    name: "Quillon",
    known: false,
    domain: "quillon.example",
    keys: ["https://quillon.example"],
    evidence: [{ code: "site-name" }],
  },
};
const instagram = "https://www.instagram.com/quillon.paper/";
const sender = { tabId: 1, url: instagram, isPrivate: false };

function pageOf(url: string, changes: Partial<RawPage & PageFacts> = {}): RawPage & PageFacts {
  return {
    url,
    title: "Quillon",
    kind: "home",
    jsonLd: [],
    meta: [],
    links: [],
    microdata: [],
    claimedRatings: [],
    hasPassword: false,
    articleCount: 0,
    ...changes,
  };
}

function world(state?: Partial<TabState>) {
  const updates: (Recognised | undefined)[] = [];
  const profiles = createProfiles({
    parse: (raw) => (raw === "rubbish" ? undefined : (raw as ProfileHeader)),
    directory: async () => directory,
    claims,
    update: async (_tabId, _url, change) => void updates.push(await change(state as TabState)),
  });
  return { profiles, updates };
}

const siteNaming = pageOf("https://www.quillon.example/", {
  organization: {
    sameAs: [instagram, "https://www.instagram.com/quillon.paper", "https://x.com/quillon/status/1"],
  },
  links: [
    ["me", "https://bsky.app/profile/quillon.example"],
    ["author", "https://x.com/writer"],
  ],
});

beforeEach(() => fakeBrowser.reset());

describe("links in both directions", () => {
  it("are seen on two pages: the site names the profile, the profile names the site", async () => {
    const { profiles, updates } = world({ profile: { verdict: "unknown", evidence: [] }, resolution: {} });
    await profiles.recognise(siteNaming, siteNaming, shop, false);
    const first = pageOf(instagram);
    expect(await profiles.recognise(first, first, {}, false)).toMatchObject({
      profile: { verdict: "unknown" },
    });
    await profiles.report({ url: instagram, name: "Quillon", links: ["https://quillon.example"] }, sender);
    expect(updates).toMatchObject([
      {
        profile: { verdict: "own", brandName: "Quillon" },
        resolution: { brand: { brandId: "quillon.example" } },
      },
    ]);
  });

  it("keeps each profile that a site names once, and no posts, no authors, no strangers' word", async () => {
    const { profiles } = world();
    await profiles.recognise(siteNaming, siteNaming, shop, false);
    expect(await claims.of("instagram.com/quillon.paper")).toHaveLength(1);
    expect(await claims.of("bsky.app/profile/quillon.example")).toHaveLength(1);
    expect(await claims.of("x.com/quillon")).toEqual([]);
    expect(await claims.of("x.com/writer")).toEqual([]);
    // A brand that is only sold there did not say any of this.
    const elsewhere = pageOf("https://bazaar.example/p/1", {
      organization: { sameAs: ["https://x.com/bazaar"] },
    });
    await profiles.recognise(elsewhere, elsewhere, shop, false);
    expect(await claims.of("x.com/bazaar")).toEqual([]);
  });

  it("remembers nothing of private windows, what a site says now, and a few hundred at most", async () => {
    const { profiles } = world();
    await profiles.recognise(siteNaming, siteNaming, shop, true);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    await profiles.recognise(siteNaming, siteNaming, shop, false);
    const now = pageOf(siteNaming.url, { organization: { sameAs: ["https://x.com/quillon"] } });
    await profiles.recognise(now, now, shop, false);
    expect(await claims.of("instagram.com/quillon.paper")).toEqual([]);
    for (let index = 0; index < 40; index += 1) {
      const site = `s${index}.example`;
      const profile = { site, name: site, brandId: site, known: false };
      await claims.note(
        Array.from({ length: 20 }, (_, i) => ({ ...profile, profile: `x.com/${index}_${i}` })),
      );
    }
    const stored: Record<string, unknown> = await fakeBrowser.storage.session.get(null);
    expect(stored["profile-claims"]).toHaveLength(300);
    await claims.forget();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });
});

describe("what a page's reader tells", () => {
  it("must be of its own origin, and in shape", async () => {
    const { profiles, updates } = world();
    const elsewhere = { url: "https://x.com/tessera", links: [] };
    for (const raw of [elsewhere, "rubbish"])
      expect(await profiles.report(raw, sender)).toMatchObject({ ok: false, error: { code: "bad-shape" } });
    expect(updates).toEqual([]);
  });

  it("changes nothing on a page that is about no account", async () => {
    const { profiles, updates } = world({ resolution: shop });
    await profiles.report({ url: instagram, links: [] }, sender);
    expect(updates).toEqual([undefined]);
    expect(await profiles.recognise(siteNaming, siteNaming, shop, true)).toEqual({ resolution: shop });
  });
});
