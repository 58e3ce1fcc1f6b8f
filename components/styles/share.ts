import { css } from "lit";

export const shareStyle = css`
  :host {
    display: contents;
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
  }

  legend {
    inline-size: 100%;
    padding: 0;
    margin-block-end: 0.25rem;
    font: var(--bt-label);
  }

  fieldset label {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 1.5rem;
  }

  .server {
    display: grid;
    gap: 0.25rem;
  }

  .server input {
    inline-size: 100%;
  }

  .preview {
    max-block-size: 11rem;
    overflow-y: auto;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--bt-line);
    border-radius: 0.5rem;
    background: var(--bt-sunken);
    overflow-wrap: anywhere;
  }

  .preview .words {
    white-space: pre-wrap;
  }

  .preview strong {
    display: block;
    margin-block-end: 0.25rem;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: flex-end;
  }
`;
