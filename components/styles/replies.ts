import { css } from "lit";

/** A thread of replies, and one of them. */
export const repliesStyle = css`
  .thread {
    display: grid;
    gap: 0.625rem;
    grid-template-columns: minmax(0, 1fr);
    margin-inline-start: 0.75rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 2px solid var(--bt-line);
  }

  /* Deeper than this there is no room left to step in: replies stand in line. */
  .thread.flat {
    margin-inline-start: 0;
    padding-inline-start: 0;
    border: 0;
  }

  p {
    margin-block-start: 0.125rem;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  bt-replies {
    margin-block-start: 0.5rem;
  }

  bt-hidden-count {
    margin-inline: -1rem;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
  }

  .acts bt-menu {
    margin-inline-start: auto;
  }

  .helpful[aria-pressed="true"] {
    color: var(--bt-accent);
    font-weight: 600;
  }

  article.front {
    padding: 0.375rem 0.5rem;
    border-radius: 0.5rem;
    background: var(--bt-accent-soft);
  }

  .pending {
    color: var(--bt-muted);
  }
`;
