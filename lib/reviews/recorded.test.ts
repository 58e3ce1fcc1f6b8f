import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ReviewsReply } from "../schema/mangrove.ts";
import { standingsOf } from "../../scripts/standings.ts";
import { verifyTokens } from "./token.ts";
import type { Review } from "../model/review.ts";

/** Real replies of the public server, read in place where they are at hand. */
const folder = "../shared/recordings/mangrove";
const isHere = existsSync(folder);
const files = isHere ? readdirSync(folder).filter((file) => file.startsWith("reviews_")) : [];

async function verifyFile(
  file: string,
): Promise<{ reviews: readonly Review[]; rejected: number; total: number }> {
  const reply = ReviewsReply.parse(JSON.parse(readFileSync(`${folder}/${file}`, "utf8")));
  const { value: chunk } = await verifyTokens(reply.reviews).next();
  return {
    reviews: chunk?.reviews ?? [],
    rejected: chunk?.rejected.length ?? 0,
    total: reply.reviews.length,
  };
}

describe.skipIf(!isHere)("recorded replies", () => {
  it.each(files.length > 0 ? files : ["none"])("every token of %s verifies", async (file) => {
    const { reviews, rejected, total } = await verifyFile(file);
    expect(rejected).toBe(0);
    expect(reviews).toHaveLength(total);
    expect(total).toBeGreaterThan(0);
  });

  it("two hundred reviews say what they are", async () => {
    const { reviews } = await verifyFile("reviews_200.json");
    const kinds = Object.groupBy(reviews, ({ kind }) => kind);
    const counts = Object.fromEntries(Object.entries(kinds).map(([kind, list]) => [kind, list.length]));
    expect(counts).toEqual({ review: 175, vote: 21, reply: 2, edit: 2 });
    // One token is there twice.
    expect(new Set(reviews.map(({ id }) => id))).toHaveProperty("size", 199);
    expect(new Set(reviews.map(({ signatureKey }) => signatureKey))).toHaveProperty("size", 199);
  });

  it("edits apply where their original is among them, and wait where it is not", async () => {
    const { reviews } = await verifyFile("reviews_200.json");
    const { pending, refused, standing } = standingsOf(reviews);
    expect(refused).toEqual([]);
    expect(
      standing.filter(({ content, original }) => content !== original).length + pending.length,
    ).toBeGreaterThan(0);
    expect(
      new Set(standing.map(({ original }) => `${original.author} ${original.subject}`)).size,
    ).toBeLessThan(200);
  });
});
