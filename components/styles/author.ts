import { css } from "lit";

export const authorStyle = css`
  /* Long enough to stand at the top as soon as it is opened. */
  section {
    min-block-size: calc(100dvh - 3.25rem);
  }

  .back {
    margin: 0.5rem 1rem 0.25rem 0.625rem;
  }

  :dir(rtl) .back svg {
    scale: -1 1;
  }

  header {
    display: grid;
    gap: 0.375rem;
    grid-template-columns: minmax(0, 1fr);
    padding: 0.25rem 1rem 0.75rem;
    border-block-end: 1px solid var(--bt-line);
  }

  .top {
    align-items: center;
  }

  h2 {
    font: var(--bt-title);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  h2.key {
    font-family: var(--bt-mono);
  }

  h2:focus {
    outline: none;
  }

  .groups {
    font: 0.75rem/1.25rem var(--bt-mono);
    color: var(--bt-text);
    overflow-wrap: anywhere;
  }

  .spread {
    display: flex;
    gap: 0.75rem;
    margin-block: 0.125rem;
  }

  .spread li {
    display: grid;
    justify-items: center;
    inline-size: 2rem;
    font: var(--bt-meta);
    font-variant-numeric: tabular-nums;
  }

  .column {
    display: flex;
    align-items: flex-end;
    inline-size: 100%;
    block-size: 1.5rem;
    border-block-end: 1px solid var(--bt-edge);
  }

  .column i {
    display: block;
    inline-size: 100%;
    border-start-start-radius: 0.125rem;
    border-start-end-radius: 0.125rem;
    background: var(--bt-accent);
  }

  .star {
    display: inline-flex;
    align-items: center;
    gap: 0.125rem;
    color: var(--bt-muted);
  }

  .proofs {
    display: grid;
    gap: 0.125rem;
  }

  .proofs li {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    overflow-wrap: anywhere;
  }

  .proofs a {
    display: inline-block;
    min-block-size: 1.5rem;
    line-height: 1.5rem;
  }

  .pad {
    padding: 0.5rem 1rem;
  }

  @media (forced-colors: active) {
    .column i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
