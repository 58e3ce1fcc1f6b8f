import { err, ok, type Result } from "../model/result.ts";

/**
 * Reads a body as it streams in and stops as soon as it is longer than `maxBytes`, so that an endless answer
 * costs no memory. `Content-Length` is not trusted: it counts compressed bytes, or lies.
 *
 * @returns The whole body, or how many bytes had come when it was too long.
 * @throws Whatever the stream fails with: the connection was lost, or the request was aborted.
 */
export async function readBody(
  response: Response,
  maxBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, number>> {
  if (!response.body) return ok(new Uint8Array());
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return ok(join(chunks, length));
    length += value.byteLength;
    if (length > maxBytes) {
      await reader.cancel();
      return err(length);
    }
    chunks.push(value);
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
