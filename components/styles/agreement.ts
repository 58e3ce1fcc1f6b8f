import { css } from "lit";

export const agreementStyle = css`
  dialog {
    inline-size: min(56rem, calc(100vw - 2rem));
  }

  dialog.coding {
    inline-size: min(44rem, calc(100vw - 2rem));
  }

  section,
  form,
  .field {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: minmax(0, 1fr);
  }

  section + section {
    margin-block-start: 1rem;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--bt-line);
  }

  .field {
    gap: 0.25rem;
  }

  .fields {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
  }

  input[type="number"] {
    inline-size: 100%;
    min-block-size: 2rem;
    padding: 0.375rem 0.625rem;
    border: 1px solid var(--bt-edge);
    border-radius: 0.5rem;
    background: var(--bt-surface);
  }

  .samples,
  .differences {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .samples li {
    display: grid;
    gap: 0.375rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .chosen {
    border-color: var(--bt-accent);
  }

  .differences > li {
    display: grid;
    gap: 0.25rem;
    grid-template-columns: minmax(0, 1fr);
    padding-block: 0.5rem;
    border-block-end: 1px solid var(--bt-line);
  }

  .differences .text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }

  h3 {
    font: 600 0.8125rem/1.25rem var(--bt-font);
  }

  .said {
    overflow-wrap: anywhere;
  }
`;
