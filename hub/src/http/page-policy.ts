import { sha256Of } from "./send.ts";

/** A page with this one style loads nothing else and runs nothing. */
export function pagePolicy(style: string): string {
  const hash = Buffer.from(sha256Of(style), "hex").toString("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;
}
