import { css } from "lit";

export const commentsStyle = css`
  .comment {
    /* What is far away costs nothing to lay out. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 6rem;
    padding-block: 0.5rem;
    padding-inline-end: 1rem;
    border-inline-start: 2px solid var(--bt-line);
    padding-inline-start: 0.625rem;
    margin-inline-start: calc(1rem + var(--depth) * 0.75rem);
  }

  .d0 {
    --depth: 0;
    border-inline-start: 0;
    padding-inline-start: 0;
    border-block-start: 1px solid var(--bt-line);
  }

  .d1 {
    --depth: 0;
  }

  .d2 {
    --depth: 1;
  }

  .d3 {
    --depth: 2;
  }

  .when {
    margin-inline-start: auto;
    white-space: nowrap;
  }

  .to {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .gone {
    font-style: italic;
  }

  .sentinel {
    block-size: 1px;
  }

  :dir(rtl) [aria-expanded="false"] svg {
    scale: -1 1;
  }
`;
