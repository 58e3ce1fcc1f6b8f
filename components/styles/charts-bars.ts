import { css } from "lit";

export const chartsBarsStyle = css`
  ul {
    display: grid;
    gap: 0.125rem;
  }

  .bar {
    display: grid;
    grid-template-columns: minmax(3rem, 40%) minmax(0, 1fr) auto;
    gap: 0.5rem;
    align-items: center;
    inline-size: 100%;
    min-block-size: 1.5rem;
    padding-inline: 0.25rem;
    border-radius: var(--bt-radius-small);
    font: var(--bt-meta);
  }

  .bar:hover {
    background: var(--bt-sunken);
  }

  .bar[aria-pressed="true"] {
    background: var(--bt-accent-soft);
    color: var(--bt-accent);
    font-weight: 600;
  }

  .label {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .bar i {
    display: block;
    block-size: 0.5rem;
    min-inline-size: 1px;
    border-radius: 0.25rem;
    background: var(--bt-edge);
  }

  .figure {
    display: flex;
    gap: 0.5rem;
    color: var(--bt-muted);
    font-variant-numeric: tabular-nums;
  }

  [aria-pressed="true"] .figure {
    color: inherit;
  }

  /* With a name in focus or under the pointer all of it is shown: it has no room otherwise. */
  .bar:is(:hover, :focus-visible) .label {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  @media (forced-colors: active) {
    .bar i {
      background: CanvasText;
      forced-color-adjust: none;
    }

    .bar[aria-pressed="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
