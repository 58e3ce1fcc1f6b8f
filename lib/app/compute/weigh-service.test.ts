import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { crowd, day, saidAbout, storeAll } from "../../../tests/support/crowd.ts";
import { type CommunityDatabase, openCommunity } from "../../db/community.ts";
import { replaceOfficialKeys } from "../../db/official-keys.ts";
import { CancelledError } from "../../errors.ts";
import { WeighService } from "./weigh-service.ts";

const shop = "https://kite.example";
const query = { keys: [shop], off: [] };
const { signal } = new AbortController();

let db: CommunityDatabase;
let service: WeighService;
let databases = 0;
beforeEach(() => {
  db = openCommunity(`weigh-${databases++}`);
  service = new WeighService(db, () => (day + 0.5) * 86_400_000);
});
afterEach(() => db.delete());

const advert = "Write to me at sale@cheap.example for the very best prices of all, today only, my friends.";

describe("what signals make of reviews", () => {
  it("is the plain score where nothing is unusual", async () => {
    await storeAll(db, crowd(shop, 12));
    const { plain, weighed, reasons, lighter } = await service.weigh(query, signal);
    expect(plain.kind).toBe("score");
    expect(weighed).toEqual(plain);
    expect([reasons, lighter]).toEqual([[], []]);
  });

  it("says of each review that weighs less how much it weighs, and why", async () => {
    await storeAll(db, [...crowd(shop, 12), saidAbout(shop, "seller", { stars: 5, opinion: advert })]);
    const { plain, weighed, reasons, lighter } = await service.weigh(query, signal);
    expect(weighed).not.toEqual(plain);
    expect(reasons).toEqual([{ signal: "spam-text", reason: "text-contact", params: {}, count: 1 }]);
    expect(lighter).toEqual([
      { id: expect.any(String), author: expect.any(String), weight: 0.3, reasons: [0] },
    ]);
  });

  it("leaves out what the person has switched off, and only that", async () => {
    await storeAll(db, [
      ...crowd(shop, 12),
      saidAbout(shop, "seller", { stars: 5, opinion: advert }),
      saidAbout(shop, "owner", { stars: 5, affiliated: true }),
    ]);
    const { reasons, lighter } = await service.weigh({ ...query, off: ["spam-text"] }, signal);
    expect(reasons.map((reason) => reason.signal)).toEqual(["affiliation"]);
    expect(lighter).toHaveLength(1);
    expect((await service.weigh(query, signal)).lighter).toHaveLength(2);
  });

  it("does not concern reviews without a voice", async () => {
    await storeAll(db, [...crowd(shop, 6), saidAbout(shop, "seller", { opinion: advert })]);
    const { reasons, lighter } = await service.weigh(query, signal);
    expect([reasons, lighter]).toEqual([[], []]);
  });

  it("takes a brand's proven keys for its own voice", async () => {
    const own = saidAbout(shop, "kite", { stars: 5 });
    await storeAll(db, [...crowd(shop, 6), own]);
    await replaceOfficialKeys(db, "https://feed.example", [{ author: own.author, brandId: "kite.example" }]);
    const { lighter } = await service.weigh(query, signal);
    expect(lighter.map((review) => review.author)).toEqual([own.author]);
  });

  it("is none of subjects that nobody speaks about", async () => {
    const { weighed } = await service.weigh({ keys: ["https://nobody.example"], off: [] }, signal);
    expect(weighed).toEqual({ kind: "few", voices: 0 });
  });

  it("costs nothing when asked again, and is worked out anew when a review arrives", async () => {
    await storeAll(db, crowd(shop, 8));
    const first = await service.weigh(query, signal);
    expect(await service.weigh(query, signal)).toBe(first);
    await storeAll(db, [saidAbout(shop, "late", { stars: 1 })]);
    const second = await service.weigh(query, signal);
    expect(second.plain).toMatchObject({ voices: expect.closeTo(9) });
  });

  it("ends soon after nobody waits for it any more", async () => {
    await storeAll(db, crowd(shop, 8));
    const controller = new AbortController();
    const asked = service.weigh(query, controller.signal);
    controller.abort();
    await expect(asked).rejects.toThrow(CancelledError);
    expect((await service.weigh(query, signal)).plain.kind).toBe("score");
  });
});
