import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * Whom to count a request for.
 *
 * @param proxies - How many proxies of our own stand in front. Each one appends the address it saw to
 *   `X-Forwarded-For`; only that many entries from the right are believed, the rest is the client's own word.
 */
export function clientAddress(context: Context, proxies: number): string {
  if (proxies > 0) {
    const entries = (context.req.header("X-Forwarded-For") ?? "").split(",");
    const forwarded = entries.at(-proxies)?.trim();
    if (forwarded) return forwarded;
  }
  try {
    return getConnInfo(context).remote.address ?? "unknown";
  } catch {
    // Not served over a socket: a request made in the same process.
    return "unknown";
  }
}
