import { css } from "lit";

export const listStyle = css`
  .end {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 1.25rem 1rem;
    text-align: center;
    color: var(--bt-muted);
  }

  .fresh {
    display: flex;
    margin: 0.5rem auto 0;
  }
`;
