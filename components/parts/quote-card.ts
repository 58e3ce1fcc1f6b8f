import { html, type TemplateResult } from "lit";
import { t } from "../../lib/i18n.ts";
import type { SidebarFocus } from "../../lib/model/sidebar-focus.ts";
import "../bt-quote.ts";
import { command } from "../commands.ts";
import { problemText } from "./problem-text.ts";

interface Presses {
  readonly onBack: () => void;
  /** Told what to say where collecting did not work. */
  readonly onFailure: (words: string) => void;
}

/** The post from which the person came; where something may be kept, it can be collected for research. */
export function quoteCard(focus: SidebarFocus, mayKeep: boolean, presses: Presses): TemplateResult {
  const collect = async (): Promise<void> => {
    const words = await collectQuoted(focus);
    if (words) presses.onFailure(words);
  };
  return html`<bt-quote
    .quote=${focus.quote}
    ?collectable=${mayKeep}
    @back=${presses.onBack}
    @collect=${collect}
  ></bt-quote>`;
}

async function collectQuoted({ quote, tabId }: SidebarFocus): Promise<string> {
  if (!quote) return t("research_refused_nothing");
  const result = await command("collectPost", { tabId, quote });
  return result.ok ? "" : problemText(result.error);
}
