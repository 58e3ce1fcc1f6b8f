import { css } from "lit";

export const followingStyle = css`
  h2:focus {
    outline: none;
  }

  /* Among other lists of the person's own. */
  :host([compact]) h2 {
    font: 600 0.875rem/1.25rem var(--bt-font);
  }

  :host([compact]) .hint {
    font: var(--bt-meta);
  }

  .card {
    display: grid;
    gap: 0.375rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5rem;
    overflow-wrap: anywhere;
  }

  .news {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .news li {
    overflow-wrap: anywhere;
  }

  .news .tag {
    align-self: center;
  }

  .seen p {
    color: var(--bt-muted);
  }

  .news a {
    display: inline-block;
    min-block-size: 1.5rem;
    max-inline-size: 100%;
  }

  .out {
    display: inline-block;
    margin-inline-start: 0.3125rem;
    vertical-align: -0.0625rem;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
  }

  .none {
    margin-block-end: 0.5rem;
  }
`;
