import { css } from "lit";

export const itemContextStyle = css`
  :host {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }

  .head {
    display: flex;
    align-items: center;
    gap: 0.25rem;
  }

  .head h2 {
    flex: 1;
    font: 600 0.75rem/1rem var(--bt-font);
    color: var(--bt-muted);
  }

  h2:focus {
    outline: none;
  }

  .quote {
    margin: 0;
    padding: 0.5rem 0.75rem;
    border-inline-start: 3px solid var(--bt-accent);
    background: var(--bt-surface);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  mark {
    background: none;
    color: var(--bt-accent);
    font-weight: 600;
  }

  dl {
    display: grid;
    grid-template-columns: minmax(4rem, 6rem) minmax(0, 1fr);
    gap: 0.25rem 0.75rem;
    font: var(--bt-meta);
    overflow-wrap: anywhere;
  }

  dt,
  .pale {
    color: var(--bt-muted);
  }

  dd a {
    display: inline-block;
    min-block-size: 1.5rem;
    line-height: 1.5rem;
  }

  .author {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5rem;
  }

  .version {
    margin-block-start: 0.5rem;
  }

  .version .quote {
    border-color: var(--bt-line);
    color: var(--bt-muted);
  }

  @media (forced-colors: active) {
    mark {
      color: inherit;
      text-decoration: underline;
    }
  }
`;
