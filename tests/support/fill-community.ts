import type { Page } from "@playwright/test";
import { packReviews } from "../../lib/columns/columns.ts";
import type { EffectiveRow, TokenRow } from "../../lib/db/community-rows.ts";

/** A tenth of all, but at most this many are about northwind.example. */
const mostOfOne = 10_000;

/**
 * Fills the community database through an extension page with `reviews` rows as the background writes them: a tenth
 * of them, but at most 10 000, about northwind.example (packed columns included) and the rest in nines about others.
 */
export async function fillCommunity(page: Page, reviews: number): Promise<void> {
  const largest = Math.min(reviews / 10, mostOfOne);
  const { buffer } = packReviews(
    Array.from({ length: largest }, (_, index) => ({
      id: index.toString(16).padStart(32, "0"),
      author: index.toString(16).padStart(32, "0"),
      issuedAt: 1_700_000_000 + index,
      rating: 75,
      traits: 0,
      textLength: 200,
      helpful: 0,
    })),
  );
  await page.evaluate(fill, { reviews, largest, packed: Buffer.from(buffer).toString("base64") });
}

/** Runs in the page, by its text. */
async function fill({
  reviews,
  largest,
  packed,
}: {
  readonly reviews: number;
  readonly largest: number;
  readonly packed: string;
}): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open("community");
    request.addEventListener("success", () => resolve(request.result));
  });
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- This function runs in the page, by its text.
  const hex = (value: number): string => value.toString(16).padStart(32, "0");
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
  const transaction = database.transaction("columns", "readwrite");
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  transaction
    .objectStore("columns")
    .put({ subjectKey: "https://northwind.example", revision: 1, packed: bytes.buffer });
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  database.close();
}
