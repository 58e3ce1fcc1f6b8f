import type { ReviewRow } from "../../lib/db/community-rows.ts";
import type { ReviewId } from "../../lib/model/review.ts";
import type { Deletable } from "../bt-delete-dialog.ts";

/** A review or a reply, as far as one can vote on it, report or hide it. */
export type Statement = Pick<ReviewRow, "id" | "author" | "kid" | "nickname" | "signature">;

/** What cards of reviews and replies ask of the list they stand in. Bubble out of shadow roots; the first that can answers. */
export interface StatementEvents {
  vote: { readonly about: Statement; readonly confirm: boolean };
  /** Report it in one's own words. */
  report: Statement;
  hide: HideRequest;
  /** Delete a reply of one's own. */
  delete: Deletable;
}

/** `show`: it was hidden and is wanted again. `terms`, `quality`: to be reported, for that reason. */
export type HideWhat = "hidden" | "muted" | "terms" | "quality" | "show";

export type HideRequest =
  | { readonly what: HideWhat; readonly about: Statement }
  /** Reported already, in one's own words, by this row of the outbox. */
  | { readonly what: "reported"; readonly about: Statement; readonly row: ReviewId };

export function ask<Name extends keyof StatementEvents>(
  from: EventTarget,
  name: Name,
  detail: StatementEvents[Name],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
