import { css } from "lit";

export const dialogStyle = css`
  dialog {
    inline-size: min(26rem, calc(100vw - 2rem));
    max-block-size: calc(100dvh - 2rem);
    overflow: auto;
    padding: 1rem;
    border: 1px solid var(--bt-line);
    border-radius: 0.75rem;
    background: var(--bt-surface);
    color: var(--bt-text);
    box-shadow: var(--bt-shadow);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }

  dialog > * + * {
    margin-block-start: 0.75rem;
  }

  dialog .end {
    justify-content: flex-end;
  }

  .permanence {
    display: grid;
    gap: 0.375rem;
    font: var(--bt-meta);
    color: inherit;
  }

  .permanence li {
    position: relative;
    padding-inline-start: 0.875rem;
  }

  .permanence li::before {
    content: "";
    position: absolute;
    inset-inline-start: 0.125rem;
    inset-block-start: 0.375rem;
    inline-size: 0.25rem;
    block-size: 0.25rem;
    border-radius: 50%;
    background: currentColor;
  }
`;
