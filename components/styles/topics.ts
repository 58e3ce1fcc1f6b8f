import { css } from "lit";

export const topicsStyle = css`
  section {
    display: grid;
    gap: 0.375rem;
    padding: 0.875rem 1rem 0;
  }

  .room {
    block-size: 9.625rem;
  }

  h2 {
    font: 600 0.75rem/1rem var(--bt-font);
    color: var(--bt-muted);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem;
  }

  .chips li {
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .topic {
    display: inline-flex;
    align-items: baseline;
    gap: 0.375rem;
    min-block-size: 1.75rem;
    max-inline-size: 100%;
    padding: 0.3125rem 0.625rem;
    border: 1px solid var(--bt-edge);
    border-radius: 99rem;
    background: var(--bt-surface);
    font: 500 0.75rem/1rem var(--bt-font);
  }

  .topic:hover {
    background: var(--bt-sunken);
  }

  .topic[aria-expanded="true"] {
    background: var(--bt-accent-soft);
    border-color: var(--bt-accent);
    color: var(--bt-accent);
  }

  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .count {
    font-variant-numeric: tabular-nums;
    color: var(--bt-muted);
  }

  .topic[aria-expanded="true"] .count {
    color: inherit;
  }

  @media (forced-colors: active) {
    .topic[aria-expanded="true"] {
      border-width: 3px;
    }
  }
`;
