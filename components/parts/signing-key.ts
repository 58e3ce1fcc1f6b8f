import type { KeyRow } from "../../lib/db/personal-rows.ts";
import type { SigningKey } from "../../lib/reviews/keys.ts";

/** A stored key as signing takes it. */
export function signingKeyOf({ author, kid, privateKey, publicJwk: { x = "", y = "" } }: KeyRow): SigningKey {
  const publicJwk = { crv: "P-256", ext: true, key_ops: ["verify"], kty: "EC", x, y } as const;
  return { author, kid, privateKey, publicJwk };
}
