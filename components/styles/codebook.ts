import { css } from "lit";

export const codebookStyle = css`
  dialog {
    inline-size: min(44rem, calc(100vw - 2rem));
  }

  .codes {
    display: grid;
    gap: 0.25rem;
    grid-template-columns: minmax(0, 1fr);
    margin-block-end: 0.5rem;
  }

  .codes > li {
    border: 1px solid var(--bt-line);
    border-radius: 0.5rem;
    background: var(--bt-surface);
    padding: 0.25rem 0.5rem;
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.125rem 0.5rem;
  }

  .name {
    flex: 1 1 8rem;
    min-inline-size: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .description {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
  }

  :dir(rtl) :is([data-act="in"], [data-act="out"]) svg {
    scale: -1 1;
  }

  .deep-1 {
    margin-inline-start: 1rem;
  }

  .deep-2 {
    margin-inline-start: 2rem;
  }

  .deep-3 {
    margin-inline-start: 3rem;
  }

  form,
  .field {
    display: grid;
    gap: 0.25rem;
    grid-template-columns: minmax(0, 1fr);
  }

  form {
    gap: 0.625rem;
    padding: 0.625rem 0.25rem;
  }

  .hues {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
  }

  .hues label {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    min-block-size: 1.5rem;
  }

  .versions {
    display: grid;
    gap: 0.5rem;
    padding-block-start: 0.5rem;
  }

  .versions li {
    overflow-wrap: anywhere;
  }
`;
