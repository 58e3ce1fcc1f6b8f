import { css } from "lit";

export const factsStyle = css`
  section,
  .older,
  .foot,
  .lead {
    padding-inline: 1rem;
  }

  .pad {
    padding: 1rem;
    justify-items: start;
  }

  .empty h2 {
    overflow-wrap: anywhere;
  }

  .lead {
    padding-block-start: 0.75rem;
    overflow-wrap: anywhere;
  }

  h2 {
    padding-block-start: 0.875rem;
  }

  h2:focus {
    outline: none;
  }

  .empty h2 {
    padding-block-start: 0;
  }

  .count {
    color: var(--bt-muted);
    font: var(--bt-meta);
    font-variant-numeric: tabular-nums;
  }

  li + li {
    border-block-start: 1px solid var(--bt-line);
  }

  .older > summary {
    inline-size: fit-content;
    min-block-size: 2rem;
    color: var(--bt-muted);
    font: var(--bt-label);
    border-radius: var(--bt-radius-small);
  }

  .more {
    font: var(--bt-label);
    margin-block: 0.25rem;
  }

  .foot {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    margin-block-start: 1rem;
  }
`;
