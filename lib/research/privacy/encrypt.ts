import { Decrypter, Encrypter } from "age-encryption";
import { ProblemError } from "../../errors.ts";
import { refused } from "../../model/refusal.ts";
import { problem } from "../../model/result.ts";

type Bytes = TransformStream<Uint8Array, Uint8Array>;

/** Cost of a guess, as a power of two: what `age -p` takes. Tests take less. */
const workFactor = 18;

/**
 * Encrypts what flows through under a passphrase, in chunks of 64 kB: nothing of a file is held longer. Any `age` opens
 * it (`age -d`). https://age-encryption.org/v1
 */
export function encryptStream(passphrase: string, cost = workFactor): Bytes {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(cost);
  encrypter.setPassphrase(passphrase);
  return through((file) => encrypter.encrypt(file));
}

/**
 * Opens it again. What comes out is right as far as it has come, and whole only when the stream has ended.
 *
 * @throws {ProblemError} From the stream: `refused` (`passphrase`), or `bad-shape` for what is no such file, was cut off
 *   or changed.
 */
export function decryptStream(passphrase: string): Bytes {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return through((file) => decrypter.decrypt(file));
}

/** The library turns a stream into a promise of one; here both ends are there at once. */
function through(turn: (file: ReadableStream<Uint8Array>) => Promise<ReadableStream<Uint8Array>>): Bytes {
  const input = new TransformStream<Uint8Array, Uint8Array>();
  const output = new TransformStream<Uint8Array, Uint8Array>();
  const run = async (): Promise<void> => {
    try {
      const turned = await turn(input.readable);
      await turned.pipeTo(output.writable, { preventAbort: true });
    } catch (cause) {
      await output.writable.abort(failure(cause));
    }
  };
  void run();
  return { readable: output.readable, writable: input.writable };
}

function failure(cause: unknown): unknown {
  if (cause instanceof ProblemError) return cause;
  const words = cause instanceof Error ? cause.message : "";
  const { error } = words.startsWith("no identity matched")
    ? refused("passphrase")
    : problem("bad-shape", { reason: "format" });
  return new ProblemError(error, { cause });
}
