import { err, ok, type Result } from "../model/result.ts";
import type { SignatureKey } from "../model/review.ts";
import { deletePayload } from "./payloads.ts";
import type { SigningKey } from "./keys.ts";
import { readLimits } from "./limits.ts";
import { signToken } from "./sign.ts";
import { verifyToken } from "./token.ts";

/** Takes a review back even after its key is lost: a delete token, signed when the review was. */
export interface WithdrawalSlip {
  /** The delete token. Whoever sends it to a server deletes the review; it can do nothing else. */
  readonly jwt: string;
  /** The review that it deletes. */
  readonly original: SignatureKey;
  /** What the review is about, for people who find the file. */
  readonly subject: string;
}

interface SlipFor {
  /** Signature of the original, also when the slip is made after an edit. */
  readonly original: string;
  readonly subject: string;
  /** Seconds: time of the newest token for this review. An edit after that needs a slip of its own. */
  readonly newestIssuedAt: number;
  readonly dataSource?: string | undefined;
}

export async function signSlip(slip: SlipFor, key: SigningKey): Promise<WithdrawalSlip> {
  const { original, newestIssuedAt, dataSource, subject } = slip;
  const payload = deletePayload({ original, newestIssuedAt, issuedAt: newestIssuedAt, dataSource });
  const { jwt } = await signToken(payload, key);
  return { jwt, original, subject };
}

const slipMark = "Open review withdrawal slip";

/**
 * The slip as a file.
 *
 * @param explanation - What to do with it, in the reader's language.
 */
export function slipText({ jwt, original, subject }: WithdrawalSlip, explanation: string): string {
  return JSON.stringify({ what: slipMark, subject, explanation, original, token: jwt }, undefined, 2);
}

export type SlipFlaw =
  /** Neither a slip file nor a token. */
  | "not-a-slip"
  /** A token that does not verify. */
  | "broken"
  /** A good token that deletes nothing. */
  | "other-token";

/** Reads a slip: the file, or the bare token as a QR code holds it. Never throws. */
export async function parseSlip(text: string): Promise<Result<WithdrawalSlip, SlipFlaw>> {
  if (text.length > 2 * readLimits.token) return err("not-a-slip");
  const { jwt, subject } = readSlipText(text.replace(/^\uFEFF/, "").trim());
  if (!jwt) return err("not-a-slip");
  const verified = await verifyToken(jwt);
  if (!verified.ok) return err("broken");
  const { kind, target } = verified.value;
  if (kind !== "delete" || target === undefined) return err("other-token");
  return ok({ jwt, original: target, subject });
}

function readSlipText(text: string): { readonly jwt?: string; readonly subject: string } {
  if (!text.startsWith("{"))
    return text.split(".").length === 3 ? { jwt: text, subject: "" } : { subject: "" };
  try {
    const json = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const { what, token, subject } = json;
    if (what !== slipMark || typeof token !== "string") return { subject: "" };
    return { jwt: token, subject: typeof subject === "string" ? subject : "" };
  } catch {
    return { subject: "" };
  }
}
