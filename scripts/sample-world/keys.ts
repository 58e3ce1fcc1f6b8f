import { createHash } from "node:crypto";
import { importBackup, type SigningKey } from "../../lib/reviews/keys.ts";

/** DER of a P-256 private key without its public half, up to the 32 bytes of the number (RFC 5958, RFC 5915). */
const pkcs8Prefix = Buffer.from(
  "3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420",
  "hex",
);

/**
 * A person's key, always the same for one seed. Node works out the public half on import. The numbers come
 * from a public seed, so nobody may rely on these keys for anything but samples.
 */
export async function sampleKey(seed: string, author: string): Promise<SigningKey> {
  const number = createHash("sha256").update(`backtalk sample world/${seed}/${author}`).digest();
  const pkcs8 = Buffer.concat([pkcs8Prefix, number]);
  const key = await crypto.subtle.importKey("pkcs8", pkcs8, { name: "ECDSA", namedCurve: "P-256" }, true, [
    "sign",
  ]);
  const imported = await importBackup(JSON.stringify(await crypto.subtle.exportKey("jwk", key)));
  if (!imported.ok) throw new Error(`No key for ${author}: ${imported.error}`);
  return imported.value;
}
