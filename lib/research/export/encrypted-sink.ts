import { encryptStream } from "../privacy/encrypt.ts";
import type { ByteSink } from "./hashed.ts";

/** Hands on what it is given, encrypted under a passphrase, and waits until there is room for more. */
export class EncryptedSink implements ByteSink {
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #done: Promise<PromiseSettledResult<void>>;

  constructor(sink: ByteSink, passphrase: string) {
    const { readable, writable } = encryptStream(passphrase);
    this.#writer = writable.getWriter();
    this.#done = settled(readable.pipeTo(new WritableStream({ write: async (bytes) => sink.write(bytes) })));
  }

  /** @throws What the sink threw. */
  async write(bytes: Uint8Array): Promise<void> {
    await this.#unlessFailed(this.#writer.write(bytes));
  }

  async end(): Promise<void> {
    await this.#unlessFailed(this.#writer.close());
    check(await this.#done);
  }

  /** The far end fails first, and its reason is the one that says something. */
  async #unlessFailed(step: Promise<void>): Promise<void> {
    const first = await Promise.race([settled(step), this.#done]);
    if (first.status === "rejected") check(await this.#done);
    check(first);
  }
}

async function settled(promise: Promise<void>): Promise<PromiseSettledResult<void>> {
  const [result] = await Promise.allSettled([promise]);
  return result;
}

function check(result: PromiseSettledResult<void>): void {
  if (result.status === "rejected") throw result.reason;
}
