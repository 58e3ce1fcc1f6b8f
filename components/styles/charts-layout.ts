import { css } from "lit";

export const chartsLayoutStyle = css`
  :host {
    container-type: inline-size;
  }

  .panels {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    align-items: start;
    gap: 0.75rem;
  }

  .panel {
    min-block-size: 12.5rem;
    padding: 0.75rem;
    border: 1px solid var(--bt-line);
    border-radius: var(--bt-radius);
    background: var(--bt-surface);
  }

  .others {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }

  bt-tabs {
    /* Five of them, in a third of the window. */
    --bt-tab-gap: 0.625rem;
    --bt-tab-edge: 0.75rem;
    margin-inline: -0.75rem;
    margin-block-start: -0.5rem;
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
  }

  .controls select,
  .controls button {
    inline-size: auto;
    min-block-size: 1.5rem;
    padding-block: 0;
    padding-inline: 0.375rem;
    font: 500 0.75rem/1rem var(--bt-font);
  }

  .controls select {
    max-inline-size: 11rem;
  }

  .controls button {
    border: 1px solid var(--bt-edge);
    border-radius: 0.5rem;
  }

  .controls button[aria-pressed="true"] {
    background: var(--bt-accent-soft);
    border-color: var(--bt-accent);
    color: var(--bt-accent);
  }

  progress {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
  }

  /* Beside each other only where both have room. */
  @container (inline-size < 34rem) {
    .panels {
      grid-template-columns: minmax(0, 1fr);
    }

    .panel {
      min-block-size: 0;
    }
  }

  @media (forced-colors: active) {
    .controls button[aria-pressed="true"] {
      outline: 2px solid Highlight;
    }
  }
`;
