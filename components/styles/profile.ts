import { css } from "lit";

export const profileStyle = css`
  .profile {
    display: flex;
    align-items: flex-start;
    gap: 0.375rem;
    font: var(--bt-label);
    overflow-wrap: anywhere;
  }

  .profile svg {
    flex: none;
    /* In the middle of the first line, however many there are. */
    margin-block-start: calc((1lh - 0.875rem) / 2);
    color: var(--bt-accent);
  }
`;
