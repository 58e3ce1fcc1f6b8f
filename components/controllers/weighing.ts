import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { SubjectKey } from "../../lib/model/subject.ts";
import type { Weighing, WeighQuery } from "../../lib/model/weighing.ts";
import { signalsOff } from "../../lib/settings.ts";
import { signals } from "../../lib/trust/index.ts";
import { compute } from "../compute.ts";
import { IdleCompute } from "./idle-compute.ts";
import { StoredItemController } from "./stored-item.ts";

/** Whose reviews are weighed, and what of them is known: when that changes, so may the weights. */
export interface WeighPlace {
  readonly keys: readonly SubjectKey[];
  readonly brandId: string | undefined;
  readonly state: string;
}

/** How reviews weigh, and which signals did not speak for it. */
export interface Weighed {
  readonly weighing: Weighing;
  readonly off: readonly string[];
}

/**
 * How the reviews in front weigh, with the signals that the person has not switched off; worked out by the dedicated
 * worker. Nothing is asked before the page has drawn its first content and is idle. What is there stays, with what was
 * off for it, until there is something newer about the same place.
 */
export class WeighingController implements ReactiveController {
  value: Weighed | undefined;
  /** It was asked and cannot be had: all that is missing are reasons. */
  hasFailed = false;
  readonly #host: ReactiveControllerHost;
  readonly #place: () => WeighPlace | undefined;
  readonly #off: StoredItemController<readonly string[]>;
  readonly #compute: IdleCompute;
  #asked: { readonly about: string; readonly state: string } | undefined;

  constructor(host: ReactiveControllerHost, place: () => WeighPlace | undefined) {
    this.#host = host;
    this.#place = place;
    this.#off = new StoredItemController(host, signalsOff);
    this.#compute = new IdleCompute(host);
    host.addController(this);
  }

  /** Signals that the person has switched off; of a setting that came from elsewhere only what there is. */
  get off(): readonly string[] {
    const chosen = new Set(this.#off.value);
    return signals.map(({ id }) => id).filter((id) => chosen.has(id));
  }

  hostDisconnected(): void {
    this.#asked = undefined;
  }

  hostUpdate(): void {
    const place = this.#place();
    // What was found about another place must not be drawn once with this one.
    if (this.#asked && this.#asked.about !== (place && aboutOf(place))) this.#forget();
  }

  hostUpdated(): void {
    const place = this.#place();
    if (!place || !this.#compute.isReady || this.#off.value === undefined) return;
    const about = aboutOf(place);
    const state = JSON.stringify([place.state, this.off]);
    if (this.#asked?.about === about && this.#asked.state === state) return;
    this.#asked = { about, state };
    const { keys, brandId } = place;
    void this.#ask({ keys, ...(brandId !== undefined && { brandId }), off: this.off });
  }

  async #ask(query: WeighQuery): Promise<void> {
    const turn = this.#compute.nextTurn();
    const answer = await compute().ask("weigh", query, turn);
    if (turn.aborted) return;
    if (!answer.ok && answer.error.code !== "bug") console.error("[weighing]", answer.error);
    this.value = answer.ok ? { weighing: answer.value, off: query.off } : undefined;
    this.hasFailed = !answer.ok;
    this.#host.requestUpdate();
  }

  #forget(): void {
    this.#compute.nextTurn();
    this.#asked = undefined;
    this.value = undefined;
    this.hasFailed = false;
  }
}

function aboutOf({ keys, brandId }: WeighPlace): string {
  return JSON.stringify([keys, brandId]);
}
