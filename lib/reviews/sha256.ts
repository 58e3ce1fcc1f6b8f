/**
 * SHA-256 (FIPS 180-4) without a promise. An id is needed for each token, and a call into WebCrypto for so few
 * bytes costs more than the hash: it would take a third off the speed of verification. A property test holds
 * it against WebCrypto.
 */

const roundConstants = new Int32Array(64);
const initialState = new Int32Array(8);
deriveConstants();

/** The first 32 bits of the fractional parts of the cube and square roots of the first primes. */
function deriveConstants(): void {
  let found = 0;
  for (let n = 2; found < 64; n++) {
    if (!isPrime(n)) continue;
    if (found < 8) initialState[found] = fraction(Math.sqrt(n));
    roundConstants[found++] = fraction(Math.cbrt(n));
  }
}

function fraction(value: number): number {
  return ((value - Math.floor(value)) * 0x1_0000_0000) | 0;
}

function isPrime(n: number): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
}

// Nothing here waits, so no two hashes are under way at once and all share their scratch memory: it is the many
// small buffers that would make verification slow, not the arithmetic.
const w = new Int32Array(64);
const running = new Int32Array(8);
const tail = new Uint8Array(128);
const tailView = new DataView(tail.buffer);

/** Where a hash stands after the whole blocks of a beginning that many messages share. */
export interface HashStart {
  readonly state: Int32Array;
  readonly length: number;
}

/** Hashes as much of a shared beginning as fills whole blocks. */
export function startHash(beginning: Uint8Array): HashStart {
  const state = Int32Array.from(initialState);
  const length = beginning.length & ~63;
  for (let offset = 0; offset < length; offset += 64) compress(state, beginning, offset);
  return { state, length };
}

const fromNothing: HashStart = { state: initialState, length: 0 };

/**
 * The first `bytes` of the hash, as lower-case hex.
 *
 * @param bytes - A multiple of four, 32 for the whole hash.
 * @param start - `startHash` of a beginning of `message`.
 */
export function sha256Hex(message: Uint8Array, bytes = 32, start = fromNothing): string {
  running.set(start.state);
  const wholeBlocks = message.length & ~63;
  for (let offset = start.length; offset < wholeBlocks; offset += 64) compress(running, message, offset);
  const tailLength = fillTail(message, wholeBlocks);
  for (let offset = 0; offset < tailLength; offset += 64) compress(running, tail, offset);
  let hex = "";
  for (let i = 0; 4 * i < bytes; i++) hex += (running[i]! >>> 0).toString(16).padStart(8, "0");
  return hex;
}

/** What is left over, a one bit, zeros, and the length in bits, up to one or two whole blocks. */
function fillTail(message: Uint8Array, from: number): number {
  const rest = message.length - from;
  const length = rest < 56 ? 64 : 128;
  tail.fill(0);
  for (let i = 0; i < rest; i++) tail[i] = message[from + i]!;
  tail[rest] = 0x80;
  tailView.setUint32(length - 8, Math.floor(message.length / 0x2000_0000));
  tailView.setUint32(length - 4, message.length << 3);
  return length;
}

/** Indices stay inside their arrays by construction; the assertions keep checks out of the inner loops. */
function expand(bytes: Uint8Array, offset: number): void {
  for (let i = 0, at = offset; i < 16; i++, at += 4) {
    w[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15]!;
    const y = w[i - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
  }
}

function compress(state: Int32Array, bytes: Uint8Array, offset: number): void {
  expand(bytes, offset);
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[i]! + w[i]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  // Typed arrays of 32 bits add modulo 2^32 as they store.
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}
