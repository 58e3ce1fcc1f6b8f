import { css } from "lit";

/** Buttons and fields: native ones, in our clothes. */
export const controls = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    min-block-size: 2rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--bt-edge);
    border-radius: 0.5rem;
    background: var(--bt-surface);
    font: var(--bt-label);
    transition: background-color var(--bt-quick);
    max-inline-size: 100%;
    text-decoration: none;
    color: inherit;
  }

  .button:hover:not(:disabled) {
    background: var(--bt-sunken);
  }

  .button.primary {
    background: var(--bt-accent);
    border-color: var(--bt-accent);
    color: var(--bt-on-accent);
    font-weight: 600;
  }

  .button.primary:hover:not(:disabled) {
    background: var(--bt-accent-strong);
    border-color: var(--bt-accent-strong);
  }

  .button.danger {
    border-color: var(--bt-warn);
    color: var(--bt-warn);
  }

  .button.danger:hover:not(:disabled) {
    background: var(--bt-warn-soft);
  }

  .icon-button {
    display: inline-grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    border-radius: 0.5rem;
    color: var(--bt-muted);
    transition: background-color var(--bt-quick);
  }

  .icon-button:hover {
    background: var(--bt-sunken);
    color: var(--bt-text);
  }

  .text-button {
    display: inline-flex;
    align-items: center;
    gap: 0.3125rem;
    min-block-size: 1.5rem;
    padding: 0.125rem 0.375rem;
    margin-inline-start: -0.375rem;
    border-radius: var(--bt-radius-small);
    font: var(--bt-meta);
    color: var(--bt-muted);
    transition: background-color var(--bt-quick);
  }

  .text-button:hover:not(:disabled) {
    background: var(--bt-sunken);
    color: var(--bt-text);
  }

  input[type="text"],
  input[type="search"],
  input[type="url"],
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 2rem;
    padding: 0.375rem 0.625rem;
    border: 1px solid var(--bt-edge);
    border-radius: 0.5rem;
    background: var(--bt-surface);
  }

  ::placeholder {
    color: var(--bt-muted);
    opacity: 1;
  }

  input[type="checkbox"],
  input[type="radio"] {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    flex: none;
    accent-color: var(--bt-accent);
  }

  .check {
    display: flex;
    align-items: flex-start;
    gap: 0.5rem;
    padding-block: 0.25rem;
    min-block-size: 1.5rem;
    cursor: pointer;
  }

  .check input {
    margin-block-start: 0.125rem;
  }

  @media (forced-colors: active) {
    .button {
      border: 1px solid;
    }
  }
`;
