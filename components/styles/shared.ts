import { css } from "lit";
import { controls } from "./controls.ts";

const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host {
    display: block;
    font: var(--bt-body);
    color: var(--bt-text);
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  figure {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  p {
    text-wrap: pretty;
  }

  h2 {
    font: 600 0.875rem/1.25rem var(--bt-font);
  }

  a,
  .link {
    color: var(--bt-accent);
    font-weight: 500;
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentColor 35%, transparent);
    text-underline-offset: 0.2em;
  }

  a:hover,
  .link:hover {
    text-decoration-color: currentColor;
  }

  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }

  button {
    cursor: pointer;
    background: none;
    border: 0;
    padding: 0;
    text-align: start;
  }

  :disabled,
  [aria-disabled="true"] {
    cursor: default;
    opacity: 0.55;
  }

  :focus-visible {
    outline: 2px solid var(--bt-accent);
    outline-offset: 2px;
    border-radius: var(--bt-radius-small);
  }

  .link {
    min-block-size: 1.5rem;
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
  }

  .card {
    padding: 0.875rem 1rem;
    border: 1px solid var(--bt-line);
    border-radius: var(--bt-radius);
    background: var(--bt-surface);
  }

  .meta {
    font: var(--bt-meta);
    color: var(--bt-muted);
  }

  .tag {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    font: 500 0.6875rem/1rem var(--bt-font);
    color: var(--bt-muted);
    border: 1px solid var(--bt-line);
    padding: 0 0.3125rem;
    border-radius: 0.25rem;
    white-space: nowrap;
  }

  .tag.sample {
    color: var(--bt-warn);
    background: var(--bt-warn-soft);
    border-color: transparent;
  }

  .tag.warn {
    color: var(--bt-warn);
    background: var(--bt-warn-soft);
    border-color: transparent;
  }

  .tag.serious {
    color: var(--bt-danger);
    background: var(--bt-danger-soft);
    border-color: transparent;
    font-weight: 600;
  }

  .tag.accent {
    color: var(--bt-accent);
    background: var(--bt-accent-soft);
    border-color: transparent;
    font-weight: 600;
  }

  .note {
    display: flex;
    gap: 0.5rem;
    padding: 0.5rem 0.75rem;
    border-radius: 0.5rem;
    background: var(--bt-sunken);
    font: var(--bt-meta);
    color: var(--bt-text);
  }

  .note.warn {
    background: var(--bt-warn-soft);
    color: var(--bt-warn);
  }

  .note.danger {
    background: var(--bt-warn-soft);
    color: var(--bt-warn);
  }

  .note svg {
    margin-block-start: 0;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }

  .stack {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .anywhere {
    overflow-wrap: anywhere;
  }

  .sr-only {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  details > summary {
    cursor: pointer;
    min-block-size: 1.5rem;
    display: flex;
    align-items: center;
    gap: 0.375rem;
    list-style: none;
  }

  details > summary::-webkit-details-marker {
    display: none;
  }

  details > summary .chevron {
    transition: rotate var(--bt-quick);
  }

  details[open] > summary .chevron {
    rotate: 180deg;
  }

  svg {
    display: block;
    flex: none;
  }

  bdi {
    unicode-bidi: isolate;
  }

  @media (forced-colors: active) {
    .tag,
    .note,
    .card {
      border: 1px solid;
    }
  }

  progress {
    inline-size: 100%;
    block-size: 0.25rem;
    accent-color: var(--bt-accent);
    appearance: none;
    border: 0;
    border-radius: 0.125rem;
    background: var(--bt-line);
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: var(--bt-line);
  }

  progress::-webkit-progress-value {
    background: var(--bt-accent);
  }

  progress::-moz-progress-bar {
    background: var(--bt-accent);
  }
`;

/** What every element of ours starts from: type, controls, focus, small parts. Tokens stand in `page.css`. */
export const shared = [base, controls];
