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
  const whole = text.length - rest;
  if (rest === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  const valueAt = (i: number): number => values[text.charCodeAt(i)] ?? invalid;
  let written = 0;
  let seen = 0;
  for (let i = 0; i < whole; i += 4) {
    const a = valueAt(i);
    const b = valueAt(i + 1);
    const c = valueAt(i + 2);
    const d = valueAt(i + 3);
    seen |= a | b | c | d;
    bytes[written++] = (a << 2) | (b >> 4);
    bytes[written++] = (b << 4) | (c >> 2);
    bytes[written++] = (c << 6) | d;
  }
  if (rest > 0) {
    const a = valueAt(whole);
    const b = valueAt(whole + 1);
    const c = rest === 3 ? valueAt(whole + 2) : 0;
    seen |= a | b | c;
    bytes[written++] = (a << 2) | (b >> 4);
    if (rest === 3) bytes[written] = (b << 4) | (c >> 2);
    // Bits that no byte takes up must be zero, or one value would have several spellings.
    if ((rest === 3 ? c & 0b11 : b & 0b1111) !== 0) return undefined;
  }
  return seen >= invalid ? undefined : bytes;
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
