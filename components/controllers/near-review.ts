import type { ReactiveControllerHost } from "lit";
import { type Nearness, reviewsNear } from "../../lib/db/circle-reviews.ts";
import type { ReviewRow } from "../../lib/db/community-rows.ts";
import { t } from "../../lib/i18n.ts";
import type { SubjectKey } from "../../lib/model/subject.ts";
import { databases } from "../databases.ts";
import { CircleController } from "./circle.ts";
import { LiveQueryController } from "./live-query.ts";

/** What is asked about; the number of reviews goes with it, so that it is asked again when that changes. */
type About = readonly [keys: readonly SubjectKey[], reviews: number];

/** The review of a subject by somebody near to the person, the nearest one's newest. */
export class NearReviewController {
  readonly #circle: CircleController;
  readonly #near: LiveQueryController<readonly [...About, Nearness], { readonly row?: ReviewRow }>;

  constructor(host: ReactiveControllerHost, about: () => About | undefined) {
    this.#circle = new CircleController(host);
    this.#near = new LiveQueryController(host, {
      args: () => {
        const what = about();
        return what && this.#circle.hasNear ? ([...what, this.#circle.circle.nearness] as const) : undefined;
      },
      query: async ([keys, , nearness]) => {
        const [row] = await reviewsNear(databases().community, { keys }, nearness);
        return row ? { row } : {};
      },
    });
  }

  /** Whether it is known; also where it cannot be, which must not keep the rest from being shown. */
  get isRead(): boolean {
    if (this.#circle.error || this.#near.error) return true;
    return this.#circle.isRead && (!this.#circle.hasNear || this.#near.value !== undefined);
  }

  get review(): ReviewRow | undefined {
    return this.#near.value?.row;
  }

  get title(): string {
    const author = this.review?.author;
    const isFollowed = author !== undefined && this.#circle.personOf(author)?.choice === "followed";
    return t(isFollowed ? "near_followed" : "near_via");
  }
}
