import { css } from "lit";

export const factStyle = css`
  article,
  .line {
    padding-block: 0.625rem;
  }

  article {
    display: grid;
    gap: 0.25rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.375rem;
  }

  .top .tag {
    white-space: normal;
  }

  .when {
    white-space: nowrap;
  }

  .top .when {
    margin-inline-start: auto;
  }

  h3 {
    font: 600 0.875rem/1.25rem var(--bt-font);
    overflow-wrap: anywhere;
  }

  h3 a {
    color: var(--bt-text);
    font-weight: 600;
  }

  h3 a,
  .value a {
    display: inline-block;
    min-block-size: 1.5rem;
    max-inline-size: 100%;
  }

  .out {
    display: inline-block;
    margin-inline-start: 0.3125rem;
    vertical-align: -0.0625rem;
    color: var(--bt-muted);
  }

  .products {
    font: var(--bt-meta);
    overflow-wrap: anywhere;
  }

  .products li {
    position: relative;
    padding-inline-start: 0.875rem;
  }

  .products li::before {
    content: "";
    position: absolute;
    inset-inline-start: 0.1875rem;
    inset-block-start: 0.4375rem;
    inline-size: 0.1875rem;
    block-size: 0.1875rem;
    border-radius: 50%;
    background: currentColor;
  }

  .details {
    display: grid;
    gap: 0.5rem;
    margin-block: 0.25rem;
    padding: 0.5rem 0.75rem;
    border-radius: 0.5rem;
    background: var(--bt-sunken);
    font: var(--bt-meta);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  summary {
    inline-size: fit-content;
    border-radius: var(--bt-radius-small);
  }

  .line {
    display: grid;
    grid-template-columns: 5rem minmax(0, 1fr);
    gap: 0 0.75rem;
    align-items: start;
    overflow-wrap: anywhere;
  }

  .label {
    padding-block-start: 0.125rem;
  }

  @media (max-width: 16rem) {
    .line {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
