import { css } from "lit";

export const transferStyle = css`
  dialog {
    inline-size: min(44rem, calc(100vw - 2rem));
  }

  fieldset {
    display: grid;
    gap: 0.125rem;
  }

  legend,
  .label {
    font: var(--bt-label);
    font-weight: 600;
    padding: 0;
  }

  .formats {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr));
    column-gap: 1rem;
  }

  .check > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .check .meta {
    display: block;
  }

  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr));
    column-gap: 1rem;
    padding-block: 0.5rem;
  }

  .scroll {
    overflow: auto;
    max-block-size: 15rem;
    border: 1px solid var(--bt-line);
    border-radius: 0.5rem;
  }

  details > summary::before {
    content: "▸";
    color: var(--bt-muted);
  }

  details[open] > summary::before {
    content: "▾";
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font: var(--bt-meta);
  }

  th,
  td {
    padding: 0.25rem 0.5rem;
    border-block-end: 1px solid var(--bt-line);
    text-align: start;
    vertical-align: top;
    max-inline-size: 24rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  th {
    position: sticky;
    inset-block-start: 0;
    background: var(--bt-sunken);
    font-weight: 600;
  }

  .drop {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 1.5rem 1rem;
    border: 1px dashed var(--bt-edge);
    border-radius: 0.75rem;
    text-align: center;
  }

  .drop.over {
    background: var(--bt-accent-soft);
    border-style: solid;
  }

  .refusals {
    display: grid;
    gap: 0.125rem;
    max-block-size: 10rem;
    overflow: auto;
  }

  input[type="password"] {
    inline-size: 100%;
    min-block-size: 2rem;
    padding: 0.375rem 0.625rem;
    border: 1px solid var(--bt-edge);
    border-radius: 0.5rem;
    background: var(--bt-surface);
  }

  .field {
    display: grid;
    gap: 0.25rem;
  }

  [role="alert"]:empty,
  [role="status"]:empty {
    display: none;
  }
`;
