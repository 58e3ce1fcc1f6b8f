import type { ReactiveControllerHost } from "lit";
import type { ReviewRow } from "../../lib/db/community-rows.ts";
import { settledAmong } from "../../lib/db/settled.ts";
import type { ReviewId } from "../../lib/model/review.ts";
import { databases } from "../databases.ts";
import { LiveQueryController } from "./live-query.ts";

/** Which of the reviews that stand in a list are settled, in one query for all of them. */
export class SettledController {
  readonly #query: LiveQueryController<readonly [readonly ReviewId[]], ReadonlySet<ReviewId>>;

  /** @param reviews - Those that are shown now. */
  constructor(host: ReactiveControllerHost, reviews: () => readonly ReviewRow[]) {
    this.#query = new LiveQueryController(host, {
      args: () => {
        const answered: readonly ReviewId[] = reviews().flatMap(({ id, replies }) =>
          replies > 0 ? [id] : [],
        );
        return answered.length > 0 ? ([answered] as const) : undefined;
      },
      query: ([ids]) => settledAmong(databases().community, ids, Date.now()),
    });
  }

  has(id: ReviewId): boolean {
    return this.#query.value?.has(id) ?? false;
  }
}
