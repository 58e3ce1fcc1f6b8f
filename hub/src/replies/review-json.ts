import type { ListedReview } from "../storage/list.ts";

/** One review as the API shows it: the token, and beside it what the token says. */
export interface ReviewJson {
  readonly signature: string;
  readonly jwt: string;
  readonly kid: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly scheme: string;
  readonly geo: {
    readonly coordinates: { readonly x: number; readonly y: number; readonly srid: 4326 } | null;
    readonly uncertainty: number | null;
  };
  /** Of edits and deletes of a known review: what that one is about. */
  readonly original_sub?: string;
}

export function reviewJson(row: ListedReview): ReviewJson {
  const { lat, lon } = row;
  return {
    signature: row.signature,
    jwt: row.jwt,
    kid: row.kid,
    payload: payloadOf(row.jwt),
    scheme: row.scheme,
    geo: {
      coordinates: lat === null || lon === null ? null : { x: lon, y: lat, srid: 4326 },
      uncertainty: row.uncertainty,
    },
    ...(row.about !== row.sub && { original_sub: row.about }),
  };
}

/** As signed, with fields that no schema names; what is null is left out, as the published server does. */
export function payloadOf(jwt: string): Readonly<Record<string, unknown>> {
  const body = Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString("utf8");
  const payload = JSON.parse(body) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== null));
}
