import { css, unsafeCSS } from "lit";
import { darkColours, lightColours } from "../../lib/research/report/chart-look.ts";

const hues = lightColours.hues.map(
  (light, index) => `--hue-${index}: light-dark(${light}, ${darkColours.hues[index] ?? light});`,
);

/** The hues of charts as `--hue-0` …, those of pictures; constants of ours, never text from elsewhere. */
export const chartHues = css`
  :host {
    ${unsafeCSS(hues.join("\n"))}
  }
`;

/** Above both kinds of chart: panel, heading, table. */
export const chartPanelStyle = css`
  section {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
  }

  h2 {
    flex: 1 1 8rem;
    font: 600 0.75rem/1rem var(--bt-font);
    color: var(--bt-muted);
  }

  .switch {
    display: inline-flex;
    border: 1px solid var(--bt-edge);
    border-radius: var(--bt-radius-small);
  }

  .switch button {
    min-block-size: 1.5rem;
    padding-inline: 0.5rem;
    font: 500 0.6875rem/1rem var(--bt-font);
  }

  .switch button[aria-pressed="true"] {
    background: var(--bt-accent-soft);
    color: var(--bt-accent);
  }

  .table {
    max-block-size: 11rem;
    overflow: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font: var(--bt-meta);
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 0.1875rem 0.375rem;
    text-align: end;
    font-weight: 400;
    border-block-end: 1px solid var(--bt-line);
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--bt-surface);
    font-weight: 600;
    color: var(--bt-muted);
  }

  tr > :first-child {
    min-inline-size: 4rem;
    text-align: start;
    overflow-wrap: anywhere;
  }

  @media (forced-colors: active) {
    .switch button[aria-pressed="true"] {
      outline: 2px solid Highlight;
    }
  }
`;
