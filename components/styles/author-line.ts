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

  button.who {
    display: inline-flex;
    align-items: center;
    min-block-size: 1.5rem;
    min-inline-size: 1.5rem;
    max-inline-size: 100%;
    border-radius: var(--bt-radius-small);
  }

  button.who:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .who bdi {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .fingerprint {
    font: 0.6875rem/1rem var(--bt-mono);
    color: var(--bt-muted);
    overflow-wrap: anywhere;
  }

  .sign {
    align-self: center;
    color: var(--bt-accent);
  }

  .tag.via {
    align-self: center;
    white-space: normal;
    overflow-wrap: anywhere;
  }
`;
