import { html, type TemplateResult } from "lit";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ItemFilter } from "../../lib/model/research/query.ts";
import "./bt-agreement.ts";
import "./bt-codebook.ts";
import "./bt-export.ts";
import "./bt-privacy.ts";
import type { ResearchQueries } from "./queries.ts";

interface DialogContext {
  readonly collection: Collection;
  readonly filter: ItemFilter;
  readonly queries: ResearchQueries;
  readonly selected: ReadonlySet<number>;
}

/** What is asked in dialogs about the collection that is open. */
export function workspaceDialogs({ collection, filter, queries, selected }: DialogContext): TemplateResult {
  return html`<bt-export
      .collection=${collection}
      .filter=${filter}
      .queries=${queries}
      .selected=${selected}
    ></bt-export>
    <bt-codebook .collection=${collection}></bt-codebook>
    <bt-agreement .collection=${collection} .filter=${filter} .queries=${queries}></bt-agreement>
    <bt-privacy .collection=${collection}></bt-privacy>`;
}
