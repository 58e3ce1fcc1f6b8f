/** "BTi" and the version of everything that is stored so: another number means another layout, and it is made anew. */
const magic = 0x42_54_69_01;
const unit = 8;

/** Several runs of bytes as one, each beginning on a multiple of eight. */
export function packParts(parts: readonly Uint8Array[]): ArrayBuffer {
  const header = padded(4 * (2 + parts.length));
  const buffer = new ArrayBuffer(parts.reduce((sum, { byteLength }) => sum + padded(byteLength), header));
  const numbers = new Uint32Array(buffer, 0, 2 + parts.length);
  numbers[0] = magic;
  numbers[1] = parts.length;
  const bytes = new Uint8Array(buffer);
  let at = header;
  for (const [index, part] of parts.entries()) {
    numbers[2 + index] = part.byteLength;
    bytes.set(part, at);
    at += padded(part.byteLength);
  }
  return buffer;
}

/** The runs, without copying; `undefined` where the bytes are of another layout or cut short. */
export function unpackParts(buffer: ArrayBuffer, count: number): Uint8Array<ArrayBuffer>[] | undefined {
  const header = padded(4 * (2 + count));
  if (buffer.byteLength < header) return undefined;
  const [found, parts, ...lengths] = new Uint32Array(buffer, 0, 2 + count);
  if (found !== magic || parts !== count) return undefined;
  if (buffer.byteLength !== lengths.reduce((sum, length) => sum + padded(length), header)) return undefined;
  let at = header;
  return lengths.map((length) => {
    const part = new Uint8Array(buffer, at, length);
    at += padded(length);
    return part;
  });
}

/** The bytes of any array. */
export function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

export function numbersOf({
  buffer,
  byteOffset,
  byteLength,
}: Uint8Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  return new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT);
}

function padded(bytes: number): number {
  return Math.ceil(bytes / unit) * unit;
}
