import { css } from "lit";

export const mineStyle = css`
  section > h2,
  .pad {
    padding: 0.875rem 1rem 0.25rem;
  }

  .rows {
    padding: 0.25rem 1rem 0.5rem;
    gap: 0.5rem;
  }

  li {
    padding: 0.625rem 1rem;
    border-block-end: 1px solid var(--bt-line);
  }

  .age {
    margin-inline-start: auto;
  }

  .text {
    margin-block: 0.25rem;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
  }
`;
