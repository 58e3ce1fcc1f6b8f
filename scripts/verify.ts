import { readFileSync } from "node:fs";
import { verifyTokens, type Rejection, type TokenInput } from "../lib/reviews/token.ts";
import { ReviewsReply } from "../lib/schema/mangrove.ts";
import type { Review } from "../lib/model/review.ts";
import { standingsOf } from "./standings.ts";

/**
 * `npm run -s verify -- FILE.json`: verifies a recorded reply of a review server, an array of its entries, or an
 * array of tokens. Prints a table of what was rejected and why, and last one JSON line with the counts.
 */
function readTokens(json: unknown): readonly TokenInput[] {
  const list = Array.isArray(json) ? json : undefined;
  const entries = list?.map((entry: unknown) => (typeof entry === "string" ? { jwt: entry } : entry));
  return ReviewsReply.parse(entries ? { reviews: entries } : json).reviews;
}

function tableRow(cells: readonly string[]): string {
  const widths = [8, 16, 26, 0];
  return cells
    .map((cell, i) => cell.padEnd(widths[i] ?? 0))
    .join("  ")
    .trimEnd();
}

async function verifyFile(file: string): Promise<void> {
  const tokens = readTokens(JSON.parse(readFileSync(file, "utf8")));
  const position = new Map(tokens.map(({ jwt }, i) => [jwt, i + 1]));
  const rejected: { jwt: string; rejection: Rejection }[] = [];
  const reviews: Review[] = [];
  for await (const chunk of verifyTokens(tokens, { asOf: Math.floor(Date.now() / 1000) })) {
    reviews.push(...chunk.reviews);
    rejected.push(...chunk.rejected);
  }
  // Signed rightly, and still worth nothing: a change of a review whose key is another one.
  const { refused } = standingsOf(reviews);
  rejected.push(...refused.map(({ jwt }) => ({ jwt, rejection: { code: "other-author" } as const })));

  if (rejected.length > 0) console.log(tableRow(["token", "reason", "detail", "begins"]));
  for (const { jwt, rejection } of rejected) {
    const begins = (jwt.split(".")[2] ?? jwt).slice(0, 24);
    console.log(tableRow([`#${position.get(jwt)}`, rejection.code, rejection.detail ?? "", begins]));
  }
  console.log(JSON.stringify({ verified: tokens.length - rejected.length, rejected: rejected.length }));
}

const file = process.argv[2];
if (file === undefined) {
  console.error("Usage: npm run -s verify -- FILE.json");
  process.exitCode = 2;
} else {
  await verifyFile(file).catch((error: unknown) => {
    console.error(
      `${file} cannot be read as review tokens: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exitCode = 2;
  });
}
