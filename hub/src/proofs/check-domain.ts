import { readProof } from "../../../lib/reviews/official-proof.ts";
import type { PlaceRecord, ProofRecord } from "./proof-record.ts";
import { places, type PlaceAccess, type PlaceSays } from "./places.ts";

export interface CheckedDomain {
  readonly record: ProofRecord;
  /** Why places did not answer, by their method. */
  readonly silent: Readonly<Record<string, string>>;
}

/**
 * Asks a domain what keys speak for it. What a place says now replaces what it said before, so that a proof that was
 * taken away is forgotten at once; a place that does not answer keeps its last word, which ends by itself.
 *
 * @param before - What was known of it.
 * @param nowMs - Epoch ms.
 */
export async function checkDomain(
  domain: string,
  before: ProofRecord | undefined,
  access: PlaceAccess,
  nowMs: number,
): Promise<CheckedDomain> {
  const known: ProofRecord["places"] = { ...before?.places };
  const silent: Record<string, string> = {};
  for (const method of ["well-known", "dns", "link"] as const) {
    if (access.signal.aborted) break;
    const says = await places[method](domain, access);
    if (says.ok) known[method] = await placeRecord(domain, says.value, nowMs);
    else silent[method] = says.error;
  }
  return { record: { domain, askedAt: nowMs, places: known }, silent };
}

async function placeRecord(
  domain: string,
  { proofs, withdrawn }: PlaceSays,
  nowMs: number,
): Promise<PlaceRecord> {
  const keys: PlaceRecord["keys"] = [];
  for (const text of proofs) {
    const proof = await readProof(text, domain);
    if (proof.ok && proof.value.expiresAt > nowMs) keys.push(proof.value);
  }
  return { at: nowMs, keys, withdrawn: [...withdrawn] };
}
