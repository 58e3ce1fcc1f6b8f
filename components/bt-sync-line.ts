import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { listCursors } from "../lib/db/sync-state.ts";
import { t } from "../lib/i18n.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { OnlineController } from "./controllers/online.ts";
import { databases } from "./databases.ts";
import { copyProgress, syncSentence } from "./parts/sync-words.ts";
import { shared } from "./styles/shared.ts";

/** How fresh the local copy is, in one sentence, with a bar while the first copy runs. */
@customElement("bt-sync-line")
export class SyncLine extends LitElement {
  static override readonly styles = shared;

  readonly #online = new OnlineController(this);
  readonly #states = new LiveQueryController(this, {
    args: () => [] as const,
    query: () => listCursors(databases().community),
  });

  override render(): TemplateResult {
    const states = this.#states.value;
    if (!states) return html`${nothing}`;
    const progress = copyProgress(states);
    return html`<p class="meta" role="status">
        ${syncSentence(states, Date.now())} ${this.#online.value ? "" : t("offline_note")}
      </p>
      ${
        progress === undefined
          ? nothing
          : html`<progress aria-label=${t("sync_first_copy_label")} max="1" .value=${progress}></progress>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-sync-line": SyncLine;
  }
}
