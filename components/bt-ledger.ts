import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { countersSince } from "../lib/db/counters.ts";
import { ledgerSince, requestsByCause } from "../lib/db/ledger.ts";
import type { DayCounters, LedgerRow } from "../lib/db/personal-rows.ts";
import { formatBytes, formatDate, t } from "../lib/i18n.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { databases } from "./databases.ts";
import { sectionStyle } from "./styles/page-layout.ts";
import { shared } from "./styles/shared.ts";

const weekMs = 7 * 86_400_000;
const mostRows = 200;

interface Week {
  readonly days: readonly DayCounters[];
  /** The newest. */
  readonly requests: readonly LedgerRow[];
  readonly causes: ReadonlyMap<LedgerRow["cause"], number>;
}

/** Every request of the last week: when, to whom, what for, who caused it, how much. */
@customElement("bt-ledger")
export class Ledger extends LitElement {
  static override readonly styles = [
    shared,
    sectionStyle,
    css`
      .sum {
        padding: 0.875rem 1rem;
        border-radius: var(--bt-radius);
        background: var(--bt-accent-soft);
        font-weight: 500;
        margin-block: 0.5rem;
      }

      .scroll {
        overflow-x: auto;
        border: 1px solid var(--bt-line);
        border-radius: var(--bt-radius);
        max-block-size: 26rem;
      }

      table {
        inline-size: 100%;
        border-collapse: collapse;
        font: var(--bt-meta);
        background: var(--bt-surface);
      }

      th,
      td {
        padding: 0.375rem 0.625rem;
        text-align: start;
        vertical-align: top;
        border-block-end: 1px solid var(--bt-line);
      }

      th {
        position: sticky;
        inset-block-start: 0;
        background: var(--bt-sunken);
        font-weight: 600;
        white-space: nowrap;
      }

      .number {
        text-align: end;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }

      .path {
        min-inline-size: 11rem;
        max-inline-size: 16rem;
        overflow-wrap: anywhere;
        font-family: var(--bt-mono);
      }
    `,
  ];

  readonly #week = new LiveQueryController(this, { args: () => [] as const, query: readWeek });

  override render(): TemplateResult {
    const week = this.#week.value;
    return html`<section id="ledger">
      <h2>${t("options_ledger")}</h2>
      <p class="hint">${t("options_ledger_hint")}</p>
      ${week ? html`${this.#sum(week)} ${this.#table(week.requests)}` : nothing}
      ${this.#week.error ? html`<p role="alert">${t("error_read")}</p>` : nothing}
    </section>`;
  }

  #sum({ causes, days }: Week): TemplateResult {
    const sum = (pick: (day: DayCounters) => number): number => days.reduce((all, day) => all + pick(day), 0);
    const scheduled = causes.get("schedule") ?? 0;
    const pressed = causes.get("person") ?? 0;
    // Whatever else may ever stand in the ledger shows here, instead of being promised away.
    const other = [...causes.values()].reduce((all, count) => all + count, 0) - scheduled - pressed;
    return html`<p class="sum">
      ${t("ledger_sum", {
        pages: t("ledger_pages", { count: sum((day) => day.pages) }),
        brands: sum((day) => day.brands),
        scheduled: t("ledger_scheduled", { count: scheduled }),
        pressed,
        other,
      })}
    </p>`;
  }

  #table(requests: readonly LedgerRow[]): TemplateResult {
    if (requests.length === 0) return html`<p class="meta">${t("ledger_empty")}</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t("options_ledger")}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t("ledger_when")}</th>
              <th scope="col">${t("ledger_host")}</th>
              <th scope="col">${t("ledger_purpose")}</th>
              <th scope="col">${t("ledger_cause")}</th>
              <th scope="col">${t("ledger_path")}</th>
              <th scope="col" class="number">${t("ledger_out")}</th>
              <th scope="col" class="number">${t("ledger_in")}</th>
              <th scope="col" class="number">${t("ledger_status")}</th>
            </tr>
          </thead>
          <tbody>
            ${requests.slice(0, mostRows).map(rowOf)}
          </tbody>
        </table>
      </div>
      ${requests.length > mostRows ? html`<p class="meta">${t("ledger_more", { count: mostRows })}</p>` : nothing}`;
  }
}

function rowOf(row: LedgerRow): TemplateResult {
  const { at, host, purpose, cause, method, path, bytesOut, bytesIn, status } = row;
  return html`<tr>
    <td>${formatDate(at, { dateStyle: "short", timeStyle: "short" })}</td>
    <td><bdi dir="ltr">${host}</bdi></td>
    <td>${t(`purpose_${purpose}`)}</td>
    <td>${t(`cause_${cause}`)}</td>
    <td class="path"><bdi dir="ltr">${method} ${path}</bdi></td>
    <td class="number">${formatBytes(bytesOut)}</td>
    <td class="number">${formatBytes(bytesIn)}</td>
    <td class="number">${status || t("ledger_no_answer")}</td>
  </tr>`;
}

async function readWeek(): Promise<Week> {
  const { personal } = databases();
  const since = Date.now() - weekMs;
  const [days, requests, causes] = await Promise.all([
    countersSince(personal, since),
    ledgerSince(personal, since, mostRows + 1),
    requestsByCause(personal, since),
  ]);
  return { days, requests, causes };
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-ledger": Ledger;
  }
}
