import { css } from "lit";

export const reviewStyle = css`
  article {
    padding: 0.75rem 1rem;
    border-block-end: 1px solid var(--bt-line);
  }

  :host([bare]) article {
    padding-inline: 0;
    border: 0;
    padding-block: 0.25rem 0;
  }

  .who {
    min-inline-size: 0;
  }

  .who.key {
    font: 500 0.8125rem/1.25rem var(--bt-mono);
  }

  time {
    margin-inline-start: auto;
    white-space: nowrap;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin-block-start: 0.125rem;
  }

  .weight {
    min-block-size: 1.5rem;
    border-color: var(--bt-edge);
    border-style: dashed;
  }

  .weight:hover {
    background: var(--bt-sunken);
    color: var(--bt-text);
  }

  .text {
    margin-block: 0.25rem 0.125rem;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .none {
    margin-block: 0.25rem 0.125rem;
    font-style: italic;
  }

  .more {
    font: var(--bt-label);
  }

  bt-image {
    margin-block: 0.375rem;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.125rem 0.25rem;
    margin-block-start: 0.25rem;
  }

  .actions .text-button {
    margin-inline-start: 0;
  }

  .actions > :first-child.text-button {
    margin-inline-start: -0.375rem;
  }

  .counted {
    padding-inline: 0.375rem;
    display: inline-flex;
    align-items: center;
    gap: 0.3125rem;
    min-block-size: 1.5rem;
  }

  .text-button[aria-pressed="true"] {
    color: var(--bt-accent);
    font-weight: 600;
  }

  .text-button[aria-pressed="true"] svg {
    fill: color-mix(in srgb, currentColor 25%, transparent);
  }

  .end {
    display: inline-flex;
    align-items: center;
    margin-inline-start: auto;
  }

  .why {
    margin-block-start: 0.375rem;
    padding: 0.5rem 0.75rem;
    border-radius: 0.5rem;
    background: var(--bt-sunken);
    font: var(--bt-meta);
  }

  .why li {
    padding-inline-start: 0.75rem;
    text-indent: -0.75rem;
    margin-block-end: 0.25rem;
  }

  .why li::before {
    content: "· ";
    display: inline-block;
    inline-size: 0.75rem;
    text-indent: 0;
    text-align: center;
  }

  .why summary {
    color: var(--bt-muted);
  }

  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.25rem 0.75rem;
    padding-block: 0.25rem;
  }

  dt {
    color: var(--bt-muted);
  }

  dd,
  code {
    overflow-wrap: anywhere;
  }

  code {
    font: 0.6875rem/1rem var(--bt-mono);
  }

  bt-replies {
    margin-block-start: 0.5rem;
  }
`;
