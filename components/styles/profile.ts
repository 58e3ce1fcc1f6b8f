import { css } from "lit";

export const profileStyle = css`
  .profile {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    font: var(--bt-label);
    overflow-wrap: anywhere;
  }

  .profile svg {
    flex: none;
    color: var(--bt-accent);
  }
`;
