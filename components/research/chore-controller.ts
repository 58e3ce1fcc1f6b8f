import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from "lit";
import type { ChoreRow } from "../../lib/db/research.ts";
import { databaseErrorOf } from "../../lib/db/database-error.ts";
import type { CollectionId } from "../../lib/model/research/collection.ts";
import { choreProgress } from "../../lib/research/privacy/chore-row.ts";
import { runChore } from "../../lib/research/privacy/chores.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { problemText } from "../parts/problem-text.ts";

/** Long work on a collection: runs it in this page and shows how far it is, whoever runs it. */
export class ChoreController implements ReactiveController {
  failure = "";
  readonly #host: ReactiveControllerHost;
  readonly #kind: ChoreRow["kind"];
  readonly #collection: () => CollectionId | undefined;
  readonly #row: LiveQueryController<readonly [CollectionId], ChoreRow | undefined>;

  constructor(
    host: ReactiveControllerHost,
    kind: ChoreRow["kind"],
    collection: () => CollectionId | undefined,
  ) {
    this.#host = host;
    this.#kind = kind;
    this.#collection = collection;
    host.addController(this);
    this.#row = new LiveQueryController(host, {
      args: () => {
        const id = collection();
        return id === undefined ? undefined : ([id] as const);
      },
      query: ([id]) => databases().research.chores.get([id, kind]),
    });
  }

  hostConnected(): void {
    this.failure = "";
  }

  /** Resolves when it is done; what went wrong stands in `failure`. A page that closes leaves it to the background. */
  async run(): Promise<boolean> {
    const collection = this.#collection();
    if (collection === undefined) return false;
    this.failure = "";
    try {
      await runChore(databases().research, collection, this.#kind);
      return true;
    } catch (cause) {
      const fault = databaseErrorOf(cause);
      if (!fault) throw cause;
      this.failure = problemText(fault.problem);
      return false;
    } finally {
      this.#host.requestUpdate();
    }
  }

  progress(label: string): TemplateResult | typeof nothing {
    const row = this.#row.value;
    if (!row) return nothing;
    return html`<label class="field"
      ><span role="status">${label}</span> <progress .value=${choreProgress(row)} max="1"></progress
    ></label>`;
  }
}
