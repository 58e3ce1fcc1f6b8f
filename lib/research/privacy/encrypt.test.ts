import { Decrypter } from "age-encryption";
import { describe, expect, it } from "vitest";
import { ProblemError } from "../../errors.ts";
import { decryptStream, encryptStream } from "./encrypt.ts";

const passphrase = "four words of a kind";
const cheap = 4;

function inPieces(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(stream) {
      if (at >= bytes.length) return stream.close();
      stream.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

const encrypted = (bytes: Uint8Array): Promise<Uint8Array> =>
  bytesOf(inPieces(bytes, 10_000).pipeThrough(encryptStream(passphrase, cheap)));

async function failureOf(stream: ReadableStream<Uint8Array>): Promise<unknown> {
  const thrown: unknown = await bytesOf(stream).then(
    () => undefined,
    (error: unknown) => error,
  );
  return thrown instanceof ProblemError ? thrown.problem : thrown;
}

/** Longer than a chunk of the format, and no multiple of it. */
const long = Uint8Array.from({ length: 200_001 }, (_, at) => (at * 7919) % 251);

describe("an encrypted export", () => {
  it.each([
    ["nothing", new Uint8Array()],
    ["one byte", new Uint8Array([7])],
    ["several chunks", long],
  ])("of %s is the same again", async (_name, bytes) => {
    const file = await encrypted(bytes);
    expect(new TextDecoder().decode(file.slice(0, 21))).toBe("age-encryption.org/v1");
    expect(await bytesOf(inPieces(file, 999).pipeThrough(decryptStream(passphrase)))).toEqual(bytes);
  });

  it("is opened by the library's own reader, which knows nothing of us", async () => {
    const reader = new Decrypter();
    reader.addPassphrase(passphrase);
    expect(await reader.decrypt(await encrypted(long))).toEqual(long);
  });

  it("begins to come out before all of it went in", async () => {
    const { readable, writable } = encryptStream(passphrase, cheap);
    const writer = writable.getWriter();
    const reader = readable.getReader();
    const writing = writer.write(long);
    expect((await reader.read()).value?.length).toBeGreaterThan(0);
    await reader.cancel();
    await writing.catch(() => undefined);
  });

  it("takes what `age -p` takes for a guess", async () => {
    const file = await bytesOf(inPieces(new Uint8Array([1]), 1).pipeThrough(encryptStream(passphrase)));
    expect(new TextDecoder().decode(file.slice(0, 80))).toMatch(/\n-> scrypt \S+ 18\n/u);
  });
});

describe("what cannot be opened", () => {
  it("another passphrase is said to be one", async () => {
    const file = await encrypted(long);
    expect(await failureOf(inPieces(file, 999).pipeThrough(decryptStream("something else")))).toEqual({
      code: "refused",
      params: { reason: "passphrase" },
    });
  });

  it.each([
    ["no such file", (): Uint8Array => new TextEncoder().encode("id,text\n1,boots\n")],
    ["an empty file", (): Uint8Array => new Uint8Array()],
    ["a file that was cut off", (file: Uint8Array): Uint8Array => file.slice(0, -5)],
    [
      "a file that was changed",
      (file: Uint8Array): Uint8Array => file.map((byte, at) => (at === file.length - 9 ? byte ^ 1 : byte)),
    ],
  ])("%s", async (_name, spoil) => {
    const file = spoil(await encrypted(long));
    expect(await failureOf(inPieces(file, 999).pipeThrough(decryptStream(passphrase)))).toMatchObject({
      code: "bad-shape",
    });
  });
});
