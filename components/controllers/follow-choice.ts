import type { ReactiveControllerHost } from "lit";
import type { Follow } from "../../lib/model/follow.ts";
import type { PageSubject } from "../../lib/model/subject.ts";
import type { TabState } from "../../lib/model/tab-state.ts";
import { changeFollow } from "../parts/change-follow.ts";
import { recordsAbout, type RecordsAbout } from "../parts/records-about.ts";
import { followsController } from "./follows.ts";
import type { LiveQueryController } from "./live-query.ts";

/** What is in front of the person; `undefined` where nothing may be kept: in a page, in a private window. */
type InFront = () => { readonly subject: PageSubject; readonly state: TabState } | undefined;

/** Whether the brand or shop in front is followed, and the change of that. */
export class FollowChoice {
  readonly #follows: LiveQueryController<readonly [], readonly Follow[]>;
  readonly #inFront: InFront;

  constructor(host: ReactiveControllerHost, inFront: InFront) {
    this.#follows = followsController(host);
    this.#inFront = inFront;
  }

  /** A product is not followed: daily files tell of brands. */
  get #about(): RecordsAbout | undefined {
    const { state, subject } = this.#inFront() ?? {};
    return subject && state && subject.lens !== "product"
      ? recordsAbout(subject, state.resolution)
      : undefined;
  }

  /** `undefined` where it cannot be followed, or is not known yet. */
  get isFollowed(): boolean | undefined {
    const brandId = this.#about?.brandId;
    return brandId === undefined ? undefined : this.#follows.value?.some((row) => row.brandId === brandId);
  }

  /** @returns What to say about it; empty where there is nothing to follow. */
  async change(on: boolean): Promise<string> {
    return this.#about ? changeFollow(this.#about, on) : "";
  }
}
