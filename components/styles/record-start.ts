import { css } from "lit";

export const recordStartStyle = css`
  :host {
    display: contents;
  }

  dialog {
    inline-size: min(34rem, calc(100vw - 1.5rem));
  }

  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }

  h2 {
    overflow-wrap: anywhere;
  }

  fieldset {
    display: grid;
    gap: 0.125rem;
    grid-template-columns: minmax(0, 1fr);
  }

  legend {
    padding: 0;
    margin-block-end: 0.25rem;
    font: 600 0.875rem/1.25rem var(--bt-font);
  }

  .check .meta {
    display: block;
  }

  .field {
    display: grid;
    gap: 0.25rem;
    margin-block-start: 0.375rem;
    font: var(--bt-label);
  }

  .field:has(select) {
    margin: 0;
  }

  input[type="number"] {
    inline-size: 8rem;
    min-block-size: 2rem;
    padding: 0.375rem 0.625rem;
    border: 1px solid var(--bt-edge);
    border-radius: 0.5rem;
    background: var(--bt-surface);
  }

  input[type="range"] {
    inline-size: 100%;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--bt-accent);
  }

  .ends {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
  }

  .ends > :last-child {
    text-align: end;
  }

  .brands {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }

  .brands .tag {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .brands .icon-button {
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }

  .sites {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9rem, 100%), 1fr));
    gap: 0 0.75rem;
    max-block-size: 14rem;
    overflow-y: auto;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--bt-line);
    border-radius: var(--bt-radius-small);
  }

  .fault {
    color: var(--bt-danger);
    font: var(--bt-meta);
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .promise {
    display: grid;
    gap: 0.25rem;
  }

  .end {
    position: sticky;
    inset-block-end: -1rem;
    margin: 0 -1rem -1rem;
    padding: 0.75rem 1rem;
    background: var(--bt-surface);
    border-block-start: 1px solid var(--bt-line);
  }

  .record {
    border-color: var(--bt-danger);
    color: var(--bt-danger);
    font-weight: 600;
  }

  .record:hover {
    background: var(--bt-danger-soft) !important;
  }
`;
