import type { SealKey } from "../../lib/research/privacy/seal-key.ts";
import { saveAsFile } from "../parts/save-as-file.ts";

/** Saves the private key, under its passphrase, to the downloads: from there on it is the researcher's alone. */
export function saveKeyFile({ file }: SealKey, collectionName: string): void {
  saveAsFile(new Blob([file], { type: "application/jose" }), `${fileName(collectionName)}-key.jwe`);
}

/** A name that every file system takes. */
export function fileName(name: string): string {
  const plain = name
    .normalize("NFKC")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "")
    .toLowerCase();
  return plain.slice(0, 60) || "collection";
}
