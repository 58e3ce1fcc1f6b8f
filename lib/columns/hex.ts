const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Lower-case hex. `Uint8Array.toHex` is not in Node 24 yet, and this runs there in tests. */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += digits[byte];
  return text;
}

/** Writes the bytes of a hex string into `target` at `offset`; what is no hex digit counts as 0. */
export function writeHex(text: string, target: Uint8Array, offset: number): void {
  for (let at = 0; at + 1 < text.length; at += 2) {
    target[offset + at / 2] = Number.parseInt(text.slice(at, at + 2), 16);
  }
}
