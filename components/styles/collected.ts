import { css } from "lit";

export const collectedStyle = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    padding: 0.625rem 1rem 0.75rem;
    background: var(--bt-accent-soft);
    border-block-end: 1px solid var(--bt-line);
    overflow-wrap: anywhere;
  }

  section.refused {
    background: var(--bt-warn-soft);
    color: var(--bt-warn);
  }

  .head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.5rem;
  }

  .head > :first-child {
    flex: 1;
    min-inline-size: 0;
    font: 600 0.875rem/1.25rem var(--bt-font);
  }

  .head .icon-button {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    color: inherit;
  }

  blockquote {
    margin: 0;
    padding-inline-start: 0.625rem;
    border-inline-start: 3px solid var(--bt-edge);
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.875rem;
    font: var(--bt-meta);
  }

  .choices {
    display: grid;
    gap: 0.375rem;
    max-block-size: 14rem;
    overflow-y: auto;
    padding: 2px;
    margin: -2px;
  }

  .choices .button {
    inline-size: 100%;
    justify-content: flex-start;
    overflow-wrap: anywhere;
  }

  form,
  label {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375rem;
  }

  .fault {
    color: var(--bt-danger);
    font: var(--bt-meta);
  }

  @media (forced-colors: active) {
    section {
      border: 1px solid;
    }
  }
`;
