import { css } from "lit";

export const codingTaskStyle = css`
  .text {
    max-block-size: 40dvh;
    overflow: auto;
    padding: 0.75rem 1rem;
    border-inline-start: 3px solid var(--bt-accent);
    border-radius: var(--bt-radius-small);
    background: var(--bt-sunken);
    font: 400 1rem/1.5rem var(--bt-font);
    overflow-wrap: anywhere;
  }

  .words {
    white-space: pre-wrap;
  }

  .progress {
    display: grid;
    gap: 0.25rem;
  }

  .progress p:focus {
    outline: none;
  }

  .turn {
    justify-content: space-between;
  }

  :dir(rtl) .turn svg {
    scale: -1 1;
  }
`;
