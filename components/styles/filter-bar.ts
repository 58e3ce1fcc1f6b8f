import { css } from "lit";

/** Search field, order and filters above a list. */
export const filterBarStyle = css`
  search {
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem 1rem 0.5rem;
  }

  .line {
    display: flex;
    gap: 0.5rem;
    flex-wrap: wrap;
  }

  .find {
    position: relative;
    flex: 1 1 6rem;
  }

  .find svg {
    position: absolute;
    inset-inline-start: 0.625rem;
    inset-block-start: 0.5rem;
    color: var(--bt-muted);
  }

  .find input {
    padding-inline-start: 2rem;
  }

  select {
    flex: 0 1 auto;
    inline-size: auto;
    padding-inline: 0.5rem 0.25rem;
    font: var(--bt-label);
  }

  .toggle {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-block-size: 1.75rem;
    padding: 0.125rem 0.625rem;
    border: 1px solid var(--bt-edge);
    border-radius: 99rem;
    background: var(--bt-surface);
    font: 500 0.75rem/1rem var(--bt-font);
  }

  .toggle:hover {
    background: var(--bt-sunken);
  }

  .toggle[aria-pressed="true"] {
    background: var(--bt-accent-soft);
    border-color: var(--bt-accent);
    color: var(--bt-accent);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }

  .reason .link {
    font: inherit;
  }

  @media (forced-colors: active) {
    .toggle[aria-pressed="true"] {
      border-width: 3px;
    }
  }
`;
