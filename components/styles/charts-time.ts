import { css } from "lit";

export const chartsTimeStyle = css`
  .plot {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 0.375rem;
    font: 400 0.6875rem/1rem var(--bt-font);
    color: var(--bt-muted);
    font-variant-numeric: tabular-nums;
  }

  .scale {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    text-align: end;
    block-size: 5.75rem;
  }

  .scale.seen {
    text-align: start;
  }

  .scroll {
    overflow-x: auto;
    overflow-y: hidden;
    /* Room for the ring of the bar that has the focus. */
    padding: 0.5rem 2px 2px;
    margin: 0 -2px;
  }

  .area {
    position: relative;
    block-size: 4.75rem;
    border-block-end: 1px solid var(--bt-edge);
    background: linear-gradient(var(--bt-line) 0 0) top / 100% 1px no-repeat;
  }

  .bars {
    display: flex;
    block-size: 100%;
    touch-action: pan-y;
    user-select: none;
  }

  .bar {
    flex: 1 1 0;
    min-inline-size: 4px;
    display: flex;
    flex-direction: column-reverse;
    align-items: stretch;
    block-size: 100%;
    border-radius: 0;
  }

  .bar:hover {
    background: var(--bt-sunken);
  }

  .bar:focus-visible {
    outline-offset: -2px;
    z-index: 1;
  }

  .bar i {
    display: block;
    flex: none;
    margin-inline: 8%;
    background: var(--bt-edge);
  }

  .bar i:last-child {
    border-start-start-radius: 2px;
    border-start-end-radius: 2px;
  }

  .bars.some .bar:not([aria-pressed="true"]) i {
    opacity: 0.45;
  }

  .bar[aria-pressed="true"] {
    background: var(--bt-accent-soft);
    box-shadow: inset 0 -3px var(--bt-accent);
  }

  .bar.brushed {
    background: var(--bt-accent-soft);
    box-shadow: inset 0 3px var(--bt-accent);
  }

  svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
    overflow: visible;
  }

  svg:dir(rtl) {
    scale: -1 1;
  }

  polyline {
    fill: none;
    stroke: var(--bt-text);
    stroke-width: 1.5;
    stroke-dasharray: 4 3;
    vector-effect: non-scaling-stroke;
  }

  /* Keeps the line apart from the bars behind it. */
  polyline.halo {
    stroke: var(--bt-surface);
    stroke-width: 4.5;
    stroke-dasharray: none;
  }

  .axis {
    white-space: nowrap;
    display: flex;
    justify-content: space-between;
    gap: 0.5rem;
    padding-block-start: 0.125rem;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.75rem;
    font: var(--bt-meta);
    color: var(--bt-muted);
  }

  .legend li,
  .legend button {
    display: inline-flex;
    align-items: center;
    gap: 0.3125rem;
    min-block-size: 1.5rem;
    min-inline-size: 1.5rem;
    overflow-wrap: anywhere;
  }

  .legend button[aria-pressed="true"] {
    color: var(--bt-accent);
    font-weight: 600;
  }

  .legend button:hover {
    color: var(--bt-text);
    text-decoration: underline;
  }

  .legend i {
    flex: none;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    background: var(--bt-edge);
  }

  .legend i.seen {
    inline-size: 1.125rem;
    block-size: 0;
    background: none;
    border-block-start: 2px dashed var(--bt-text);
  }

  .below {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1rem;
    padding-block-start: 0.25rem;
  }

  .readout {
    min-block-size: 1rem;
    font: var(--bt-meta);
    color: var(--bt-muted);
  }

  @media (forced-colors: active) {
    .bar i,
    .legend i {
      background: CanvasText;
      border: 1px solid Canvas;
      forced-color-adjust: none;
    }

    .bar[aria-pressed="true"],
    .bar.brushed {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .area,
    polyline {
      border-color: CanvasText;
      stroke: CanvasText;
    }
  }
`;
