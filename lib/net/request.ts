import type { Result } from "../model/result.ts";

/** Why a request is made, as the ledger shows it. */
type Purpose = "sync" | "feed" | "list" | "post" | "check" | "image" | "search";

/** What set a request off: our own schedule or a press on a button. Never a page visit. */
export type Cause = "schedule" | "person";

export interface NetRequest {
  readonly url: string;
  /** `GET` unless told. */
  readonly method?: "GET" | "PUT" | "POST";
  readonly purpose: Purpose;
  readonly cause: Cause;
  /** One of a few fixed media types; `application/json` unless told. */
  readonly accept?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Media type of `body`; `application/json` unless told. */
  readonly contentType?: string;
  /** More than this many body bytes (after decompression) is `bad-shape`, and the rest is not read. */
  readonly maxBytes: number;
  /** Milliseconds for the whole exchange, body included. Chrome kills a worker whose fetch takes 30 s. */
  readonly timeoutMs: number;
  /** Sent as `If-None-Match`. Pass only what `NetReply.etag` gave, or a hash of the content one holds. */
  readonly validators?: { readonly etag: string };
  /** How often to try again, after a jittered wait, where nobody answered or the server had a fault. 0 unless told. */
  readonly retries?: number;
  /** The path tells who somebody is who is sealed elsewhere: the ledger says `/…` for it. */
  readonly hidesPath?: boolean;
  /** Milliseconds for which an answer asks to be left alone, where it says so in its body. 0: it does not. */
  readonly pauseAfterMs?: (reply: NetReply) => number;
  /** Ends the request, once nobody else waits for the same. */
  readonly signal?: AbortSignal;
}

/** An answer with a 2xx status, or 304 to a conditional request. Everything else is a `Problem`. */
export interface NetReply {
  readonly status: number;
  /** The body, decompressed. Empty when `notModified`. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The body as UTF-8; wrong sequences become U+FFFD. */
  text(): string;
  /** Only a validator that anyone can recompute from the body; an arbitrary one could be a tracking id. */
  readonly etag?: string;
  readonly notModified: boolean;
}

/**
 * One line of the ledger. Written twice under the same `id`: before the request leaves (`status` 0, `ms` 0),
 * and again when it has ended, so that a request whose worker was killed leaves a trace.
 */
export interface LedgerTrace {
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  readonly host: string;
  readonly method: string;
  readonly purpose: Purpose;
  /** Path and query, cut to 160 characters (a posted token travels in the path); `/…` where it is not to be kept. */
  readonly path: string;
  readonly bytesOut: number;
  readonly bytesIn: number;
  /** HTTP status; 0 while under way and when no answer came. */
  readonly status: number;
  readonly ms: number;
  readonly cause: Cause;
}

/** The only way out of this extension. */
export interface Net {
  /**
   * Sends one request and reads its answer; never throws.
   *
   * Problems: `refused` (`reason`: `consent` · `scheme` · `address` before anything is sent; `http-<status>`
   * with the server's own words in `text` after), `offline` (`reason`: `no-connection` when nothing was
   * sent, `unreachable` or `cut-off` when something may have been), `timeout`, `rate-limited` (`waitMs`),
   * `permission` (`host-access`) where the browser withholds the host, `bad-shape` (`reason`: `too-large`), `quota` or `bug` when the ledger cannot be written (nothing is sent).
   */
  request(request: NetRequest): Promise<Result<NetReply>>;
}
