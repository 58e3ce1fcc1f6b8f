import type { ReactiveController, ReactiveControllerHost } from "lit";
import { conversationKeys } from "../../lib/db/said-texts.ts";
import type { FoundQuotes, FoundTopics, QuotesQuery, TopicsAbout } from "../../lib/messages/compute.ts";
import type { Problem } from "../../lib/model/result.ts";
import { compute } from "../compute.ts";
import { databases } from "../databases.ts";
import { IdleCompute } from "./idle-compute.ts";
import { LiveQueryController } from "./live-query.ts";

/** What topics are asked of, and how many reviews there are: when that changes, so may they. */
export interface TopicsPlace extends TopicsAbout {
  readonly reviews: number;
}

/** Without what is no part of the question. */
function aboutOf({ keys, brandId, names }: TopicsPlace): TopicsAbout {
  return { keys, names, ...(brandId !== undefined && { brandId }) };
}

/** Topics that cannot be had are missing and nothing else; a bug was said where it happened. */
function sayUnlessBug(error: Problem): void {
  if (error.code !== "bug") console.error("[topics]", error);
}

/**
 * What people mention most, counted by the dedicated worker. Nothing is asked before the page has drawn its first
 * content and is idle; what was found stays until there is something newer about the same place.
 */
export class TopicsController implements ReactiveController {
  value: FoundTopics | undefined;
  /** Asked, or about to be. */
  isWaiting = true;
  readonly #host: ReactiveControllerHost;
  readonly #place: () => TopicsPlace | undefined;
  /** Threads that were read meanwhile; not asked while the page is still busy. */
  readonly #conversations: LiveQueryController<readonly [string], readonly string[]>;
  readonly #compute: IdleCompute;
  #asked: { readonly about: string; readonly state: string } | undefined;

  constructor(host: ReactiveControllerHost, place: () => TopicsPlace | undefined) {
    this.#host = host;
    this.#place = place;
    this.#compute = new IdleCompute(host);
    host.addController(this);
    this.#conversations = new LiveQueryController(host, {
      args: () => {
        const brandId = this.#compute.isReady ? this.#place()?.brandId : undefined;
        return brandId === undefined ? undefined : ([brandId] as const);
      },
      query: ([brandId]) => conversationKeys(databases().community, brandId),
    });
  }

  hostDisconnected(): void {
    this.#asked = undefined;
  }

  hostUpdated(): void {
    const place = this.#place();
    if (!this.#compute.isReady || !place || this.#conversations.loading) return;
    const about = aboutOf(place);
    const asked = {
      about: JSON.stringify(about),
      state: JSON.stringify([place.reviews, this.#conversations.value]),
    };
    if (asked.about === this.#asked?.about && asked.state === this.#asked.state) return;
    const isSamePlace = asked.about === this.#asked?.about;
    this.#asked = asked;
    void this.#ask(about, isSamePlace);
  }

  /** Sentences behind a topic, or nothing where they cannot be had. */
  async quotes(query: Omit<QuotesQuery, "about">): Promise<FoundQuotes | undefined> {
    const place = this.#place();
    if (!place) return undefined;
    const about = aboutOf(place);
    const answer = await compute().ask("quotes", { about, ...query }, this.#compute.signal);
    if (answer.ok) return answer.value;
    sayUnlessBug(answer.error);
    return undefined;
  }

  async #ask(about: TopicsAbout, isSamePlace: boolean): Promise<void> {
    const turn = this.#compute.nextTurn();
    if (!isSamePlace) this.#show(undefined, true);
    const answer = await compute().ask("topics", about, turn);
    if (turn.aborted) return;
    if (!answer.ok) sayUnlessBug(answer.error);
    this.#show(answer.ok ? answer.value : undefined, false);
  }

  #show(found: FoundTopics | undefined, isWaiting: boolean): void {
    if (found === this.value && isWaiting === this.isWaiting) return;
    this.value = found;
    this.isWaiting = isWaiting;
    this.#host.requestUpdate();
  }
}
