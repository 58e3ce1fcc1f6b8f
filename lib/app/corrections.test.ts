import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Directory } from "../brands/directory.ts";
import type { CorrectBrand } from "../messages/ui.ts";
import type { Correction } from "../model/correction.ts";
import type { Resolution } from "../model/subject.ts";
import { createCorrections, privateCorrections, type CorrectionStore } from "./corrections.ts";

const url = "https://acme.example/";
const recognised: Resolution = {
  brand: {
    lens: "brand",
    brandId: "acme.example",
    name: "Acme",
    known: false,
    domain: "acme.example",
    keys: ["https://acme.example"],
    evidence: [{ code: "domain-only" }],
  },
};
const none: CorrectBrand = {
  scope: { kind: "site", siteKey: "acme.example" },
  to: { kind: "none" },
  isPrivate: false,
};

function world() {
  const rows = new Map<string, Correction>();
  const stored: CorrectionStore = {
    read: async (ids) => ids.flatMap((id) => rows.get(id) ?? []),
    save: async (correction) => void rows.set(correction.id, correction),
    remove: async (id) => void rows.delete(id),
  };
  const refresh = vi.fn<() => Promise<void>>(async () => undefined);
  const directory = { byName: async () => [], matchHost: async () => undefined } as unknown as Directory;
  let now = 0;
  const corrections = createCorrections({
    directory: async () => directory,
    keysOfPlace: async ({ name }) => [`geo:1,2?q=${name}`],
    stored,
    inMemory: privateCorrections(fakeBrowser.storage.session),
    refresh,
    now: () => ++now,
  });
  return { corrections, refresh, rows };
}

beforeEach(() => fakeBrowser.reset());

describe("saying that a brand is wrong", () => {
  it("is remembered, brings open tabs up to date, and tells what was said before", async () => {
    const { corrections, refresh, rows } = world();
    const first = await corrections.correct(none);
    expect(first).toMatchObject({ ok: true, value: { correction: { id: "site:acme.example", at: 1 } } });
    expect(first).not.toHaveProperty("value.before");
    const second = await corrections.correct({ ...none, to: { kind: "text", text: "Quillon" } });
    expect(second).toMatchObject({ value: { before: { to: { kind: "none" } } } });
    expect([...rows.values()]).toMatchObject([{ to: { kind: "brand", name: "Quillon" } }]);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it("changes what the page is about, and keeps what it was taken for", async () => {
    const { corrections } = world();
    expect(await corrections.apply(recognised, url, false)).toEqual({ resolution: recognised });
    await corrections.correct(none);
    expect(await corrections.apply(recognised, `${url}shoes`, false)).toMatchObject({
      resolution: {},
      recognised,
      corrections: [{ id: "site:acme.example" }],
    });
    await corrections.uncorrect({ id: "site:acme.example", isPrivate: false });
    expect(await corrections.apply(recognised, url, false)).toEqual({ resolution: recognised });
  });

  it("is refused for what is no name, and changes nothing", async () => {
    const { corrections, refresh, rows } = world();
    const result = await corrections.correct({ ...none, to: { kind: "text", text: "?!" } });
    expect(result).toMatchObject({ ok: false, error: { code: "refused", params: { reason: "no-brand" } } });
    expect(rows.size).toBe(0);
    expect(refresh).not.toHaveBeenCalled();
  });

  it("says whose account a page of a network is, and nothing about single posts", async () => {
    const { corrections } = world();
    const scope = { kind: "site", siteKey: "x.com/acmefan" } as const;
    await corrections.correct({ scope, to: { kind: "text", text: "acme.example" }, isPrivate: false });
    const at = async (address: string): Promise<unknown> =>
      (await corrections.apply({}, address, false)).resolution.brand?.brandId;
    expect(await at("https://x.com/acmefan")).toBe("acme.example");
    expect(await at("https://x.com/acmefan/status/1")).toBeUndefined();
    expect(await at("https://x.com/home")).toBeUndefined();
  });
});

describe("saying which place a page is about", () => {
  it("adds what people wrote about the place, until it is taken back", async () => {
    const { corrections } = world();
    const scope = { kind: "place", at: "acme.example" } as const;
    const to = { kind: "place", name: "acme", point: { latitude: 1, longitude: 2 } } as const;
    await corrections.correct({ scope, to, isPrivate: false });
    const { resolution, recognised: before } = await corrections.apply(recognised, `${url}contact`, false);
    expect(resolution.brand?.keys).toEqual(["https://acme.example", "geo:1,2?q=acme"]);
    expect(before).toEqual(recognised);
    await corrections.uncorrect({ id: "place:acme.example", isPrivate: false });
    expect(await corrections.apply(recognised, url, false)).toEqual({ resolution: recognised });
  });
});

describe("in a private window", () => {
  it("nothing reaches the disk, and other windows know nothing of it", async () => {
    const { corrections, rows } = world();
    await corrections.correct({ ...none, isPrivate: true });
    expect(rows.size).toBe(0);
    expect((await corrections.apply(recognised, url, true)).resolution).toEqual({});
    expect((await corrections.apply(recognised, url, false)).resolution).toEqual(recognised);
    await corrections.uncorrect({ id: "site:acme.example", isPrivate: true });
    expect((await corrections.apply(recognised, url, true)).resolution).toEqual(recognised);
  });

  it("what was said before holds, until something else is said there", async () => {
    const { corrections } = world();
    await corrections.correct(none);
    expect((await corrections.apply(recognised, url, true)).resolution).toEqual({});
    const to = { kind: "text", text: "Quillon" } as const;
    await corrections.correct({ ...none, to, isPrivate: true });
    expect((await corrections.apply(recognised, url, true)).resolution.brand?.name).toBe("Quillon");
    expect((await corrections.apply(recognised, url, false)).resolution).toEqual({});
  });
});
