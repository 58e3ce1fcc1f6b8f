import { css } from "lit";

export const wrongBrandStyle = css`
  .line,
  .said {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 0.75rem;
    background: var(--bt-accent-soft);
    overflow-wrap: anywhere;
  }

  .line {
    padding: 0.25rem 1rem;
    font: var(--bt-label);
  }

  .said {
    gap: 0.375rem 0.75rem;
    padding: 0.5rem 0.625rem;
    border-radius: var(--bt-radius);
  }

  ul.meta {
    margin-block-start: 0.25rem;
    padding-inline-start: 1rem;
    list-style: disc;
    overflow-wrap: anywhere;
  }

  h2,
  dialog p {
    overflow-wrap: anywhere;
  }

  .row.end {
    flex-wrap: wrap;
  }
`;
