import { css } from "lit";

export const composerLineStyle = css`
  :host {
    container-type: inline-size;
  }

  .line > .pale {
    flex: none;
  }

  /* Large type: the words need the room more than the stars that cannot be pressed yet. */
  @container (max-width: 14rem) {
    .line > .pale {
      display: none;
    }
  }

  .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    inline-size: 100%;
    min-block-size: 2.625rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--bt-edge);
    border-radius: var(--bt-radius);
    background: var(--bt-surface);
    color: var(--bt-muted);
    overflow: hidden;
  }

  .own {
    display: flex;
    align-items: center;
    gap: 0.25rem;
  }

  .own > .line {
    flex: 1;
    min-inline-size: 0;
  }

  .own > .icon-button {
    flex: none;
  }

  .line:hover {
    border-color: var(--bt-text);
  }

  .line > span {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  bt-outbox-row {
    margin-block-end: 0.5rem;
  }
`;
