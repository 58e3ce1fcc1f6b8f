import { css } from "lit";

export const recordBarStyle = css`
  /* Stays in sight while a long page is read; in little room it would cover what has the focus. */
  @media (min-width: 40rem) and (min-height: 22rem) {
    :host(:not([compact])) {
      position: sticky;
      inset-block-start: 0;
      z-index: 20;
    }
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem 0.75rem;
    padding: 0.375rem 1rem;
    background: var(--bt-danger-soft);
    color: var(--bt-danger);
    border-block-end: 2px solid var(--bt-danger);
    font: 600 0.8125rem/1.125rem var(--bt-font);
  }

  .bar.paused,
  .bar.ended {
    background: var(--bt-warn-soft);
    color: var(--bt-warn);
    border-block-end: 2px dashed var(--bt-warn);
  }

  .words {
    flex: 1 1 12rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    margin-inline-start: auto;
  }

  .button {
    border-color: currentColor;
    background: var(--bt-surface);
    color: inherit;
    font-weight: 600;
    min-block-size: 1.75rem;
  }

  .dot {
    flex: none;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    border-radius: 50%;
    background: currentColor;
    /* Forced colours take backgrounds away. */
    border: 1px solid currentColor;
    animation: breathe 3s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.55;
    }
  }

  .why {
    flex-basis: 100%;
    font-weight: 400;
  }

  @media (prefers-reduced-motion: reduce) {
    .dot {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .bar {
      border: 3px solid;
    }

    .bar.paused,
    .bar.ended {
      border-style: dashed;
    }

    .dot {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
