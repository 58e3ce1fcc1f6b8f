import { css } from "lit";

export const weighingStyle = css`
  :host {
    font: var(--bt-meta);
  }

  /* As high as one reason. */
  .room {
    min-block-size: 3.5rem;
  }

  .reasons {
    display: grid;
    gap: 0.25rem;
    grid-template-columns: minmax(0, 1fr);
    margin-block-start: 0.5rem;
  }

  .room,
  .none {
    margin-block-start: 0.5rem;
    color: var(--bt-muted);
  }

  .reason {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.375rem;
    color: var(--bt-muted);
    overflow-wrap: anywhere;
  }

  .reason svg {
    margin-block-start: 0.0625rem;
  }

  .presses {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.375rem;
  }

  .reason .link {
    font: inherit;
    font-weight: 500;
    white-space: nowrap;
  }

  .evidence {
    margin-block-start: 0.25rem;
  }

  .evidence > summary {
    color: var(--bt-muted);
  }

  .panel {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
    padding-block: 0.375rem 0.25rem;
  }

  h2 {
    font: 600 0.75rem/1rem var(--bt-font);
  }

  bt-review-times,
  bt-signals {
    font: inherit;
  }

  .signals {
    display: grid;
    gap: 0.375rem;
    grid-template-columns: minmax(0, 1fr);
  }
`;
