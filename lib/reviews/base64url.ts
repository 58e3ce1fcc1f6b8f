import { err, ok, type Result } from "../model/result.ts";

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

function decodedLength(text: string): number {
  return Math.floor((text.length * 3) / 4);
}

/** Fills the beginning of `bytes`; false where the text is not strict. */
function decodeInto(bytes: Uint8Array, text: string, values: Uint8Array): boolean {
  const rest = text.length % 4;
  const whole = text.length - rest;
  if (rest === 1) return false;
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
    if ((rest === 3 ? c & 0b11 : b & 0b1111) !== 0) return false;
  }
  return seen < invalid;
}

function decode(text: string, values: Uint8Array): Bytes | undefined {
  const bytes = new Uint8Array(decodedLength(text));
  return decodeInto(bytes, text, values) ? bytes : undefined;
}

// Grows to the longest text seen, which callers limit.
let scratch = new Uint8Array(4096);
// `ignoreBOM` keeps a byte order mark in the text, where JSON does not allow it.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The UTF-8 text inside base64url, equally strict. A buffer of its own for each text would cost more than this. */
export function decodeBase64UrlText(text: string): Result<string, "base64url" | "utf-8"> {
  const length = decodedLength(text);
  if (length > scratch.length) scratch = new Uint8Array(length);
  if (!decodeInto(scratch, text, urlValues)) return err("base64url");
  try {
    return ok(utf8.decode(scratch.subarray(0, length)));
  } catch {
    return err("utf-8");
  }
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
