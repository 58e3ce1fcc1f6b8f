import { css } from "lit";

export const scoreCardStyle = css`
  :host {
    container-type: inline-size;
  }

  .score {
    display: grid;
    grid-template-columns: auto minmax(7.5rem, 1fr);
    gap: 0.25rem 1.25rem;
    align-items: center;
  }

  .figure {
    display: grid;
    gap: 0.125rem;
    justify-items: start;
    min-inline-size: 0;
  }

  .big {
    font: var(--bt-score);
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
  }

  .bars li {
    position: relative;
    display: grid;
    grid-template-columns: 0.625rem minmax(2rem, 1fr) minmax(1.5rem, auto);
    gap: 0.5rem;
    align-items: center;
    inline-size: 100%;
    min-block-size: 1.5rem;
    font: var(--bt-meta);
    color: var(--bt-muted);
    font-variant-numeric: tabular-nums;
  }

  .bars button {
    position: absolute;
    inset: 0 -0.25rem;
    border-radius: var(--bt-radius-small);
  }

  .bars li:has(button:hover:enabled) {
    color: var(--bt-text);
  }

  .bars li:has(button:hover:enabled) .bar {
    outline: 1px solid var(--bt-edge);
  }

  .bar {
    block-size: 0.375rem;
    border-radius: 0.1875rem;
    background: var(--bt-sunken);
    overflow: hidden;
  }

  .bar i {
    display: block;
    block-size: 100%;
    border-radius: 0.1875rem;
    background: var(--bt-accent);
  }

  .count {
    text-align: end;
  }

  .claims {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.125rem 1rem;
    margin-block-start: 0.625rem;
    padding-block-start: 0.625rem;
    border-block-start: 1px solid var(--bt-line);
    font: var(--bt-meta);
  }

  .claim {
    font: var(--bt-meta);
  }

  .looked {
    flex-basis: 100%;
    font: var(--bt-meta);
  }

  .muted {
    color: var(--bt-muted);
  }

  .made {
    gap: 0.5rem;
    color: var(--bt-muted);
  }

  /* Large type: the bars below the figure. */
  @container (max-width: 17rem) {
    .score {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
    }

    .bar i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
