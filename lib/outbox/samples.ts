import { isLoopback } from "../net/index.ts";
import { sampleDataSource } from "../reviews/client.ts";
import { decodeToken } from "../reviews/token.ts";

function isExampleHost(hostname: string): boolean {
  return hostname === "example" || hostname.endsWith(".example");
}

/** Whether a subject lies under the reserved name `.example` (RFC 2606): the sample world. */
export function isSampleSubject(subject: string): boolean {
  const hostname = URL.parse(subject)?.hostname;
  return hostname !== undefined && isExampleHost(hostname);
}

/** Whether a token belongs to the sample world, by its subject or by its own mark. */
export function isSampleToken(jwt: string): boolean {
  const token = decodeToken(jwt);
  if (!token.ok) return false;
  const { sub, metadata } = token.value.payload;
  return isSampleSubject(sub) || metadata?.data_source === sampleDataSource;
}

/** Whether sample data may go to a server: to one on this machine, or one with a sample name itself. */
export function takesSamples(server: string): boolean {
  const hostname = URL.parse(server)?.hostname ?? "";
  return isLoopback(hostname) || isExampleHost(hostname);
}
