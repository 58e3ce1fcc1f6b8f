import type { EffectiveRow, TokenRow } from "../../lib/db/community-rows.ts";

/**
 * Runs in an extension page: `reviews` rows as the background writes them, straight into the tables, a tenth of
 * them but at most 10 000 about northwind.example and the rest in nines about other brands.
 */
export async function fillCommunity(reviews: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open("community");
    request.addEventListener("success", () => resolve(request.result));
  });
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- This function runs in the page, by its text.
  const hex = (value: number): string => value.toString(16).padStart(32, "0");
  const largest = Math.min(reviews / 10, 10_000);
  for (let from = 0; from < reviews; from += 5000) {
    const transaction = database.transaction(["tokens", "effective", "summaries"], "readwrite");
    for (let index = from; index < Math.min(from + 5000, reviews); index++) {
      const site = index < largest ? "northwind.example" : `brand${Math.floor(index / 9)}.example`;
      const place = { subjectKey: `https://${site}`, siteKey: site };
      const common = { id: hex(index), author: hex(index), issuedAt: 1_700_000_000 + index, rating: 75 };
      const token: TokenRow = {
        ...common,
        ...place,
        kind: "review",
        subject: place.subjectKey,
        signature: `s${index}`,
        signatureKey: `s${index}`,
        kid: "-----BEGIN PUBLIC KEY----------END PUBLIC KEY-----",
        opinion: "Some words about it. ".repeat(10),
        images: [],
        metadata: { isGenerated: false, isAffiliated: false, isPersonalExperience: false },
        jwt: "x".repeat(700),
        addedFrom: "https://bench.example",
        storedAt: 1_800_000_000,
      };
      const effective: EffectiveRow = {
        ...common,
        ...place,
        traits: 0,
        textLength: 200,
        helpful: 0,
        confirmed: 0,
        replies: 0,
        flags: 0,
      };
      transaction.objectStore("tokens").put(token);
      transaction.objectStore("effective").put(effective);
      if (index < largest && index > 0) continue;
      const count = index === 0 ? largest : 9;
      transaction.objectStore("summaries").put({
        ...place,
        count,
        stars: [0, 0, 0, count, 0],
        rated: count,
        ratingSum: count * 75,
        withText: count,
        generated: 0,
        affiliated: 0,
        samples: 0,
        newestAt: 0,
        revision: 1,
      });
    }
    await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  }
  database.close();
}
