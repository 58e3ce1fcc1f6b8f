import { css } from "lit";

/** Dialogs about how a collection protects people, and their forms. */
export const privacyStyle = css`
  :host {
    display: contents;
  }

  dialog {
    inline-size: min(38rem, calc(100vw - 1.5rem));
  }

  form,
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  h2,
  h3 {
    overflow-wrap: anywhere;
  }

  h3 {
    font: 600 0.875rem/1.25rem var(--bt-font);
  }

  fieldset {
    display: grid;
    gap: 0.375rem;
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
    font: var(--bt-label);
  }

  .inner {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375rem;
    margin-inline-start: 1.5rem;
  }

  input[type="password"],
  input[type="file"] {
    inline-size: 100%;
    min-block-size: 2rem;
    padding: 0.375rem 0.625rem;
    border: 1px solid var(--bt-edge);
    border-radius: 0.5rem;
    background: var(--bt-surface);
  }

  .fault {
    color: var(--bt-danger);
    font: var(--bt-meta);
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .section + .section {
    border-block-start: 1px solid var(--bt-line);
  }

  .section > summary {
    padding-block: 0.625rem;
    font: 600 0.875rem/1.25rem var(--bt-font);
    justify-content: space-between;
  }

  .section[open] > summary {
    padding-block-end: 0.25rem;
  }

  .section > :not(summary) {
    display: block;
    padding-block-end: 0.75rem;
  }

  .lines {
    display: grid;
    gap: 0.375rem;
  }

  .lines li {
    overflow-wrap: anywhere;
  }

  pre {
    margin: 0;
    max-block-size: 16rem;
    overflow: auto;
    padding: 0.75rem;
    border-radius: 0.5rem;
    background: var(--bt-sunken);
    font: 0.75rem/1.125rem var(--bt-mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  dl {
    display: grid;
    grid-template-columns: minmax(0, auto) minmax(0, 1fr);
    gap: 0.25rem 0.75rem;
  }

  dd {
    overflow-wrap: anywhere;
  }

  [role="status"]:empty {
    display: none;
  }
`;
