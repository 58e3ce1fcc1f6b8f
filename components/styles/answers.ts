import { css } from "lit";

export const answersStyle = css`
  h2:focus {
    outline: none;
  }

  :host([compact]) h2 {
    font: 600 0.875rem/1.25rem var(--bt-font);
  }

  :host([compact]) .hint {
    font: var(--bt-meta);
  }

  .card {
    display: grid;
    gap: 0.125rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .text {
    white-space: pre-line;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    line-clamp: 4;
    overflow: hidden;
  }

  .what {
    overflow-wrap: anywhere;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
  }

  bt-review-pages {
    margin-inline: -0.75rem;
  }
`;
