import { checksumOf } from "./checksum.ts";

/** What a file of ours begins with. */
interface SealedHead {
  readonly format: string;
  readonly version: number;
  /** Epoch ms. */
  readonly exportedAt: number;
}

/** Data as a JSON file with a checksum, which tells a damaged file from a whole one. */
export async function sealedFile(head: SealedHead, data: unknown): Promise<string> {
  // Through JSON once, so that the checksum is of what the file will hold.
  const plain = JSON.parse(JSON.stringify(data)) as unknown;
  return JSON.stringify({ ...head, checksum: await checksumOf(plain), data: plain }, undefined, 2);
}
