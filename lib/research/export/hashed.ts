import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** Where bytes go. */
export interface ByteSink {
  write(bytes: Uint8Array): void | Promise<void>;
}

/** Size and SHA-256 of what passes by: WebCrypto knows no hash that grows. */
export class Hashed {
  bytes = 0;
  readonly #hash = sha256.create();

  add(bytes: Uint8Array): void {
    this.bytes += bytes.byteLength;
    this.#hash.update(bytes);
  }

  hex(): string {
    return bytesToHex(this.#hash.digest());
  }
}
