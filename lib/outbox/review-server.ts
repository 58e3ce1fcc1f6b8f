import { type Problem, ok, problem, type Result } from "../model/result.ts";
import type { Net, NetReply } from "../net/index.ts";
import { signatureKey } from "../reviews/signature.ts";

/** Chrome kills a worker whose request takes 30 s. */
const timeoutMs = 25_000;
const maxReplyBytes = 1_000_000;

/** What became of sending a token. Only `accepted` and `duplicate` say that the server may have it. */
export type Outcome =
  | { readonly kind: "accepted" }
  /** The server has this very content by this key: perhaps this token, perhaps another. */
  | { readonly kind: "duplicate"; readonly problem: Problem }
  /** Refused because the subject's own site did not answer the server. */
  | { readonly kind: "vetoed"; readonly problem: Problem }
  /** Not a server that takes reviews. */
  | { readonly kind: "elsewhere"; readonly problem: Problem }
  /** Refused for good, in words. */
  | { readonly kind: "refused"; readonly problem: Problem }
  /** Certainly not accepted; later perhaps. */
  | { readonly kind: "later"; readonly problem: Problem }
  /** Accepted or not: ask before sending again. */
  | { readonly kind: "unclear"; readonly problem: Problem };

/** Sends a token. The protocol carries it in the path; the answer to a good one is `true`. */
export async function submit(net: Net, server: string, jwt: string): Promise<Outcome> {
  const result = await net.request({
    url: `${trimSlash(server)}/submit/${jwt}`,
    method: "PUT",
    purpose: "post",
    cause: "person",
    accept: "application/json",
    maxBytes: maxReplyBytes,
    timeoutMs,
  });
  return outcomeOf(result);
}

/** Whether a server has a token. Original, edited, test subject: all count. */
export async function isAccepted(net: Net, server: string, signature: string): Promise<Result<boolean>> {
  const query = new URLSearchParams({ signature, examples: "true", latest_edits_only: "false", limit: "10" });
  const reply = await net.request({
    url: `${trimSlash(server)}/reviews?${query}`,
    purpose: "check",
    cause: "person",
    accept: "application/json",
    maxBytes: maxReplyBytes,
    timeoutMs,
  });
  if (!reply.ok) return reply;
  const signatures = signaturesIn(reply.value.text());
  if (!signatures) return problem("bad-shape", { reason: "reviews" });
  return ok(signatures.some((other) => signatureKey(other) === signatureKey(signature)));
}

function outcomeOf(result: Result<NetReply>): Outcome {
  if (result.ok) {
    // A captive portal or a proxy answers 200 as well.
    const isTrue = result.value.text().trim() === "true";
    return isTrue
      ? { kind: "accepted" }
      : { kind: "unclear", problem: { code: "bad-shape", params: { reason: "submit" } } };
  }
  const { error } = result;
  return { kind: kindOf(error), problem: error };
}

function kindOf({ code, params }: Problem): Exclude<Outcome["kind"], "accepted"> {
  const status = Number(params?.["status"] ?? 0);
  switch (code) {
    case "refused":
      return kindOfRefusal(status, String(params?.["text"] ?? ""));
    case "rate-limited":
      // A gateway that says 503 may have passed the token on before.
      return status === 503 ? "unclear" : "later";
    case "offline":
      return params?.["reason"] === "no-connection" ? "later" : "unclear";
    case "quota":
    case "bug":
    case "permission":
      return "later"; // The network layer refused before anything was sent.
    default:
      return "unclear";
  }
}

/** By status and by the published server's own words. @see contract of `PUT /submit` in the protocol's API */
function kindOfRefusal(status: number, text: string): Exclude<Outcome["kind"], "accepted"> {
  if (status === 0) return "refused"; // By our own rules: no consent, not https.
  if (status >= 500 && status !== 501) return "unclear";
  if (/duplicate entry/i.test(text)) return "duplicate";
  if (/not publicly accessible|non-existent entity/i.test(text)) return "vetoed";
  if ([404, 405, 410, 501].includes(status)) return "elsewhere";
  return status === 408 || status === 425 ? "unclear" : "refused";
}

function signaturesIn(text: string): readonly string[] | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const isReply = typeof json === "object" && json !== null && "reviews" in json;
    if (!isReply || !Array.isArray(json.reviews)) return undefined;
    return json.reviews.flatMap(signatureOf);
  } catch {
    return undefined;
  }
}

/** The token's own third part: a field beside the token proves nothing. */
function signatureOf(row: unknown): readonly string[] {
  const isRow = typeof row === "object" && row !== null && "jwt" in row && typeof row.jwt === "string";
  return isRow ? [String(row.jwt).split(".")[2] ?? ""] : [];
}

function trimSlash(server: string): string {
  return server.replace(/\/+$/, "");
}
