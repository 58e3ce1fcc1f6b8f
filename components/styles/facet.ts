import { css } from "lit";

/** A column of things with their counts, of which some are pressed in. */
export const facetStyle = css`
  section {
    display: grid;
    gap: 0.25rem;
    grid-template-columns: minmax(0, 1fr);
  }

  h2 {
    font: 600 0.75rem/1rem var(--bt-font);
    color: var(--bt-muted);
    padding-block-end: 0.125rem;
  }

  .value {
    display: flex;
    align-items: baseline;
    gap: 0.5rem;
    inline-size: 100%;
    min-block-size: 1.75rem;
    padding: 0.25rem 0.5rem;
    border: 1px solid transparent;
    border-radius: var(--bt-radius-small);
  }

  .value:hover {
    background: var(--bt-sunken);
  }

  .value[aria-pressed="true"],
  .value[aria-current="true"] {
    background: var(--bt-accent-soft);
    color: var(--bt-accent);
    font-weight: 600;
  }

  .value bdi {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    /* Names of either direction begin where the list does. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .count {
    color: var(--bt-muted);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .more {
    margin-inline-start: 0.125rem;
    justify-self: start;
  }

  .more[aria-expanded="true"] svg {
    rotate: 180deg;
  }

  @media (forced-colors: active) {
    .value[aria-pressed="true"],
    .value[aria-current="true"] {
      border-color: Highlight;
      outline: 1px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
