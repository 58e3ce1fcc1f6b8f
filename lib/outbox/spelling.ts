import { limits } from "../reviews/limits.ts";

/**
 * The same web subject with or without `www.`: some sites answer a review server under one name only.
 * `undefined` where there is no other: another scheme, an address by number, or one that grows too long.
 */
export function otherSpelling(subject: string): string | undefined {
  const match = /^https:\/\/(www\.)?([^/?#:@]+)(.*)$/s.exec(subject);
  const [, www, host, rest] = match ?? [];
  if (host === undefined || rest === undefined) return undefined;
  if (!host.includes(".") || /^[\d.]+$|^\[/.test(host)) return undefined;
  const other = `https://${www ? "" : "www."}${host}${rest}`;
  return other.length > limits.subject ? undefined : other;
}
