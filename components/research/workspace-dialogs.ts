import { html, type TemplateResult } from "lit";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ItemFilter } from "../../lib/model/research/query.ts";
import "./bt-agreement.ts";
import "./bt-codebook.ts";
import "./bt-export.ts";
import "./bt-privacy.ts";
import "./bt-redetect.ts";
import type { ResearchQueries } from "./queries.ts";
import type { WorkspaceEvents } from "./workspace-events.ts";

interface DialogContext {
  readonly collection: Collection;
  readonly filter: ItemFilter;
  readonly queries: ResearchQueries;
  readonly selected: ReadonlySet<number>;
  /** An item was asked for in a dialog, which has closed. */
  readonly open: (event: CustomEvent<WorkspaceEvents["bt-open"]>) => void;
}

/** What is asked in dialogs about the collection that is open. */
export function workspaceDialogs({
  collection,
  filter,
  queries,
  selected,
  open,
}: DialogContext): TemplateResult {
  return html`<bt-export
      .collection=${collection}
      .filter=${filter}
      .queries=${queries}
      .selected=${selected}
    ></bt-export>
    <bt-codebook .collection=${collection}></bt-codebook>
    <bt-agreement
      .collection=${collection}
      .filter=${filter}
      .queries=${queries}
      @bt-open=${open}
    ></bt-agreement>
    <bt-redetect .collection=${collection}></bt-redetect>
    <bt-privacy .collection=${collection}></bt-privacy>`;
}
