import type { webcrypto } from "node:crypto";

declare global {
  // lib/reviews is written for browsers and Node alike; Node's types keep this one in a namespace.
  type CryptoKey = webcrypto.CryptoKey;
}
