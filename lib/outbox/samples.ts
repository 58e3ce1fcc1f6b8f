import { isSampleAddress, isSampleHost } from "../model/sample.ts";
import { isLoopback } from "../net/index.ts";
import { sampleDataSource } from "../reviews/client.ts";
import { decodeToken } from "../reviews/token.ts";

/** Whether a token belongs to the sample world, by its subject or by its own mark. */
export function isSampleToken(jwt: string): boolean {
  const token = decodeToken(jwt);
  if (!token.ok) return false;
  const { sub, metadata } = token.value.payload;
  return isSampleAddress(sub) || metadata?.data_source === sampleDataSource;
}

/** Whether sample data may go to a server: to one on this machine, or one with a sample name itself. */
export function takesSamples(server: string): boolean {
  const hostname = URL.parse(server)?.hostname ?? "";
  return isLoopback(hostname) || isSampleHost(hostname);
}
