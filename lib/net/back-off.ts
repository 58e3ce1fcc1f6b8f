export interface BackOff {
  /** Upper bound of the first wait, in milliseconds. Doubles with each attempt. */
  readonly baseMs: number;
  /** No wait is longer, in milliseconds. */
  readonly capMs: number;
}

/**
 * Exponential back-off with full jitter: any wait up to the bound is as likely as any other, so that clients
 * which failed together do not come back together.
 *
 * @param attempts - Failures in a row so far; 1 after the first.
 * @param random - Uniform in [0, 1).
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backOffMs(attempts: number, random: () => number, { baseMs, capMs }: BackOff): number {
  const bound = Math.min(capMs, baseMs * 2 ** Math.max(0, attempts - 1));
  return Math.round(random() * bound);
}

/**
 * When to try again, in epoch ms: after the jittered wait, and never before what the server asked for.
 *
 * @param waitMs - The server's own wish (`Retry-After`), if any.
 */
export function nextAttemptAt(
  failure: { readonly attempts: number; readonly nowMs: number; readonly waitMs?: number },
  random: () => number,
  backOff: BackOff,
): number {
  return failure.nowMs + (failure.waitMs ?? 0) + backOffMs(failure.attempts, random, backOff);
}
