import { css } from "lit";

export const ownReviewsStyle = css`
  section {
    margin: 0.75rem 1rem;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 0.75rem;
  }

  .found {
    margin-block-start: 0.5rem;
  }

  .found > li {
    padding-block: 0.25rem;
    border-block-start: 1px solid var(--bt-line);
  }

  .found summary,
  .found > li > p {
    align-items: flex-start;
    padding-block: 0.125rem;
    overflow-wrap: anywhere;
  }

  .found summary > .words {
    flex: 1;
    min-inline-size: 0;
  }

  .examples {
    display: grid;
    gap: 0.5rem;
    padding: 0.25rem 0 0.375rem;
  }

  .examples + .examples {
    padding-block-start: 0.5rem;
    border-block-start: 1px dashed var(--bt-line);
  }

  blockquote {
    margin: 0;
    padding-inline-start: 0.625rem;
    border-inline-start: 2px solid var(--bt-line);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .by {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    padding-inline-start: 0.75rem;
    overflow-wrap: anywhere;
  }

  .by > * {
    min-inline-size: 0;
  }

  .plain {
    display: grid;
    gap: 0.125rem;
    margin-block-start: 0.5rem;
    font: var(--bt-meta);
  }

  .made {
    margin-block-start: 0.375rem;
    font: var(--bt-meta);
    color: var(--bt-muted);
  }

  .made .stack {
    gap: 0.5rem;
    padding-block: 0.375rem 0.125rem;
  }
`;
