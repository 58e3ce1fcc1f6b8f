import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A request that cannot be answered as asked. Its words are the reply, in plain text as clients expect. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: ContentfulStatusCode;
  constructor(status: ContentfulStatusCode, words: string) {
    super(words);
    this.status = status;
  }
}
