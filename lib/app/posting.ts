import type { CommunityDatabase } from "../db/community.ts";
import type { TokenRow } from "../db/community-rows.ts";
import { draftOf } from "../db/drafts.ts";
import { currentKey, saveKey } from "../db/keys.ts";
import { ownTokenBySignature } from "../db/own-tokens.ts";
import type { PersonalDatabase } from "../db/personal.ts";
import type { Result } from "../model/result.ts";
import { refused } from "../model/refusal.ts";
import type { ReviewId, SignatureKey } from "../model/review.ts";
import type { SubjectKey } from "../model/subject.ts";
import { personalStorage, type Outbox } from "../outbox/index.ts";
import { sampleDataSource } from "../reviews/client.ts";
import { generateSigningKey, type SigningKey } from "../reviews/keys.ts";
import { signatureKey } from "../reviews/signature.ts";

export interface PostingDependencies {
  readonly personal: PersonalDatabase;
  readonly community: CommunityDatabase;
  readonly outbox: Pick<Outbox, "add" | "addDelete" | "addVote" | "sendNow" | "undo">;
  readonly tokenBySignature: (db: CommunityDatabase, key: SignatureKey) => Promise<TokenRow | undefined>;
  /** The outbox has work: sets its alarm. */
  readonly armOutbox: () => Promise<void>;
  readonly now: () => number;
}

export interface Posting {
  /** Problems: `refused` with `no-draft`, or what the outbox refuses. */
  readonly post: (subjectKey: SubjectKey) => Promise<Result<ReviewId>>;
  /** Problems: `refused` with `not-own`, or `key-lost` where only the withdrawal slip can help. */
  readonly withdraw: (signature: SignatureKey) => Promise<Result<ReviewId>>;
  /** Problems: `refused` with `unknown-review`. */
  readonly vote: (vote: {
    readonly signature: string;
    readonly confirm: boolean;
  }) => Promise<Result<ReviewId>>;
  readonly undo: (id: ReviewId) => Promise<Result<void>>;
  readonly sendNow: (id: ReviewId) => Promise<Result<void>>;
}

/** Everything a person signs. The first post makes the first key, so that nobody has to care for keys before. */
export function createPosting(needs: PostingDependencies): Posting {
  const { community, outbox, personal } = needs;
  const storage = personalStorage(personal);
  let making: Promise<SigningKey> | undefined;

  const signingKey = async (): Promise<SigningKey> => {
    const row = await currentKey(personal);
    const known = row && (await storage.key(row.author));
    // Two first posts at once must not make two keys.
    return known ?? (making ??= makeKey(personal, needs.now()).finally(() => (making = undefined)));
  };
  const target = (signature: string): Promise<TokenRow | undefined> =>
    needs.tokenBySignature(community, signatureKey(signature));
  const armed = async <T>(result: Promise<Result<T>>): Promise<Result<T>> => {
    const settled = await result;
    await needs.armOutbox();
    return settled;
  };

  return {
    async post(subjectKey) {
      const draft = await draftOf(personal, subjectKey);
      if (!draft) return refused("no-draft");
      const about = draft.replyTo ?? draft.editOf;
      const isSample = about !== undefined && isSampleRow(await target(about));
      return armed(outbox.add(draft, await signingKey(), { isSample }));
    },
    async withdraw(signature) {
      const own = await ownTokenBySignature(personal, signatureKey(signature));
      if (!own) return refused("not-own");
      const key = await storage.key(own.author);
      return key ? armed(outbox.addDelete(own.signatureKey, key)) : refused("key-lost");
    },
    async vote({ signature, confirm }) {
      const row = await target(signature);
      if (!row) return refused("unknown-review");
      const { subjectKey, subject } = row;
      const vote = { signature, confirm, subjectKey, title: subject, isSample: isSampleRow(row) };
      return armed(outbox.addVote(vote, await signingKey()));
    },
    undo: (id) => armed(outbox.undo(id)),
    sendNow: (id) => armed(outbox.sendNow(id)),
  };
}

async function makeKey(personal: PersonalDatabase, nowMs: number): Promise<SigningKey> {
  const key = await generateSigningKey();
  const publicJwk = { ...key.publicJwk, key_ops: [...key.publicJwk.key_ops] };
  await saveKey(personal, { ...key, publicJwk, backup: "none", createdAt: nowMs, chosenAt: nowMs });
  return key;
}

function isSampleRow(row: TokenRow | undefined): boolean {
  return row?.metadata.dataSource === sampleDataSource;
}
