import { z } from "zod";
import type { Result } from "../model/result.ts";
import { Person } from "./person.ts";
import { fileTime as time, readSealedFile } from "./sealed-file.ts";

/** The layout of the file. Raise it with a reader for the one before; files are kept for years. */
const exportVersion = 1;

const id = z.string().min(1).max(128);
const token = z.string().max(16_384);
const uri = z.string().max(2048);
const words = z.string().max(20_000);
const kind = z.enum(["review", "reply", "vote", "flag", "edit", "delete", "other"]);

const Draft = z.object({
  subjectKey: uri,
  subject: uri,
  title: words,
  stars: z.number().min(1).max(5).optional(),
  text: words,
  ownExperience: z.boolean(),
  affiliated: z.boolean(),
  nickname: z.string().max(200),
  updatedAt: time,
  editOf: id.optional(),
  replyTo: id.optional(),
});

const Problem = z.object({
  code: z.enum(["offline", "timeout", "rate-limited", "refused", "bad-shape", "quota", "permission", "bug"]),
  params: z.record(z.string().max(100), z.union([z.string().max(2000), z.number()])).optional(),
});

const signed = { id, jwt: token, signature: id, signatureKey: id, subject: uri, subjectKey: uri, kind };

const OutboxRow = z.object({
  ...signed,
  author: id.optional(),
  title: words,
  state: z.enum(["held", "sending", "unclear", "waiting", "sent", "refused"]),
  sendAt: time,
  attempts: z.number().int().min(0),
  tried: z.array(uri).max(100),
  everywhere: z.boolean().optional(),
  took: z.array(uri).max(100).optional(),
  server: uri.optional(),
  problem: Problem.optional(),
  slipJwt: token,
  createdAt: time,
  draft: Draft.optional(),
});

const OwnToken = z.object({
  ...signed,
  author: id,
  slipJwt: token.optional(),
  createdAt: time,
  state: z.enum(["live", "edited", "deleted"]),
  server: uri,
});

const SiteChoice = z.object({
  siteKey: z.string().min(1).max(500),
  off: z.boolean(),
  badgePosition: z.number().min(0).max(1).optional(),
  updatedAt: time,
});

const CorrectionScope = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("site"), siteKey: z.string().min(1).max(500) }),
  z.object({ kind: z.literal("name"), name: z.string().min(1).max(500) }),
  z.object({ kind: z.literal("place"), at: z.string().min(1).max(500) }),
]);

const Correction = z.object({
  id: z.string().min(1).max(600),
  scope: CorrectionScope,
  to: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("brand"),
      brandId: z.string().min(1).max(500),
      name: z.string().max(500),
      domain: z.string().max(500).optional(),
    }),
    z.object({
      kind: z.literal("place"),
      name: z.string().max(500).optional(),
      point: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
    }),
    z.object({ kind: z.literal("none") }),
  ]),
  at: time,
});

const FollowedBrand = z.object({
  brandId: z.string().min(1).max(500),
  name: z.string().max(500),
  domain: z.string().max(500).optional(),
  followedAt: time,
});

const HiddenItem = z.object({ id, why: z.enum(["reported", "hidden"]), at: time });

const BlockListSubscription = z.object({ url: uri, addedAt: time });

/** What a person owns besides keys: those travel as backups in the format that other clients read. */
export const PersonalData = z.object({
  drafts: z.array(Draft).max(10_000),
  outbox: z.array(OutboxRow).max(10_000),
  ownTokens: z.array(OwnToken).max(100_000),
  sites: z.array(SiteChoice).max(100_000),
  // Files from before there were corrections have none.
  corrections: z.array(Correction).max(100_000).optional(),
  follows: z.array(FollowedBrand).max(100_000).optional(),
  people: z.array(Person).max(100_000).optional(),
  hidden: z.array(HiddenItem).max(100_000).optional(),
  blockLists: z.array(BlockListSubscription).max(1000).optional(),
  settings: z.record(z.string().max(100), z.json()).optional(),
});
export type PersonalData = z.infer<typeof PersonalData>;

/** Reads an exported file. @returns `bad-shape` with a reason, as `readSealedFile` has it. */
export async function readPersonalExport(text: string): Promise<Result<PersonalData>> {
  return readSealedFile(text, { format: "backtalk-personal", version: exportVersion, data: PersonalData });
}
