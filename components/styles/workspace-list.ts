import { css } from "lit";

export const workspaceListStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
    min-block-size: 0;
  }

  /* What has nothing to say takes no gap. */
  bt-selection-bar,
  bt-undo-delete,
  bt-table-columns,
  bt-table-help {
    display: contents;
  }

  .find input {
    min-block-size: 2.25rem;
  }

  .find svg {
    inset-block-start: 0.625rem;
  }

  .status {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.25rem;
    min-block-size: 2rem;
  }

  .status.sr-only {
    position: absolute;
    min-block-size: 0;
  }

  .status [role="status"] {
    margin-inline-end: auto;
  }

  .new {
    color: var(--bt-accent);
    font-weight: 600;
  }

  .progress {
    position: absolute;
    inset-inline-start: 0;
    inset-block-end: 0;
    block-size: 2px;
    inline-size: 35%;
    background: var(--bt-accent);
    /* What takes no time tells of none. */
    animation: late 0s 120ms both;
  }

  @keyframes late {
    from {
      opacity: 0;
    }
  }

  bt-item-table {
    flex: 1 1 20rem;
    min-block-size: min(20rem, 75dvh);
  }

  .none {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }

  .note {
    justify-content: space-between;
  }
`;
