import { css } from "lit";

/** Full pages: options and welcome. */
export const pageLayout = css`
  :host {
    max-inline-size: 46rem;
    margin-inline: auto;
    padding: 2rem 1rem 4rem;
  }

  h1 {
    font: 650 1.5rem/2rem var(--bt-font);
  }

  .lead {
    margin-block: 0.25rem 1.5rem;
    color: var(--bt-muted);
    font: 400 1rem/1.5rem var(--bt-font);
  }
`;

/** A section of the options page. */
export const sectionStyle = css`
  section {
    scroll-margin-block-start: 1rem;
  }

  h2 {
    font: 600 1.0625rem/1.5rem var(--bt-font);
  }

  .hint {
    color: var(--bt-muted);
    margin-block: 0.125rem 0.75rem;
    max-inline-size: 38rem;
  }

  h3 {
    font: 600 0.875rem/1.25rem var(--bt-font);
    margin-block-start: 1rem;
  }

  .row,
  .hint + .row {
    margin-block: 0.75rem 0.5rem;
  }

  .items {
    display: grid;
    gap: 0.5rem;
    margin-block: 0.5rem;
  }

  .item {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }

  .item > :first-child {
    flex: 1 1 14rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .add {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .add input {
    flex: 1 1 14rem;
    inline-size: auto;
  }

  strong {
    font-weight: 600;
  }

  code {
    font: 0.8125rem/1.25rem var(--bt-mono);
    overflow-wrap: anywhere;
  }

  [role="status"]:empty {
    display: none;
  }
`;
