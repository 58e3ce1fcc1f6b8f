import type { ReactiveControllerHost } from "lit";
import type { Lens } from "../../lib/model/subject.ts";
import { emptyFilter, type ReviewFilter } from "../bt-review-filter.ts";
import type { SubjectTab } from "../bt-subject-view.ts";
import type { TalkStart } from "../bt-talk.ts";

/** Where in the sidebar the person looks: the lens, the tab, and what was asked of it. */
export class Look {
  /** `undefined`: the first that applies. */
  lens: Lens | undefined;
  tab: SubjectTab = "overview";
  filter: ReviewFilter = emptyFilter;
  /** What Talk opens with. */
  talk: TalkStart | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Another place is in front: everything from the beginning, but for what is the person's own. */
  begin(): void {
    this.lens = undefined;
    this.filter = emptyFilter;
    this.show(this.tab === "mine" ? "mine" : "overview");
  }

  /** A press somewhere leads to a tab, from its top. */
  show(tab: SubjectTab, filter?: Partial<ReviewFilter>): void {
    if (filter) this.filter = { ...emptyFilter, ...filter };
    this.choose(tab);
    scrollTo(0, 0);
  }

  /** @param start - What was pressed to come to Talk. */
  showTalk(start: TalkStart): void {
    this.show("talk");
    this.talk = start;
  }

  /** The tab itself was pressed. */
  choose(tab: SubjectTab): void {
    this.tab = tab;
    this.talk = undefined;
    this.#host.requestUpdate();
  }

  chooseLens(lens: Lens): void {
    this.lens = lens;
    this.filter = emptyFilter;
    this.choose(this.tab === "reviews" ? "overview" : this.tab);
  }

  filterBy(filter: ReviewFilter): void {
    this.filter = filter;
    this.#host.requestUpdate();
  }
}
