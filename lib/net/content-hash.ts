/** SHA-256 of `bytes` as 64 lower-case hex digits. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const hexTag = /^(?:W\/)?"(?:sha256[-:])?([0-9a-f]{32,64})"$/;
const base64Tag = /^(?:W\/)?"(?:sha256[-:])?([A-Za-z0-9_+/-]{43})=?"$/;

/**
 * Whether an entity tag is the SHA-256 of the body: in hex, whole or at least its first 16 bytes, or whole in
 * base64. Anything else could be made unique to one client and recognise it on the next visit.
 */
export async function isContentHash(etag: string, body: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const hex = hexTag.exec(etag)?.[1];
  if (hex !== undefined) return (await sha256Hex(body)).startsWith(hex);
  const base64 = base64Tag.exec(etag)?.[1];
  if (base64 === undefined) return false;
  return base64ToHex(base64) === (await sha256Hex(body));
}

function base64ToHex(text: string): string {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Array.from(binary, (char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}
