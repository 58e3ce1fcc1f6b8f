type Bytes = Uint8Array<ArrayBuffer>;

const urlAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const standardAlphabet = `${urlAlphabet.slice(0, 62)}+/`;
const invalid = 64;

function valuesOf(alphabet: string): Uint8Array {
  const values = new Uint8Array(128).fill(invalid);
  for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;
  return values;
}

const urlValues = valuesOf(urlAlphabet);
const standardValues = valuesOf(standardAlphabet);

function decode(text: string, values: Uint8Array): Bytes | undefined {
  const rest = text.length % 4;
  if (rest === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let written = 0;
  let pending = 0;
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const value = values[text.charCodeAt(i)] ?? invalid;
    if (value === invalid) return undefined;
    pending = ((pending << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[written++] = pending >> bits;
    }
  }
  // Bits that no byte takes up must be zero, or one value would have several spellings.
  return (pending & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}

/** Strict: no padding, no whitespace, no foreign letters, one spelling per value. Else `undefined`. */
export function decodeBase64Url(text: string): Bytes | undefined {
  return decode(text, urlValues);
}

/** Standard base64 with its padding, as inside PEM. Equally strict. */
export function decodeBase64(text: string): Bytes | undefined {
  if (text.length % 4 !== 0) return undefined;
  return decode(text.replace(/={1,2}$/, ""), standardValues);
}

export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export function hexOf(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}
