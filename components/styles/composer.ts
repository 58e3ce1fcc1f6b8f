import { css } from "lit";

export const composerStyle = css`
  form {
    display: grid;
    gap: 0.5rem;
  }

  .head {
    display: flex;
    gap: 0.5rem;
    align-items: flex-start;
  }

  .about {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    gap: 0.125rem;
  }

  .title {
    font: 600 0.875rem/1.25rem var(--bt-font);
    overflow-wrap: anywhere;
  }

  label.title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
  }

  label.title select {
    flex: 1 1 10rem;
    inline-size: auto;
    font: var(--bt-label);
    padding-inline: 0.5rem;
    min-block-size: 1.75rem;
    padding-block: 0.125rem;
    text-overflow: ellipsis;
  }

  .field {
    position: relative;
  }

  textarea {
    display: block;
    min-block-size: 5.5rem;
    max-block-size: 40dvh;
    field-sizing: content;
    resize: vertical;
    padding-block-end: 1.5rem;
  }

  [aria-invalid="true"] {
    border-color: var(--bt-warn);
  }

  .counter {
    position: absolute;
    inset-inline-end: 0.75rem;
    inset-block-end: 0.375rem;
    padding-inline: 0.25rem;
    background: var(--bt-surface);
    font-variant-numeric: tabular-nums;
    pointer-events: none;
  }

  .over {
    color: var(--bt-warn);
    font-weight: 600;
  }

  .details {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr));
    gap: 0 1rem;
    font: var(--bt-label);
    font-weight: 400;
  }

  .name {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-block-start: 0.25rem;
  }

  .name input {
    flex: 1;
    min-inline-size: 0;
  }

  .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    margin-block-start: 0.25rem;
  }

  .note + .foot {
    margin-block-start: 0.5rem;
  }

  .notice .note {
    margin-block-start: 0.25rem;
  }
`;
