import { css } from "lit";

/** One quiet line above everything, with a way to what it tells of. */
export const noticeLineStyle = css`
  div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
    padding: 0.25rem 1rem;
    background: var(--bt-sunken);
    font: var(--bt-meta);
  }

  .link {
    margin-inline-start: auto;
  }
`;
