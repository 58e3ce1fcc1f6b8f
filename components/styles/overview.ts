import { css } from "lit";

export const overviewStyle = css`
  .voice {
    padding: 0.875rem 1rem 0;
    font: 600 0.75rem/1rem var(--bt-font);
    color: var(--bt-muted);
  }

  /* The least that a review takes: each is drawn when it is known that nobody hid it, and they stand in a column. */
  .voice + bt-review-pages {
    min-block-size: 6rem;
  }

  .all {
    margin: 0.5rem 1rem 0.25rem;
    font: var(--bt-label);
  }

  .room {
    block-size: 8rem;
  }

  .empty {
    display: grid;
    gap: 0.5rem;
    margin: 0.75rem 1rem 0;
  }

  .empty h2 {
    overflow-wrap: anywhere;
  }

  .empty .row {
    margin-block: 0.25rem;
  }

  .empty .row:not(:has(*)) {
    display: none;
  }

  .failed {
    padding: 1rem;
  }
`;
