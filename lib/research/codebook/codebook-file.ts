import { z } from "zod";
import type { Code, Codebook } from "../../model/research/coding.ts";
import type { Result } from "../../model/result.ts";
import { sealedFile } from "../../model/sealed-file.ts";
import { CodebookVersion, Codes } from "../../schema/research-codebook.ts";
import { readSealedFile } from "../../schema/sealed-file.ts";

const format = "backtalk-codebook";

/** A codebook to share, or to begin another collection with: codes, and nothing that was coded by them. */
export async function codebookFile({ version, codes, note }: Codebook, nowMs: number): Promise<string> {
  return sealedFile({ format, version: 1, exportedAt: nowMs }, { version, note, codes });
}

/** @returns `bad-shape` with a reason, as in `readSealedFile`. */
export async function readCodebookFile(text: string): Promise<Result<{ readonly codes: readonly Code[] }>> {
  const data = z.object({ version: CodebookVersion, note: z.string().max(5000), codes: Codes });
  return readSealedFile(text, { format, version: 1, data });
}

/** Codes of a file put into others: those with the same id take their place, the rest come last. */
export function mergedCodes(codes: readonly Code[], others: readonly Code[]): readonly Code[] {
  const byId = new Map(others.map((code) => [code.id, code]));
  const known = new Set(codes.map(({ id }) => id));
  return [...codes.map((code) => byId.get(code.id) ?? code), ...others.filter(({ id }) => !known.has(id))];
}
