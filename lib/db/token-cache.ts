import type { AuthorId, ReviewId, SignatureKey } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { TokenRow } from "./community-rows.ts";

/** The tokens that one batch touches, read at most once each. Lives as long as the batch's transaction. */
export class TokenCache {
  readonly #db: CommunityDatabase;
  readonly #byId = new Map<ReviewId, TokenRow | undefined>();
  readonly #goneAuthors = new Map<ReviewId, AuthorId>();
  readonly #bySignature = new Map<SignatureKey, TokenRow | undefined>();

  constructor(db: CommunityDatabase) {
    this.#db = db;
  }

  /** Takes in tokens that are, or are about to be, stored. */
  add(tokens: readonly TokenRow[]): void {
    for (const token of tokens) {
      this.#byId.set(token.id, token);
      this.#bySignature.set(token.signatureKey, token);
    }
  }

  /** Takes in tokens that were just deleted: nothing finds them, but who wrote them still matters for sums. */
  rememberGone(tokens: readonly TokenRow[]): void {
    for (const { id, signatureKey, author } of tokens) {
      this.#byId.set(id, undefined);
      this.#bySignature.set(signatureKey, undefined);
      this.#goneAuthors.set(id, author);
    }
  }

  authorOf(id: ReviewId): AuthorId | undefined {
    return this.#byId.get(id)?.author ?? this.#goneAuthors.get(id);
  }

  byId(id: ReviewId): TokenRow | undefined {
    return this.#byId.get(id);
  }

  bySignature(signatureKey: SignatureKey): TokenRow | undefined {
    return this.#bySignature.get(signatureKey);
  }

  async loadIds(ids: Iterable<ReviewId>): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.#byId.has(id));
    if (wanted.length === 0) return;
    const rows = await this.#db.tokens.bulkGet(wanted);
    for (const [index, id] of wanted.entries()) {
      const row = rows[index];
      if (row) this.add([row]);
      else this.#byId.set(id, undefined);
    }
  }

  async loadSignatures(signatureKeys: Iterable<SignatureKey>): Promise<void> {
    const wanted = [...new Set(signatureKeys)].filter((key) => !this.#bySignature.has(key));
    if (wanted.length === 0) return;
    const rows = await this.#db.tokens.where("signatureKey").anyOf(wanted).toArray();
    for (const key of wanted) this.#bySignature.set(key, undefined);
    this.add(rows.filter(({ id }) => !this.#byId.has(id)));
    // A row that was changed in this batch but not yet written keeps its newer form.
    for (const { id, signatureKey } of rows) this.#bySignature.set(signatureKey, this.#byId.get(id));
  }

  /** Edits and deletes that reach these originals, in the form that the cache holds. */
  async mutationsOf(ids: readonly ReviewId[]): Promise<Map<ReviewId, TokenRow[]>> {
    if (ids.length === 0) return new Map();
    const keys = ids.flatMap((id) => [
      [id, "delete"],
      [id, "edit"],
    ]);
    const rows = await this.#db.tokens.where("[root+kind]").anyOf(keys).toArray();
    return Map.groupBy(rows, ({ root }) => root ?? "");
  }
}
