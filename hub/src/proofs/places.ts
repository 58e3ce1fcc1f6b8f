import type { resolveTxt as systemResolveTxt } from "node:dns/promises";
import { jsonOf } from "../../../lib/model/json.ts";
import type { ProofMethod } from "../../../lib/model/official.ts";
import { err, ok, type Result } from "../../../lib/model/result.ts";
import type { Net, NetRequest } from "../../../lib/net/index.ts";
import { OfficialProofFile, officialProofPath, ProofText } from "../../../lib/schema/official-proof.ts";
import { headLinks } from "./head-links.ts";

/** What a place says. What is no proof of anything there is left out; an empty answer is an answer. */
export interface PlaceSays {
  /** Texts of proofs, unchecked. */
  readonly proofs: readonly string[];
  /** Keys that no longer speak for the brand. */
  readonly withdrawn: readonly string[];
}

/** Why nobody knows what a place says: no answer, or none that says whether it is there. */
type NoAnswer = string;

export interface PlaceAccess {
  readonly net: Net;
  readonly resolveTxt: typeof systemResolveTxt;
  readonly signal: AbortSignal;
}

export type AskPlace = (domain: string, access: PlaceAccess) => Promise<Result<PlaceSays, NoAnswer>>;

/** Proofs that one place may hold. */
const mostProofs = 50;
/** Bytes. Of a front page only the beginning is read: see `mostBytes` of `createPublicFetch`. */
export const pageBytes = 256_000;
const fileBytes = 64_000;
const timeoutMs = 15_000;
const nothing: PlaceSays = { proofs: [], withdrawn: [] };

/** Each place where a brand can prove a key. The cheapest to ask comes first. */
export const places: Readonly<Record<ProofMethod, AskPlace>> = {
  "well-known": async (domain, access) => {
    const reply = await get(access, `https://${domain}${officialProofPath}`, "application/json", fileBytes);
    if (!reply.ok) return isMissing(reply.error) ? ok(nothing) : reply;
    // Many sites answer every address with their front page: that says as much as "not found".
    const file = OfficialProofFile.safeParse(jsonOf(reply.value));
    return ok(
      file.success ? { proofs: proofsAmong(file.data.keys), withdrawn: file.data.withdrawn } : nothing,
    );
  },
  dns: async (domain, { resolveTxt }) => {
    const texts: unknown[] = [];
    for (const name of [`_backtalk.${domain}`, domain]) {
      const records = await recordsOf(name, resolveTxt);
      if (!records.ok) return records;
      for (const record of records.value) texts.push(/^backtalk-key=(.*)$/s.exec(record)?.[1]);
    }
    return ok({ proofs: proofsAmong(texts), withdrawn: [] });
  },
  link: async (domain, access) => {
    const page = await get(access, `https://${domain}/`, "text/html", pageBytes);
    if (!page.ok) return page;
    const texts = headLinks(page.value, "backtalk-key").map((href) => /^data:,(.*)$/is.exec(href)?.[1]);
    return ok({ proofs: proofsAmong(texts), withdrawn: [] });
  },
};

function proofsAmong(texts: readonly unknown[]): readonly string[] {
  const proofs = texts.flatMap((text) => ProofText.safeParse(text).data ?? []);
  return [...new Set(proofs)].slice(0, mostProofs);
}

async function get(
  { net, signal }: PlaceAccess,
  url: string,
  accept: NonNullable<NetRequest["accept"]>,
  maxBytes: number,
): Promise<Result<string, NoAnswer>> {
  const about = { purpose: "check", cause: "schedule" } as const;
  const reply = await net.request({ url, accept, maxBytes, timeoutMs, signal, ...about });
  if (reply.ok) return ok(reply.value.text());
  const { code, params } = reply.error;
  return err(String(params?.["reason"] ?? code));
}

function isMissing(reason: NoAnswer): boolean {
  return reason === "http-404" || reason === "http-410";
}

/** Codes by which a name server says that there is nothing, as opposed to saying nothing. */
const noRecord: ReadonlySet<string> = new Set(["ENODATA", "ENOTFOUND"]);

async function recordsOf(
  name: string,
  resolveTxt: typeof systemResolveTxt,
): Promise<Result<readonly string[], NoAnswer>> {
  try {
    return ok((await resolveTxt(name)).map((parts) => parts.join("")));
  } catch (cause) {
    const { code = "dns" } = cause as NodeJS.ErrnoException;
    return noRecord.has(code) ? ok([]) : err(code);
  }
}
