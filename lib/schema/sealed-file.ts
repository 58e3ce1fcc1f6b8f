import { z } from "zod";
import { checksumOf } from "../model/checksum.ts";
import { jsonOf } from "../model/json.ts";
import { ok, problem, type Result } from "../model/result.ts";

// A file comes from a disk, so it is as hostile as the network: everything has its type and its limit.
const mostBytes = 50_000_000;

/** A moment of a file; epoch ms. */
export const fileTime = z.number().int().min(0).max(8_640_000_000_000_000);

interface Layout<T> {
  readonly format: string;
  /** The newest version that is understood. */
  readonly version: number;
  readonly data: z.ZodType<T>;
}

/**
 * Reads a file that `sealedFile` of lib/model wrote.
 *
 * @returns `bad-shape` with a reason: `json`, `format`, `size`, `newer` (written by a later Backtalk), `checksum`
 *   (damaged) or `data`.
 */
export async function readSealedFile<T>(text: string, layout: Layout<T>): Promise<Result<T>> {
  if (text.length > mostBytes) return problem("bad-shape", { reason: "size" });
  const json = jsonOf(text);
  const file = headOf(layout.format).safeParse(json);
  if (!file.success) return problem("bad-shape", { reason: json === undefined ? "json" : "format" });
  const { version, checksum, data } = file.data;
  if (version > layout.version) return problem("bad-shape", { reason: "newer" });
  if ((await checksumOf(data)) !== checksum) return problem("bad-shape", { reason: "checksum" });
  const parsed = layout.data.safeParse(data);
  return parsed.success ? ok(parsed.data) : problem("bad-shape", { reason: "data" });
}

function headOf(format: string) {
  return z.object({
    format: z.literal(format),
    version: z.number().int(),
    exportedAt: fileTime,
    checksum: z.string(),
    // Kept as it is until its checksum is known to hold: a schema would drop what it does not name.
    data: z.unknown(),
  });
}
