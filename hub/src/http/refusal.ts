import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A request that cannot be answered as asked. Its words are the reply, in plain text as clients expect. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: ContentfulStatusCode;
  /** Of a 429: after how many seconds it may be asked again. */
  readonly retryAfterSeconds: number | undefined;
  constructor(status: ContentfulStatusCode, words: string, retryAfterSeconds?: number) {
    super(words);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
