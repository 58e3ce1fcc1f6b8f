import { css } from "lit";

export const reviewTimesStyle = css`
  section {
    display: grid;
    gap: 0.375rem;
    grid-template-columns: minmax(0, 1fr);
  }

  h2 {
    font: 600 0.75rem/1rem var(--bt-font);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0.25rem 0.75rem;
  }

  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }

  .view {
    min-block-size: 1.5rem;
    padding: 0 0.5rem;
    border: 1px solid var(--bt-edge);
    border-radius: 99rem;
    background: var(--bt-surface);
    font: 500 0.6875rem/1rem var(--bt-font);
  }

  .view[aria-pressed="true"] {
    background: var(--bt-accent-soft);
    border-color: var(--bt-accent);
    color: var(--bt-accent);
  }

  .plot {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.375rem;
    font: 400 0.6875rem/1rem var(--bt-font);
    color: var(--bt-muted);
    font-variant-numeric: tabular-nums;
  }

  .bars {
    display: flex;
    align-items: stretch;
    block-size: 4.5rem;
    border-block-end: 1px solid var(--bt-edge);
  }

  .bar {
    position: relative;
    flex: 1 1 0;
    min-inline-size: 1px;
    padding-inline: 0.5px;
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
  }

  /* The band runs over the whole height, so that a burst is seen where its bar is low, too. */
  .bar.burst {
    background: var(--bt-warn-soft);
    min-inline-size: 3px;
  }

  .bar i {
    display: block;
    background: var(--bt-accent);
  }

  .bar i.in-burst {
    background: repeating-linear-gradient(
      45deg,
      var(--bt-star) 0 2px,
      color-mix(in srgb, var(--bt-star) 55%, transparent) 2px 4px
    );
    outline: 1px solid var(--bt-star);
    outline-offset: -1px;
  }

  .axis {
    display: flex;
    justify-content: space-between;
    grid-column: 1;
  }

  .legend {
    display: flex;
    align-items: center;
    gap: 0.375rem;
  }

  .swatch {
    flex: none;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border: 1px solid var(--bt-star);
    background: var(--bt-warn-soft);
  }

  summary {
    color: var(--bt-muted);
  }

  .table {
    max-block-size: 14rem;
    overflow: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  caption {
    text-align: start;
    padding-block: 0.25rem;
  }

  th,
  td {
    padding: 0.125rem 0.25rem;
    text-align: start;
    font-weight: 400;
    border-block-end: 1px solid var(--bt-line);
  }

  thead th {
    font-weight: 600;
  }

  th + td,
  td + td,
  th:not(:first-child) {
    text-align: end;
  }

  @media (forced-colors: active) {
    .bar i {
      background: CanvasText;
      forced-color-adjust: none;
    }

    .bar i.in-burst,
    .bar.burst,
    .swatch {
      background: Canvas;
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }

    .view[aria-pressed="true"] {
      border-width: 3px;
    }
  }
`;
