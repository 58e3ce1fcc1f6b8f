import { css } from "lit";

export const talkStyle = css`
  .lead {
    display: grid;
    justify-items: start;
    gap: 0.5rem;
    margin: 0.75rem 1rem 0;
  }

  .lead h2 {
    overflow-wrap: anywhere;
  }

  .asof {
    margin: 0.625rem 1rem 0;
  }

  .asof .search {
    min-block-size: 1.75rem;
    padding: 0.125rem 0.5rem;
    font: var(--bt-meta);
  }

  bt-search-places {
    /* Below the tabs, which stay. */
    scroll-margin-block-start: 3.25rem;
    margin: 0.625rem 1rem 0;
  }

  .why {
    margin: 0.25rem 1rem 0;
  }

  .progress:focus {
    outline: none;
  }

  .note {
    margin: 0.5rem 1rem 0;
  }

  .end {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 1rem;
    text-align: center;
    overflow-wrap: anywhere;
    color: var(--bt-muted);
  }

  .end .button {
    color: var(--bt-text);
  }

  .credits {
    padding: 0.75rem 1rem 0;
    overflow-wrap: anywhere;
  }

  .hint {
    padding: 0 1rem 0.25rem;
  }
`;
