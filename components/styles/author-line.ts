import { css } from "lit";

/** The line above what somebody wrote: who, and what stands beside the name. */
export const authorLineStyle = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    align-items: baseline;
  }

  .who {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
`;
