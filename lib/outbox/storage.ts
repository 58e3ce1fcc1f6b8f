import type { OutboxRow, OutboxState } from "../db/outbox.ts";
import type { OwnToken } from "../db/own-tokens.ts";
import type { AuthorId, ReviewId, SignatureKey } from "../model/review.ts";
import type { SigningKey } from "../reviews/keys.ts";

/** What posting keeps between two lives of the worker. Every call is one transaction: all of it or nothing. */
export interface OutboxStorage {
  /** Adds a row and deletes the draft it was made of. The same token again changes nothing. */
  add(row: OutboxRow): Promise<void>;
  row(id: ReviewId): Promise<OutboxRow | undefined>;
  /** Every row, whatever its state. */
  rows(): Promise<readonly OutboxRow[]>;
  /** Changes a row unless it left the states in `from` meanwhile. @returns Whether it was changed. */
  change(id: ReviewId, changes: RowChanges, from: readonly OutboxState[]): Promise<boolean>;
  /** Puts a newly signed row in the place of one, unless that left the states in `from` meanwhile. */
  replace(id: ReviewId, row: OutboxRow, from: readonly OutboxState[]): Promise<boolean>;
  /** Removes a row and restores its draft, unless it left the states in `from`. @returns Whether it did. */
  takeBack(id: ReviewId, from: readonly OutboxState[]): Promise<boolean>;
  /** Records that a server has the token: an own token, the row "sent", and what became of the original. */
  accept(id: ReviewId, own: OwnToken, original?: OriginalChange): Promise<void>;
  /** Removes a row that is "sent". */
  finish(id: ReviewId): Promise<void>;
  ownTokens(): Promise<readonly OwnToken[]>;
  /** The key of an author, while the person has it. */
  key(author: AuthorId): Promise<SigningKey | undefined>;
}

export type RowChanges = Partial<Omit<OutboxRow, "id">>;

/** An accepted edit or delete marks the own token it is about. */
interface OriginalChange {
  readonly signatureKey: SignatureKey;
  readonly state: "edited" | "deleted";
}
